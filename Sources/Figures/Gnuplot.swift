import CGnuplot
import Foundation
import Numerics

/// The gnuplot program, which turns scripts into pictures.
package struct Gnuplot: Sendable {
  /// A name that is looked up in PATH, or a path.
  package var program: String

  /// Seconds after which a gnuplot that does not end is given up.
  package var patience: UInt32

  /// Is asked often while a picture is drawn, and ends that by false.
  package var shouldContinue: @Sendable () -> Bool

  package init(
    program: String = "gnuplot", patience: UInt32 = 300,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) {
    self.program = program
    self.patience = patience
    self.shouldContinue = shouldContinue
  }

  /// Runs a script to its end.
  ///
  /// - Returns: what it drew to standard output.
  /// - Throws: `FigureError` with gnuplot's own words if it is missing, dies, or refuses the script.
  @discardableResult
  package func draw(_ script: String) throws -> Data {
    guard shouldContinue() else { throw FigureError("gnuplot was interrupted") }
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/"
    let (picture, messages) = (try Draft(for: folder + "picture"), try Draft(for: folder + "words"))
    guard let gnuplot = gnuplot_start(program, patience, picture.path, messages.path) else {
      throw FigureError("cannot start gnuplot: \(String(cString: strerror(errno)))")
    }
    var script = script
    let isComplete = script.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { text in
        // gnuplot takes seconds to read millions of points.
        stride(from: 0, to: text.count, by: 1 << 16).allSatisfy { start in
          let piece = UnsafeBufferPointer(rebasing: text[start...].prefix(1 << 16))
          return shouldContinue() && gnuplot_send(gnuplot, piece.baseAddress, piece.count)
        }
      }
    }
    while shouldContinue(), !gnuplot_wait(gnuplot, 50) {}
    if !shouldContinue() { gnuplot_stop(gnuplot) }
    let status = gnuplot_close(gnuplot)
    if status == 0 && isComplete { return picture.bytes }
    throw failure(status: status, words: String(decoding: messages.bytes, as: UTF8.self))
  }

  private func failure(status: Int32, words: String) -> FigureError {
    let lines = words.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
    let said = lines.filter { !$0.isEmpty }.prefix(6).map { "\n  gnuplot: \($0)" }.joined()
    switch status {
    case 127:
      return FigureError("no gnuplot found as '\(program)'; install it: sudo apt install gnuplot")
    case 124:
      return FigureError("gnuplot did not finish within \(patience) s\(said)")
    case 130:
      return FigureError("gnuplot was interrupted")
    case 129...:
      return FigureError("gnuplot died (signal \(status - 128))\(said)")
    case 0:
      return FigureError("gnuplot stopped before the end of the figure\(said)")
    default:
      return FigureError("gnuplot refused the figure (status \(status))\(said)")
    }
  }
}

/// Why there is no picture, in words for the person who asked for it.
public struct FigureError: Error, CustomStringConvertible, Sendable {
  public let description: String

  package init(_ description: String) {
    self.description = description
  }
}

extension Gnuplot {
  /// The version of the program, or that there is none.
  package static var version: String {
    guard
      let words = try? Gnuplot().draw(
        "set print '-'; print sprintf('%.1f patchlevel %s', GPVAL_VERSION, GPVAL_PATCHLEVEL)\n")
    else { return "not found" }
    return String(decoding: words, as: UTF8.self).split(separator: "\n").first.map(String.init)
      ?? ""
  }
}
