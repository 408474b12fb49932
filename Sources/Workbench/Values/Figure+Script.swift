import Figures
import Numerics
import Script

extension Figure: ScriptFigure {
  public static let typeName = "figure"
  public static let fields: [Field<Figure>] = [
    Field("width", unit: "mm", "width in print") { $0.width },
    Field("height", unit: "mm", "height in print") { $0.height },
    Field("panels", "number of panels") { $0.panels.count },
    Field("file", "the file it was written to, if it was") { $0.file },
  ]

  public var summary: String {
    let parts = panels.count == 1 ? "" : " of \(panels.count) panels"
    return "figure\(parts), \(width.decimals(0)) × \(height.decimals(0)) mm"
  }

  /// - Throws: `FigureError`.
  public func write(to path: String) throws { try write(to: path, by: Gnuplot()) }

  /// - Throws: `FigureError` with gnuplot's words.
  public func svg() throws -> String { try inline(.svg) }

  /// - Throws: `FigureError` with gnuplot's words.
  public func png() throws -> [UInt8] {
    var figure = self
    figure.resolution = 192
    return try figure.bytes(.png)
  }

  /// In the terminal, as pixels if it can show them, else as letters; a figure that was written to
  /// a file is only named.
  ///
  /// - Throws: `FigureError` with gnuplot's words.
  public func show(in session: Session) throws {
    if let file { return session.print("\(summary): \(file)") }
    let pixels = session.isTerminal && Terminal.showsSixels
    // A figure that is higher than others, as of panels one above the other, takes more lines.
    let tall = min(max(height / width / 0.75, 1), 2)
    let rows = Int(Double(min(max(session.width / 3, 16), 30)) * tall)
    let output =
      pixels
      ? Output.sixel(columns: session.width)
      : .text(columns: min(session.width, 100), rows: rows)
    let picture = try inline(output, by: Gnuplot(for: session))
    pixels ? session.draw(picture) : session.print(Self.trimmed(picture))
  }

  /// Lines of letters without spaces at their ends, and without empty lines around them.
  private static func trimmed(_ picture: String) -> String {
    let picture = picture.filter { $0 != "\u{C}" }  // gnuplot begins with a form feed
    var lines = picture.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension Gnuplot {
  /// A gnuplot that ends with Ctrl-C.
  init(for session: Session) {
    let interrupt = session.interrupt
    self.init(while: { !interrupt.isRaised })
  }
}
