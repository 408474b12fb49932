extension Parser {
  mutating func statement() throws -> Statement {
    switch kind {
    case .keyword(.if): return try nested { try $0.branch() }
    case .keyword(.while): return try nested { try $0.whileLoop() }
    case .keyword(.for): return try nested { try $0.forLoop() }
    case .keyword(.def): return try nested { try $0.define() }
    case .keyword(.try) where next.kind == .symbol(.openBrace):
      return try nested { try $0.attemptBlock() }
    case .keyword(.break): return try leaveLoop(.breakLoop)
    case .keyword(.continue): return try leaveLoop(.continueLoop)
    case .keyword(.return): return try returns()
    case .keyword(.use):
      let start = token.span
      advance()
      return .use(try expression(), start.through(previous.span))
    case .keyword(.else):
      throw error("'else' has no 'if' before it", hint: "write } else { after the block of an 'if'")
    case .name where next.kind == .symbol(.assign): return try assign()
    default: return .expression(try rightSide())
    }
  }

  private mutating func leaveLoop(_ statement: Statement) throws -> Statement {
    guard loops > 0 else { throw error("'\(text(token))' works only inside a loop") }
    advance()
    return statement
  }

  private mutating func assign() throws -> Statement {
    let start = token.span
    let target = try newName("a variable")
    advance()
    let value = try rightSide()
    return .assign(variable(target), value, start.through(previous.span))
  }

  /// A name that may be given to something.
  mutating func newName(_ what: String) throws -> String {
    let name = text(token)
    switch kind {
    case .name: break
    case .keyword: throw error("'\(name)' is a word of the language and cannot name \(what)")
    default: throw error("a name expected for \(what), not \(shown)")
    }
    guard !commands.isCommand(name) else {
      throw error("'\(name)' is a command and cannot name \(what)", hint: "choose another name")
    }
    advance()
    return name
  }

  /// A whole statement or right-hand side: there a command needs no parentheses.
  mutating func rightSide() throws -> Expression {
    if kind == .keyword(.try) { return try nested { try $0.attempt { try $0.rightSide() } } }
    if kind == .name, commands.isCommand(text(token)) {
      let following = next
      let called = following.kind == .symbol(.openParenthesis) && !following.spaced
      if !called { return try command() }
    }
    return try expression()
  }

  private mutating func returns() throws -> Statement {
    guard locals != nil else { throw error("'return' works only inside a 'def'") }
    advance()
    switch kind {
    case .end, .endOfInput, .symbol(.closeBrace): return .returns(nil)
    default: return .returns(try rightSide())
    }
  }

  mutating func block(_ context: String) throws -> [Statement] {
    guard accept(.openBrace) else {
      throw error("'{' expected \(context)", hint: blockHint(context))
    }
    var statements: [Statement] = []
    skipEnds()
    while kind != .symbol(.closeBrace) {
      let start = token.span
      statements.append(try statement())
      try end(of: start)
      skipEnds()
    }
    advance()
    return statements
  }

  /// How blocks and ranges are written elsewhere.
  private func blockHint(_ context: String) -> String? {
    switch kind {
    case .symbol(.colon) where context.contains("'for'"): "a range is written 1..10"
    case .symbol(.arrow): "write '>=' to compare"
    case .symbol(.colon): "a block stands between { and }"
    case .symbol(.assign): "write def f(x) { return … }"
    case .name, .number, .keyword, .textBegin: "a block stands between { and }"
    default: nil
    }
  }

  private mutating func branch() throws -> Statement {
    var branches: [Statement.Branch] = []
    repeat {
      advance()
      let condition = try condition()
      let body = try block("after the condition of 'if'")
      branches.append(.init(condition: condition, body: body))
      skipEndsBeforeElse()
      guard accept(.else) else { return .branch(branches, otherwise: []) }
    } while kind == .keyword(.if)
    return .branch(branches, otherwise: try block("after 'else'"))
  }

  /// `else` may stand on the line after the block.
  mutating func skipEndsBeforeElse() {
    var ahead = position
    while tokens[ahead].kind == .end, ahead < tokens.count - 1 { ahead += 1 }
    if tokens[ahead].kind == .keyword(.else) { position = ahead }
  }

  private mutating func condition() throws -> Expression {
    let condition = try expression()
    if case .function(_, _, let span) = condition {
      throw error("a condition is true or false, not a function", at: span, hint: "write '>='")
    }
    if kind == .symbol(.assign) {
      throw error("a condition compares with '=='", hint: "write '==' instead of '='")
    }
    return condition
  }

  private mutating func whileLoop() throws -> Statement {
    advance()
    let condition = try condition()
    return .whileLoop(condition, try loopBody("after the condition of 'while'"))
  }

  private mutating func loopBody(_ context: String) throws -> [Statement] {
    loops += 1
    defer { loops -= 1 }
    return try block(context)
  }

  private mutating func forLoop() throws -> Statement {
    let start = token.span
    let loop = try loopHead()
    let span = start.through(previous.span)
    return .forLoop(loop, try loopBody("after the sequence of 'for'"), span)
  }

  /// `for x in sequence`, `for i, x in sequence`
  mutating func loopHead() throws -> Expression.Loop {
    advance()
    if kind == .symbol(.openParenthesis) {
      throw error(
        "a name expected for the loop's variable, not '('",
        hint: "write it without brackets: for x in … {")
    }
    var item = try newName("the loop's variable")
    var index: String?
    if accept(.comma) {
      index = item
      item = try newName("the loop's variable")
    }
    guard accept(.in) else {
      throw error(
        "'in' expected after the name in 'for'",
        hint: kind == .symbol(.assign) ? "write for i in 1..10 { … }" : nil)
    }
    let sequence = try range()
    return .init(index: index.map { variable($0) }, item: variable(item), sequence: sequence)
  }

  private mutating func define() throws -> Statement {
    let start = token.span
    guard locals == nil else {
      throw error("a function cannot be defined inside another one")
    }
    advance()
    let name = try newName("a function")
    let span = start.through(previous.span)
    locals = [:]
    let outerLoops = loops
    loops = 0
    defer {
      locals = nil
      loops = outerLoops
    }
    try expect(.openParenthesis, "after the function's name")
    let parameters = try self.parameters()
    let body = try block("after the function's parameters")
    let names = (locals ?? [:]).sorted { $0.value < $1.value }.map(\.key)
    return .define(
      Function(
        name: name, parameters: parameters, body: body, locals: names, source: source, span: span))
  }

  mutating func parameters() throws -> [Function.Parameter] {
    var parameters: [Function.Parameter] = []
    while !accept(.closeParenthesis) {
      let place = token.span
      let name = try newName("a parameter")
      if parameters.contains(where: { $0.name == name }) {
        throw error("the parameter '\(name)' is repeated", at: place)
      }
      _ = variable(name)
      let initial = accept(.colon) ? try expression() : nil
      if initial == nil, let last = parameters.last, last.initial != nil {
        throw error(
          "'\(name)' needs a default too, as it follows '\(last.name)', which has one", at: place)
      }
      parameters.append(.init(name: name, initial: initial))
      if kind != .symbol(.closeParenthesis) {
        try expect(.comma, "between parameters")
      }
    }
    return parameters
  }
}
