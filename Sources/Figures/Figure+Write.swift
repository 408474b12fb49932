import Foundation
import Numerics

extension Figure {
  /// Draws the figure into a file: `.png`, `.svg`, `.pdf`, or `.gp` for the script itself.
  ///
  /// The file appears when it is complete; on failure an older one stays as it was. Its folder is
  /// made if there is none.
  ///
  /// - Throws: `FigureError` for an unknown ending, or with gnuplot's words; `FileError` for an
  ///   unwritable place.
  package func write(to path: String, by gnuplot: Gnuplot = Gnuplot()) throws {
    let output = Output(path: path)
    guard output != nil || path.hasSuffix(".gp") else {
      throw FigureError("'\(path)': a figure ends in .png, .svg, .pdf, or .gp for its script")
    }
    try Processes.onFirst {
      let file = try Draft(for: path)
      try file.write(output.map { try drawn($0, by: gnuplot) } ?? Data(fileScript.utf8))
      try file.move()
    }
  }

  /// The figure as letters or sixels, to be printed in a terminal.
  ///
  /// - Throws: `FigureError` with gnuplot's words.
  package func inline(_ output: Output, by gnuplot: Gnuplot = Gnuplot()) throws -> String {
    String(decoding: try drawn(output, by: gnuplot), as: UTF8.self)
  }

  /// The figure as a file would hold it.
  ///
  /// - Throws: `FigureError` with gnuplot's words.
  package func bytes(_ output: Output, by gnuplot: Gnuplot = Gnuplot()) throws -> [UInt8] {
    Array(try drawn(output, by: gnuplot))
  }

  private func drawn(_ output: Output, by gnuplot: Gnuplot) throws -> Data {
    let picture = try gnuplot.draw(script(for: output, while: gnuplot.shouldContinue))
    guard !picture.isEmpty else { throw FigureError("gnuplot drew nothing") }
    guard output.isStart(of: picture) else { throw FigureError("what gnuplot drew is no picture") }
    guard output == .svg else { return signed(picture, as: output) }
    let shaded = Data(SVGBall.shading(String(decoding: picture, as: UTF8.self)).utf8)
    return signed(shaded, as: output)
  }

  private var fileScript: String {
    """
    # A figure of deepstruc with its data. gnuplot draws it: gnuplot THIS_FILE > figure.png
    \(provenance.map { "# \($0)\n" } ?? "")\(script(for: .png))
    """
  }
}
