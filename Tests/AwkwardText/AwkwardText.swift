/// Texts that end, join or steer something where they become another program's input.
public enum AwkwardText {
  /// Scalars that steer, blank or join, all of the first blocks of Unicode, and those at the edges of
  /// what a scalar can be.
  public static let scalars: [Unicode.Scalar] = everyScalar.filter { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .enclosingMark:
      return true
    default:
      return scalar.value < 0x250 || (0x300...0x36F).contains(scalar.value)
        || edges.contains(scalar.value) || likenesses.contains(scalar)
    }
  }

  /// All of Unicode.
  public static var everyScalar: some Sequence<Unicode.Scalar> {
    (UInt32(0)...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }
  }

  /// What surrounds the surrogates, private scalars, and those that are no characters.
  private static let edges: Set<UInt32> = [
    0xD7FF, 0xE000, 0xF8FF, 0xFDD0, 0xFDEF, 0xFE0E, 0xFE0F, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE,
    0x1FFFF,
    0xE0100, 0xF0000, 0x10FFFD, 0x10FFFE, 0x10FFFF,
  ]

  /// What looks like a quote or a formula's sign, or is equal to one in Swift's eyes.
  private static let likenesses: Set<Unicode.Scalar> = [
    "\u{1FEF}", "\u{37E}", "\u{212A}", "\u{2018}", "\u{2019}", "\u{2032}", "\u{FF02}", "\u{FF07}",
    "\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}",
  ]

  /// Scalars that are one character together.
  public static let characters = [
    "\r\n", "e\u{301}", "'\u{301}", "\"\u{338}", "\\\u{301}", "`\u{20DD}", "=\u{338}", "<\u{338}",
    "👩‍🔬", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🇩🇰",
    "1\u{FE0F}\u{20E3}",
    "\u{1100}\u{1161}\u{11A8}", "\u{915}\u{94D}\u{937}",
    "a" + String(repeating: "\u{35C}", count: 60),
    "\u{202E}txt.exe", "\u{2066}a\u{2069}", "\0\0",
  ]

  /// Each alone, and behind what quotes, escapes and ends.
  public static let all = (scalars.map { String(Character($0)) } + characters).flatMap { one in
    ["", "'", "\"", "`", "\\", "\r\n"].map { $0 + one }
  }
}
