extension Lexer {
  /// A stretch of text up to its end, to `\(`, or to one escape.
  mutating func textPiece() throws {
    let start = i
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        if i > start { append(.textPiece, start) }
        i += 1
        open.removeLast()
        append(.textEnd, i - 1)
        return
      case UInt8(ascii: "\n"):
        throw error(
          "this text has no closing quote", open.last?.span ?? Span(start, i),
          "write \\n for a new line")
      case UInt8(ascii: "\\"):
        guard i + 1 < bytes.count else {
          i += 1
          return
        }
        switch bytes[i + 1] {
        case UInt8(ascii: "("):
          if i > start { append(.textPiece, start) }
          i += 2
          append(.interpolationBegin, i - 2)
          open.append((.interpolation, Span(i - 2, i)))
          return
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
          i += 2
        case UInt8(ascii: "u"):
          try scalarEscape()
        default:
          throw error(
            "no escape '\(source[Span(i, i + 2)])'", Span(i, i + 2),
            "there are \\n \\t \\\" \\\\ \\u{…} and \\( )")
        }
      default:
        i += 1
      }
    }
  }

  /// `\u{1F}`: a scalar of Unicode by its number.
  private mutating func scalarEscape() throws {
    let end = bytes[i...].prefix(12).firstIndex(of: UInt8(ascii: "}")) ?? i + 1
    guard Self.scalar(escape: source[Span(i + 2, end + 1)]) != nil else {
      throw error(
        "no character has this number", Span(i, min(end + 1, bytes.count)),
        "numbers are hexadecimal: \\u{e9} is é")
    }
    i = end + 1
  }

  /// The scalar that the digits in `{1F}` mean.
  static func scalar(escape: String) -> Unicode.Scalar? {
    guard escape.hasPrefix("{"), escape.hasSuffix("}") else { return nil }
    let digits = escape.dropFirst().dropLast()
    guard (1...6).contains(digits.count), digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
