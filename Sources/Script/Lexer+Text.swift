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
        default:
          throw error(
            "no escape '\(source[Span(i, i + 2)])'", Span(i, i + 2),
            "there are \\n \\t \\\" \\\\ and \\( )")
        }
      default:
        i += 1
      }
    }
  }
}
