import Numerics
/// What a figure is drawn as.
package enum Output: Hashable, Sendable {
  case png, svg, pdf
  /// Pixels between the lines of a terminal.
  case sixel(columns: Int)
  /// Letters.
  case text(columns: Int, rows: Int)

  /// The kind of picture that a file's ending asks for.
  package init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".png") {
      self = .png
    } else if name.hasSuffix(".svg") {
      self = .svg
    } else if name.hasSuffix(".pdf") {
      self = .pdf
    } else {
      return nil
    }
  }

  /// Whether a picture of this kind begins like these bytes.
  func isStart(of picture: some Collection<UInt8>) -> Bool {
    switch self {
    case .png: picture.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case .svg: picture.starts(with: "<?xml".utf8)
    case .pdf: picture.starts(with: "%PDF".utf8)
    case .sixel: picture.prefix(64).contains(0x1B)
    case .text: true
    }
  }

  var isText: Bool {
    if case .text = self { true } else { false }
  }

  private static let pointsPerMillimetre = 72 / 25.4

  /// gnuplot's terminal for a figure of this size.
  ///
  /// Terminals disagree about the size of a letter, a line and a point. The factors, measured on
  /// gnuplot 5.4, make one unit of each 1/72 inch of the printed figure; the
  /// variable `pt` is the point size of a marker of that diameter.
  func terminal(for figure: Figure) -> String {
    let font = "font 'Arial,7'"
    switch self {
    case .png:
      let density = figure.resolution / 25.4
      let scale = density / Self.pointsPerMillimetre
      return """
        set terminal pngcairo enhanced \(font) size \
        \(Int(clamping: figure.width * density)),\(Int(clamping: figure.height * density)) \
        fontscale \(number(scale * 0.75)) linewidth \(number(scale)) pointscale \(number(scale))
        pt = 1./6
        """
    case .pdf:
      return """
        set terminal pdfcairo enhanced \(font) size \
        \(number(figure.width / 10))cm,\(number(figure.height / 10))cm \
        fontscale 0.75 linewidth 2 pointscale 1
        pt = 1./6
        """
    case .svg:
      let scale = 96.0 / 72
      return """
        set terminal svg enhanced \(font) size \
        \(Int(clamping: figure.width * 96 / 25.4)),\(Int(clamping: figure.height * 96 / 25.4)) \
        fontscale \(number(scale)) linewidth \(number(scale)) background '#FFFFFF'
        pt = \(number(scale / 5.25))
        """
    case .sixel(let columns):
      let width = Double(min(max(columns, 20), 120)) * 8
      let scale = width / figure.width / Self.pointsPerMillimetre
      return """
        set terminal sixelgd enhanced truecolor \(font) size \
        \(Int(clamping: width)),\(Int(clamping: width * figure.height / figure.width)) \
        fontscale \(number(scale * 0.75)) linewidth \(number(scale))
        pt = \(number(scale / 6.2))
        """
    case .text(let columns, let rows):
      return "set terminal dumb noenhanced size \(columns),\(rows)\npt = 1"
    }
  }

  private func number(_ value: Double) -> String { GnuplotText.number(value) }
}
