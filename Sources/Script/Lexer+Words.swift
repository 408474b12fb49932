extension Lexer {
  mutating func number() throws {
    let start = i
    while isDigit(at: i) { i += 1 }
    if i < bytes.count, bytes[i] == UInt8(ascii: "."), isDigit(at: i + 1) {
      i += 1
      while isDigit(at: i) { i += 1 }
    }
    if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") {
      let signed =
        i + 1 < bytes.count && [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[i + 1])
      let digits = i + (signed ? 2 : 1)
      if isDigit(at: digits) {
        i = digits
        while isDigit(at: i) { i += 1 }
      }
    }
    if isNamePart(at: i) {
      let digits = i
      while isNamePart(at: i) { i += 1 }
      try checkLetters(Span(digits, i))
      throw error(
        "'\(source[Span(start, i)])' is no number", Span(start, i),
        "a number is followed by an operator, a comma or a space")
    }
    append(.number, start)
  }

  mutating func name() throws {
    let start = i
    while isNamePart(at: i) { i += 1 }
    let span = Span(start, i)
    guard i - start <= 200 else { throw error("a name has at most 200 bytes", span) }
    if bytes[span.start..<span.end].contains(where: { $0 >= 0x80 }) { try checkLetters(span) }
    if i - start <= 8, let word = Keyword(rawValue: source[span]) {
      append(.keyword(word), start)
    } else {
      append(.name, start)
    }
  }

  /// Characters that look right in a word processor and mean nothing here.
  private func checkLetters(_ span: Span) throws {
    var offset = span.start
    for scalar in source[span].unicodeScalars {
      let width = UTF8.width(scalar)
      let place = Span(offset, offset + width)
      switch scalar {
      case "“", "”", "„", "‘", "’":
        throw error(
          "'\(scalar)' is no quotation mark here", place, "write straight quotes: \"text\"")
      case "−", "–", "—":
        throw error("'\(scalar)' is no operator", place, "write minus as '-'")
      case "×", "·":
        throw error("'\(scalar)' is no operator", place, "write times as '*'")
      case _ where scalar.properties.isWhitespace:
        throw error("a blank of an unusual kind stands here", place, "write an ordinary space")
      case _ where scalar.value >= 0x80 && !scalar.properties.isXIDContinue:
        throw error("the character '\(scalar)' means nothing here", place)
      default: break
      }
      offset += width
    }
  }
}
