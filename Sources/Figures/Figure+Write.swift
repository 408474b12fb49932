import Glibc

extension Figure {
  /// Draws the figure into a file: `.png`, `.svg`, `.pdf`, or `.gp` for the script itself.
  ///
  /// The file appears when it is complete; on failure an older one stays as it was.
  ///
  /// - Throws: `FigureError` for an unknown ending, an unwritable place, or with gnuplot's words.
  package func write(to path: String, by gnuplot: Gnuplot = Gnuplot()) throws(FigureError) {
    if path.hasSuffix(".gp") { return try writeScript(to: path) }
    guard let output = Output(path: path) else {
      throw FigureError("'\(path)': a figure ends in .png, .svg, .pdf, or .gp for its script")
    }
    let picture = try ScratchFile(beside: path)
    try draw(output, into: picture, by: gnuplot)
    try picture.move(to: path)
  }

  /// The figure as letters or sixels, to be printed in a terminal.
  ///
  /// - Throws: `FigureError` with gnuplot's words.
  package func inline(_ output: Output, by gnuplot: Gnuplot = Gnuplot()) throws(FigureError)
    -> String
  {
    let picture = try ScratchFile()
    try draw(output, into: picture, by: gnuplot)
    return picture.text
  }

  private func draw(
    _ output: Output, into file: ScratchFile, by gnuplot: Gnuplot
  ) throws(FigureError) {
    try gnuplot.run(script(for: output), drawingInto: file.path)
    guard !file.bytes.isEmpty else { throw FigureError("gnuplot drew nothing") }
    if output == .svg { try file.write(SVGBall.shading(file.text)) }
  }

  private func writeScript(to path: String) throws(FigureError) {
    let file = try ScratchFile(beside: path)
    try file.write(
      """
      # A figure of deepstruc with its data. gnuplot draws it: gnuplot THIS_FILE > figure.png
      \(script(for: .png))
      """)
    try file.move(to: path)
  }
}
