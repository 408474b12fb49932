extension StringProtocol {
  /// The text as people may safely see it: what would steer a terminal is shown by a sign, so that
  /// ESC reads ␛ and nothing that a file holds moves the cursor, sets the clipboard or turns words
  /// around. Line ends and tabs stay.
  public var shown: String {
    guard unicodeScalars.contains(where: \.steers) else { return String(self) }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.steers ? scalar.sign : scalar) }
    return String(text)
  }
}

extension StringProtocol {
  /// The same on one line, as for a heading or a comment.
  public var shownOnOneLine: String {
    String(
      String.UnicodeScalarView(
        shown.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar does something rather than shows something.
  var steers: Bool {
    switch value {
    case 0x09, 0x0A, 0x20...0x7E: false
    case ..<0x20, 0x7F...0x9F: true
    case 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Unicode's picture of a control character, or the replacement character.
  fileprivate var sign: Unicode.Scalar {
    switch value {
    case ..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
