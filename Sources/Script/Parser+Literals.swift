extension Parser {
  /// Whether the `{` here begins a record, not a block.
  var isRecord: Bool {
    var ahead = position + 1
    while tokens[ahead].kind == .end, ahead < tokens.count - 1 { ahead += 1 }
    switch tokens[ahead].kind {
    case .symbol(.closeBrace), .symbol(.spread): return true
    case .name, .keyword: ahead += 1
    case .textBegin: ahead += tokens[ahead + 1].kind == .textPiece ? 3 : 2
    default: return false
    }
    return ahead < tokens.count && tokens[ahead].kind == .symbol(.colon)
  }

  /// `{name: value, …record}`
  mutating func recordLiteral() throws -> Expression {
    let start = token.span
    var entries: [Expression.Entry] = []
    var names: Set<String> = []
    advance()
    skipEnds()
    while !accept(.closeBrace) {
      if accept(.spread) {
        entries.append(.init(name: nil, value: try expression()))
      } else {
        let place = token.span
        let name = try fieldName()
        guard names.insert(name).inserted else {
          throw error("the field '\(name)' is given twice", at: place)
        }
        try expect(.colon, "after the name of a field")
        entries.append(.init(name: name, value: try expression()))
      }
      skipEnds()
      if kind != .symbol(.closeBrace) {
        guard accept(.comma) else { throw error("',' or '}' expected in the record, not \(shown)") }
      }
      skipEnds()
    }
    return .record(entries, start.through(previous.span))
  }

  /// A word, or any text in quotes.
  private mutating func fieldName() throws -> String {
    switch kind {
    case .name, .keyword:
      advance()
      return text(previous)
    case .textBegin:
      let place = token.span
      guard case .literal(.text(let name), _) = try expression(), !name.isEmpty else {
        throw error("the name of a field is a word or a plain text", at: place)
      }
      return name
    default: throw error("the name of a field expected, not \(shown)")
    }
  }

  /// Whether the `(` here begins the parameters of a function without a name.
  var isFunction: Bool {
    var ahead = position + 1
    while true {
      switch tokens[ahead].kind {
      case .name, .symbol(.comma): ahead += 1
      case .symbol(.closeParenthesis):
        return ahead + 1 < tokens.count && tokens[ahead + 1].kind == .symbol(.arrow)
      default: return false
      }
    }
  }

  /// `x => value`, `(a, b) => { … return value }`
  mutating func functionLiteral() throws -> Expression {
    let start = token.span
    let outer = (locals, outerLocals, loops)
    if let locals { outerLocals.append(locals) }
    locals = [:]
    loops = 0
    var parameters: [Function.Parameter] = []
    if accept(.openParenthesis) {
      parameters = try self.parameters()
    } else {
      let name = try newName("a parameter")
      _ = variable(name)
      parameters = [.init(name: name, initial: nil)]
    }
    try expect(.arrow, "before what the function gives")
    let isBlock = kind == .symbol(.openBrace) && !isRecord
    let body = isBlock ? try block("") : [.returns(try rightSide())]
    let names = (locals ?? [:]).sorted { $0.value < $1.value }.map(\.key)
    (locals, outerLocals, loops) = outer
    var captures: [Expression.Capture] = []
    for (inner, symbol) in names.enumerated().dropFirst(parameters.count) {
      if let outer = variable(symbol.name).slot {
        captures.append(.init(inner: inner, outer: outer))
      }
    }
    let span = start.through(previous.span)
    return .function(
      Function(
        name: "function", parameters: parameters, body: body, locals: names, source: source,
        span: span), captures: captures, span)
  }

  /// `try value else otherwise`
  mutating func attempt(_ part: (inout Self) throws -> Expression) throws -> Expression {
    let start = token.span
    advance()
    let value = try part(&self)
    skipEndsBeforeElse()
    guard accept(.else) else {
      throw error(
        "'else' expected after what 'try' tries, not \(shown)",
        hint: "write try … else none, or try { … } else error { … }")
    }
    return .attempt(value, otherwise: try part(&self), start.through(previous.span))
  }

  /// `try { … } else error { … }`
  mutating func attemptBlock() throws -> Statement {
    advance()
    let body = try block("after 'try'")
    skipEndsBeforeElse()
    guard accept(.else) else {
      throw error(
        "'else' expected after the block of 'try'",
        hint: "write } else error { print error.message }")
    }
    let name = kind == .name ? variable(try newName("the error")) : nil
    return .attempt(body, error: name, otherwise: try block("after 'else'"))
  }
}
