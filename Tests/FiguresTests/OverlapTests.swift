import Figures
import Foundation
import Testing

/// No text of a figure lies on another, or beyond its edge, by the boxes of the texts in its SVG.
@Suite struct OverlapTests {
  static let gnuplot = (try? Gnuplot().draw("print 1\n")) != nil

  @Test(.enabled(if: gnuplot), arguments: GnuplotScriptTests.samples)
  func textsKeepApart(_ sample: GnuplotScriptTests.Sample) throws {
    try check(sample.figure().inline(.svg))
  }

  /// As wide as one and two columns of a journal; in one there is no room for a diagram, nor for
  /// three panels with keys side by side.
  @Test(.enabled(if: gnuplot), arguments: GnuplotScriptTests.samples)
  func textsKeepApartInColumns(_ sample: GnuplotScriptTests.Sample) throws {
    let isWide = ["diagram", "narrow-keys"].contains(sample.name)
    for width in isWide ? [Figure.twoColumns] : [Figure.oneColumn, Figure.twoColumns] {
      var figure = try sample.figure()
      figure.width = width
      try check(figure.inline(.svg), of: "\(width) mm")
    }
  }

  /// The figures of lessons and transcripts, as they stand in the docs.
  @Test(arguments: ["lessons", "transcripts"])
  func textsOfPagesKeepApart(_ pages: String) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let folder = root.appending(path: "docs/\(pages)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let pictures = files.filter { $0.hasSuffix(".svg") }
    #expect(pictures.count > 3)
    for picture in pictures {
      try check(String(contentsOf: folder.appending(path: picture), encoding: .utf8), of: picture)
    }
  }

  private func check(_ svg: String, of name: String = "") throws {
    let boxes = TextBox.all(in: svg)
    let page = try #require(try Self.size(of: svg))
    for (place, box) in boxes.enumerated() {
      #expect(box.isInside(width: page.0, height: page.1), "\(name) '\(box.text)' is cut off")
      for other in boxes[..<place] where box.overlaps(other) {
        Issue.record("\(name) '\(box.text)' lies on '\(other.text)'")
      }
    }
  }

  /// Boxes that overlap are found: the test of the test.
  @Test func overlapsAreFound() {
    func text(_ x: Double, _ words: String) -> String {
      "<g transform=\"translate(\(x),20.0)\" font-size=\"10.00\"  text-anchor=\"start\">\n"
        + "<text><tspan>\(words)</tspan></text>"
    }
    let boxes = TextBox.all(in: text(0, "abcdef") + text(20, "gh") + text(60, "ij"))
    #expect(boxes.map(\.text) == ["abcdef", "gh", "ij"])
    #expect(boxes[1].overlaps(boxes[0]) && !boxes[2].overlaps(boxes[1]))
    #expect(!boxes[2].isInside(width: 62, height: 100))
    // Upright, from 20 up to −10: it crosses a text that lies, and stands beside another.
    let upright = TextBox.all(
      in: text(25, "abcdef").replacing("20.0)", with: "20.0) rotate(-90.0)"))
    #expect(boxes[1].overlaps(upright[0]) && !boxes[2].overlaps(upright[0]))
    #expect(!upright[0].isInside(width: 100, height: 100))
  }

  private static func size(of svg: String) throws -> (Double, Double)? {
    let match = try /viewBox="0 0 (\d+) (\d+)"/.firstMatch(in: svg)
    return match.flatMap { match in
      Double(match.1).flatMap { width in Double(match.2).map { (width, $0) } }
    }
  }
}

/// Where a text of an SVG stands, in its units.
private struct TextBox {
  let text: String
  /// The directions along and across its line.
  let axes: [SIMD2<Double>]
  let corners: [SIMD2<Double>]

  /// The mean width of a letter of Arial, and how far letters go above and below their line, in
  /// shares of the font's size.
  private static let (letter, above, below) = (0.5, 0.7, 0.1)

  static func all(in svg: String) -> [TextBox] {
    let pattern =
      /<g transform="translate\(([-\d.]+),([-\d.]+)\)(?: rotate\(([-\d.]+)\))?"[^>]*?font-size="([\d.]+)"[^>]*?text-anchor="(\w+)">\s*<text>([\s\S]*?)<\/text>/
    return svg.matches(of: pattern).compactMap { match in
      let text = match.6.replacing(/<[^>]*>/, with: "").replacing(/&\w+;|&#\d+;/, with: "&")
      guard !text.allSatisfy(\.isWhitespace), let x = Double(match.1), let y = Double(match.2),
        let size = Double(match.4)
      else { return nil }
      let turn = (match.3.flatMap { Double($0) } ?? 0) * .pi / 180
      let (along, down) = (SIMD2(cos(turn), sin(turn)), SIMD2(-sin(turn), cos(turn)))
      let width = letter * size * Double(text.count)
      let start = match.5 == "middle" ? -width / 2 : match.5 == "end" ? -width : 0
      let corners = [start, start + width].flatMap { u in
        [-above * size, below * size].map { SIMD2(x, y) + u * along + $0 * down }
      }
      return TextBox(text: String(text), axes: [along, down], corners: corners)
    }
  }

  /// Whether no line along or across one of the two parts them; a pixel is no overlap.
  func overlaps(_ other: TextBox) -> Bool {
    (axes + other.axes).allSatisfy { axis in
      let (own, theirs) = (extent(along: axis), other.extent(along: axis))
      return min(own.high, theirs.high) - max(own.low, theirs.low) > 1
    }
  }

  private func extent(along axis: SIMD2<Double>) -> (low: Double, high: Double) {
    let places = corners.map { ($0 * axis).sum() }
    return (places.min() ?? 0, places.max() ?? 0)
  }

  func isInside(width: Double, height: Double) -> Bool {
    corners.allSatisfy { $0.x > -2 && $0.x < width + 2 && $0.y > -2 && $0.y < height + 2 }
  }
}
