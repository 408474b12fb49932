import AwkwardText
import Clusters
import Foundation
import Testing
import Figures

/// Texts that left their quotes in gnuplot scripts once, or could: what is drawn is never run.
enum HostileTexts {
  /// What gnuplot would do if it read the text as its language: end with status 1.
  static let order = "exit status 7"

  /// Scalars that end a text, join with it, or steer what shows it.
  static let scalars: [Unicode.Scalar] =
    (0...0x20).map { Unicode.Scalar(UInt8($0)) } + (0x7F...0xAD).map { Unicode.Scalar(UInt8($0)) }
    + [
      "'", "\"", "`", "\\", "@", "$", "#", ";", "!", "%", "&", "{", "}", "<", ">",
      "\u{301}",  // an accent that joins with the quote before it
      "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{E0020}",  // further scalars that join
      "\u{2018}", "\u{2019}", "\u{FF07}", "\u{2032}", "\u{1FEF}",  // likenesses, one of them equal
      "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}",  // line ends
      "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}", "\u{E000}", "\u{378}",
    ]

  static let all =
    scalars.flatMap { one in
      ["'", "\"", "", "a", "\r\n", "\\"].map { first in
        first + String(Character(one)) + "\n; \(order)\n `\(order)` \r\n\(order)\n"
      }
    } + [
      "A'\u{301} `touch pwned`", "\\", "a\\", "'", "''", "a'\\\n\(order)", "\r\n\(order)\r\n",
      "%d %s %n", "{/:Italic", "}", "EOD\n\(order)", "@x", "$data1", "^{_{", "&{", "~a{.8b}",
    ]
}

@Suite struct GnuplotTextTests {
  /// A figure that shows the text wherever a figure can.
  func figure(showing text: String) -> Figure {
    var panel = Panel(
      margins: Margins(), x: Axis(text, range: 0...2), y: Axis(text, range: 0...2),
      series: [
        Series(
          .points(x: [0, 1], y: [1, 2], .disc, diameter: 3), title: text, letter: text.first),
        Series(
          .heat(x: [0, 1], y: [0, 1], values: [[1, 2], [3, 4]], ramp: [.white, .ink]), title: text),
      ])
    panel.x.tics = .at([(position: 1, label: text)])
    panel.title = text
    panel.letter = text
    panel.labels = [Label(text, x: 1, y: 1)]
    panel.boxes = [Box(text, x: 1, y: 1, width: 1, height: 1, fill: .faint)]
    panel.key = Key(.topLeft)
    return Figure(panels: [panel])
  }

  /// Without its quoted texts, the script of any text is that of a harmless one.
  @Test(arguments: [Output.svg, .text(columns: 79, rows: 24)])
  func textNeverLeavesItsQuotes(output: Output) {
    for text in HostileTexts.all + AwkwardText.all {
      let harmless = String(text.map { $0 == "\n" ? "\n" : "a" })
      #expect(frame(text, output) == frame(harmless, output), "\(text.debugDescription)")
    }
  }

  /// What of a script stands outside of quotes.
  private func frame(_ text: String, _ output: Output) -> [[UInt8]] {
    let script = figure(showing: text).script(for: output)
    let parts = script.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 0 }.map { Array(parts[$0]) }
  }

  /// Nor does any scalar of Unicode; what steers is not handed on either.
  @Test(arguments: [Output.svg, .text(columns: 79, rows: 24)])
  func noScalarLeavesItsQuotes(output: Output) {
    let scalars = AwkwardText.everyScalar.filter { $0 != "\n" }
    for start in stride(from: 0, to: scalars.count, by: 1000) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start...].prefix(1000))
      let harmless = String(repeating: "a", count: String(text).count)
      #expect(frame(String(text), output) == frame(harmless, output), "from \(scalars[start])")
      let script = figure(showing: String(text)).script(for: output)
      #expect(
        !script.unicodeScalars.contains {
          $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        })
    }
  }

  /// gnuplot itself draws all of them, in letters and in pictures, and runs none.
  @Test(arguments: [Output.svg, .text(columns: 79, rows: 24)])
  func gnuplotDrawsEveryText(output: Output) throws {
    // Many in one figure, since each gnuplot takes a while to start.
    for start in stride(from: 0, to: HostileTexts.all.count, by: 100) {
      let texts = HostileTexts.all[start...].prefix(100)
      let panels = texts.flatMap { figure(showing: $0).panels }
      let drawn = try Figure(panels: panels).inline(output)
      #expect(drawn.unicodeScalars.count > 1000)
    }
  }
}
