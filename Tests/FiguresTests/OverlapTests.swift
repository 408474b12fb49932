import Figures
import Foundation
import Testing

/// No text of a figure lies on another, or beyond its edge, by the boxes of the texts in its SVG.
@Suite struct OverlapTests {
  static let gnuplot = (try? Gnuplot().draw("print 1\n")) != nil

  @Test(.enabled(if: gnuplot), arguments: GnuplotScriptTests.samples)
  func textsKeepApart(_ sample: GnuplotScriptTests.Sample) throws {
    let svg = try sample.figure().inline(.svg)
    let boxes = TextBox.all(in: svg)
    let page = try #require(try Self.size(of: svg))
    for (place, box) in boxes.enumerated() {
      #expect(box.isInside(width: page.0, height: page.1), "\(box.text) is cut off")
      for other in boxes[..<place] where box.overlaps(other) {
        Issue.record("'\(box.text)' lies on '\(other.text)'")
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
  }

  private static func size(of svg: String) throws -> (Double, Double)? {
    let match = try /viewBox="0 0 (\d+) (\d+)"/.firstMatch(in: svg)
    return match.flatMap { match in
      Double(match.1).flatMap { width in Double(match.2).map { (width, $0) } }
    }
  }
}

/// Where a text of an SVG stands, in its units, in the frame that is turned with it.
private struct TextBox {
  let text: String
  let turn: Double
  /// The ends along and across its line.
  let along: ClosedRange<Double>
  let across: ClosedRange<Double>

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
      let turn = match.3.flatMap { Double($0) } ?? 0
      let (c, s) = (cos(turn * .pi / 180), sin(turn * .pi / 180))
      let (u, v) = (x * c + y * s, y * c - x * s)
      let width = letter * size * Double(text.count)
      let start = u - (match.5 == "middle" ? width / 2 : match.5 == "end" ? width : 0)
      return TextBox(
        text: String(text), turn: turn, along: start...(start + width),
        across: (v - above * size)...(v + below * size))
    }
  }

  /// Texts that are turned alike are compared; a pixel is no overlap.
  func overlaps(_ other: TextBox) -> Bool {
    guard turn == other.turn else { return false }
    func common(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Double {
      min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
    }
    return common(along, other.along) > 1 && common(across, other.across) > 1
  }

  /// For texts that lie.
  func isInside(width: Double, height: Double) -> Bool {
    turn != 0
      || along.lowerBound > -2 && along.upperBound < width + 2 && across.lowerBound > -2
        && across.upperBound < height + 2
  }
}
