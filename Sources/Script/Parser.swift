/// Makes statements of tokens.
///
/// One function for each production of the grammar in docs/language.md.
public struct Parser {
  let source: Source
  let tokens: [Token]
  let commands: CommandSet
  var position = 0

  /// The local variables of the `def` that is being read.
  var locals: [Symbol: Int]?
  /// Those of the functions around a function without a name, outermost first.
  var outerLocals: [[Symbol: Int]] = []
  var loops = 0
  var depth = 0

  /// No expression and no block may be nested deeper: the stack is finite.
  static let deepest = 400
  /// No chain such as `1 + 1 + 1` may be longer.
  static let longest = 2000

  /// Parses a whole source.
  ///
  /// - Parameter commands: those whose names need no parentheses.
  /// - Throws: `Diagnostic`; `isIncomplete` if more text could make it whole.
  public static func program(
    _ source: Source, commands: CommandSet
  ) throws -> Program {
    let tokens = try Lexer.tokens(of: source)
    var parser = Parser(source: source, tokens: tokens, commands: commands)
    var statements: [Statement] = []
    var spans: [Span] = []
    while true {
      parser.skipEnds()
      if parser.kind == .endOfInput { break }
      let start = parser.token.span
      statements.append(try parser.statement())
      spans.append(start.through(parser.previous.span))
      try parser.end(of: start)
    }
    return Program(source: source, statements: statements, spans: spans)
  }

  private init(source: Source, tokens: [Token], commands: CommandSet) {
    self.source = source
    self.tokens = tokens
    self.commands = commands
  }

  // MARK: Tokens

  var token: Token { tokens[position] }
  var kind: Token.Kind { tokens[position].kind }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }
  var previous: Token { tokens[max(position - 1, 0)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func accept(_ mark: Mark) -> Bool {
    guard kind == .symbol(mark) else { return false }
    advance()
    return true
  }

  mutating func accept(_ word: Keyword) -> Bool {
    guard kind == .keyword(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: Mark, _ context: String) throws {
    guard accept(mark) else { throw error("'\(mark.rawValue)' expected \(context)") }
  }

  mutating func skipEnds() {
    while kind == .end { advance() }
  }

  /// The end of a statement that began at `start`.
  mutating func end(of start: Span) throws {
    switch kind {
    case .end: advance()
    case .symbol(.closeBrace), .endOfInput: break
    case .symbol(.assign): throw assignmentError()
    case .symbol(.spread):
      throw error("the statement should end before \(shown)", hint: "a range is written 1..3")
    case .name where Suggestion.foreign(text(token)) != nil && previous.span != start:
      throw error(
        "the statement should end before \(shown)", hint: Suggestion.foreign(text(token)))
    case .symbol(.colon) where next.kind == .symbol(.assign):
      throw error("a name gets a value by '=', not ':='")
    default:
      if previous.kind == .name, previous.span == start { throw noCommand() }
      throw error("the statement should end before \(shown)", hint: endHint(start))
    }
  }

  /// What was probably meant by what stands behind a whole statement that began at `start`.
  private func endHint(_ start: Span) -> String {
    let isCommand = commands.isCommand(source[start])
    switch kind {
    case .name where next.kind == .symbol(.colon):
      return "a comma stands between arguments: …, \(text(token)): …"
    case .number where isCommand, .textBegin where isCommand, .name where isCommand:
      return "a comma stands between arguments"
    case .symbol(.comma):
      return "a list is written [1, 2], and a number with a point: 1.5"
    case .keyword(.if): return "write if … { … }"
    default: return "a new statement begins on a new line or after ';'"
    }
  }

  /// A name with something behind it, as if it were a command.
  private func noCommand() -> Diagnostic {
    let name = text(previous)
    let all = commands.all.filter { $0.form == .command }.map(\.name)
    let isFunction = commands[name] != nil
    return error(
      "'\(name)' is no command", at: previous.span,
      hint: isFunction
        ? "call it with brackets: \(name)(…)"
        : Suggestion.foreign(name) ?? Suggestion.didYouMean(name, among: all)
          ?? "a function is called with brackets: \(name)(…)")
  }

  /// What can be assigned to, told where something else was tried.
  private func assignmentError() -> Diagnostic {
    let left = previous
    if left.kind == .name, position > 1, tokens[position - 2].kind == .symbol(.dot) {
      return error(
        "the field '\(text(left))' cannot be set: values do not change", at: left.span,
        hint: "make a new value, and give it a name")
    }
    if left.kind == .symbol(.closeBracket) {
      return error(
        "an element cannot be set: values do not change", at: left.span,
        hint: "make a new list, for example with [… for … in …] or append")
    }
    return error("only a name can stand left of '='")
  }

  func text(_ token: Token) -> String { source[token.span] }

  /// The current token, as a message names it.
  var shown: String {
    switch kind {
    case .endOfInput: "the end"
    case .end: text(token) == ";" ? "';'" : "the line's end"
    case .textBegin: "this text"
    default: "'\(text(token))'"
    }
  }

  func error(_ message: String, at span: Span? = nil, hint: String? = nil) -> Diagnostic {
    Diagnostic(message, in: source, at: span ?? token.span, phase: .syntax, suggestion: hint)
  }

  /// Runs one level of nesting.
  mutating func nested<T>(_ body: (inout Self) throws -> T) throws -> T {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error("brackets or blocks are nested more than \(Self.deepest) deep")
    }
    return try body(&self)
  }

  /// Where a name that is called stands among the locals, if it is one.
  mutating func slot(ofCall name: String) -> Int? {
    let symbol = Symbol(name)
    let isLocal = locals?[symbol] != nil || outerLocals.contains { $0[symbol] != nil }
    return isLocal ? variable(name).slot : nil
  }

  /// A variable, with its place among the locals inside a `def`.
  mutating func variable(_ name: String) -> Expression.Variable {
    let symbol = Symbol(name)
    guard locals != nil else { return .init(symbol: symbol, slot: nil) }
    let slot = locals?[symbol] ?? locals?.count
    locals?[symbol] = slot
    return .init(symbol: symbol, slot: slot)
  }
}
