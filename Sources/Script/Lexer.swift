/// Cuts a source into tokens.
package struct Lexer {
  let source: Source
  let bytes: [UInt8]
  var i = 0
  private var tokens: [Token] = []
  /// What is open, outermost first: brackets, and `"` and `\(` of text.
  var open: [(mark: Open, span: Span)] = []

  enum Open { case parenthesis, bracket, brace, text, interpolation }

  /// All tokens of a source; the last is `endOfInput`.
  ///
  /// - Throws: `Diagnostic`, with the place of the character that is wrong.
  package static func tokens(of source: Source) throws -> [Token] {
    var lexer = Lexer(source)
    try lexer.run()
    return lexer.tokens
  }

  private init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    tokens.reserveCapacity(bytes.count / 4)
  }

  private mutating func run() throws {
    while i < bytes.count {
      if case .text? = open.last?.mark {
        try textPiece()
      } else {
        try token()
      }
    }
    if let last = open.last {
      let what =
        switch last.mark {
        case .parenthesis, .interpolation: "this '(' is not closed"
        case .bracket: "this '[' is not closed"
        case .brace: "this '{' is not closed"
        case .text: "this text has no closing quote"
        }
      throw error(what, last.span, incomplete: last.mark != .text)
    }
    if let last = tokens.last, case .symbol(let mark) = last.kind, mark.continuesLine {
      if [.plus, .minus].contains(mark), tokens.dropLast().last?.kind == last.kind {
        throw error(
          "'\(mark.rawValue)\(mark.rawValue)' means nothing here", last.span,
          "write x = x \(mark.rawValue) 1")
      }
      throw error("something must follow '\(mark.rawValue)'", last.span, incomplete: true)
    }
    let end = Span(bytes.count, bytes.count)
    tokens.append(Token(kind: .end, span: end, spaced: true))
    tokens.append(Token(kind: .endOfInput, span: end, spaced: true))
  }

  private mutating func token() throws {
    let start = i
    let byte = bytes[i]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      i += 1
    case UInt8(ascii: "#"):
      i = bytes[i...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case UInt8(ascii: "\n"):
      i += 1
      if endsStatement { append(.end, start) }
    case UInt8(ascii: ";"):
      i += 1
      append(.end, start)
    case UInt8(ascii: "\""):
      i += 1
      append(.textBegin, start)
      open.append((.text, Span(start, i)))
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number()
    case 0xE2 where bytes[i...].starts(with: "…".utf8):
      i += "…".utf8.count
      append(.symbol(.spread), start)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      try name()
    default:
      try mark()
    }
  }

  /// Whether a line's end here ends a statement.
  private var endsStatement: Bool {
    switch open.last?.mark {
    case nil, .brace?: break
    default: return false
    }
    switch tokens.last?.kind {
    case nil, .end?: return false
    case .symbol(let mark)?: return !mark.continuesLine
    case .keyword(let word)?: return ![.and, .or, .not, .in, .by].contains(word)
    default: return true
    }
  }

  mutating func append(_ kind: Token.Kind, _ start: Int) {
    let spaced = start == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1])
    tokens.append(Token(kind: kind, span: Span(start, i), spaced: spaced))
  }

  func error(
    _ message: String, _ span: Span, incomplete: Bool = false, _ hint: String? = nil
  )
    -> Diagnostic
  {
    var error = Diagnostic(message, in: source, at: span, phase: .syntax, suggestion: hint)
    error.isIncomplete = incomplete
    return error
  }

  func isDigit(at j: Int) -> Bool {
    j < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[j])
  }

  func isNamePart(at j: Int) -> Bool {
    guard j < bytes.count else { return false }
    return switch bytes[j] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func mark() throws {
    let start = i
    func mark(_ length: Int) -> Mark? { Mark(rawValue: source[Span(start, start + length)]) }
    guard let mark = mark(3) ?? mark(2) ?? mark(1) else { throw unknownMark() }
    i += mark.rawValue.utf8.count
    switch mark {
    case .openParenthesis: open.append((.parenthesis, Span(start, i)))
    case .openBracket: open.append((.bracket, Span(start, i)))
    case .openBrace: open.append((.brace, Span(start, i)))
    case .closeParenthesis:
      if case .interpolation? = open.last?.mark {
        open.removeLast()
        append(.interpolationEnd, start)
        return
      }
      try close(.parenthesis, start)
    case .closeBracket: try close(.bracket, start)
    case .closeBrace: try close(.brace, start)
    default: break
    }
    append(.symbol(mark), start)
  }

  private mutating func close(_ expected: Open, _ start: Int) throws {
    let span = Span(start, i)
    guard let last = open.last else {
      throw error("nothing is open that '\(source[span])' could close", span)
    }
    guard last.mark == expected else {
      let opened = last.mark == .interpolation ? "\\(" : source[last.span]
      throw error("'\(source[span])' cannot close '\(opened)'", span)
    }
    open.removeLast()
  }

  private func unknownMark() -> Diagnostic {
    let span = Span(i, i + 1)
    return switch bytes[i] {
    case UInt8(ascii: "!"): error("'!' means nothing here", span, "write 'not' or '!='")
    case UInt8(ascii: "&"): error("'&' means nothing here", span, "write 'and'")
    case UInt8(ascii: "|"): error("'|' means nothing here", span, "write 'or'")
    case UInt8(ascii: "'"): error("text stands in double quotes", span, "write \"text\"")
    case UInt8(ascii: "\\"):
      error("'\\' means nothing outside text", span, "a line goes on after an operator or a comma")
    case ..<0x20, 0x7F: error("the byte 0x\(String(bytes[i], radix: 16)) means nothing here", span)
    default: error("'\(source[span])' means nothing here", span)
    }
  }
}
