extension Parser {
  /// A variable, a function without a name, or a call: a name directly followed by `(`.
  mutating func nameOrCall() throws -> Expression {
    if next.kind == .symbol(.arrow) { return try nested { try $0.functionLiteral() } }
    let name = text(token)
    let place = token.span
    advance()
    if kind == .symbol(.openParenthesis), !token.spaced {
      let arguments = try parenthesisedArguments()
      return .call(
        .init(
          name: name, symbol: Symbol(name), slot: slot(ofCall: name), nameSpan: place,
          arguments: arguments,
          span: place.through(previous.span)))
    }
    if commands.isCommand(name) {
      throw error(
        "inside an expression the command '\(name)' needs brackets", at: place,
        hint: "write \(name)(…)")
    }
    return .variable(variable(name), place)
  }

  /// A command without parentheses: `refine guesses, against: measured`
  mutating func command() throws -> Expression {
    let name = text(token)
    let place = token.span
    advance()
    if kind == .symbol(.assign) {
      throw error("'\(name)' is a command and cannot name a variable", at: place)
    }
    var arguments: [Expression.Argument] = []
    if !isEndOfCommand {
      repeat { arguments.append(try argument()) } while accept(.comma)
    }
    return .call(
      .init(
        name: name, symbol: Symbol(name), slot: nil, nameSpan: place, arguments: arguments,
        span: place.through(previous.span)))
  }

  private var isEndOfCommand: Bool {
    switch kind {
    case .end, .endOfInput, .symbol(.closeBrace): true
    default: false
    }
  }

  mutating func parenthesisedArguments() throws -> [Expression.Argument] {
    advance()
    return try nested { parser in
      var arguments: [Expression.Argument] = []
      while !parser.accept(.closeParenthesis) {
        arguments.append(try parser.argument())
        if parser.kind != .symbol(.closeParenthesis) {
          guard parser.accept(.comma) else {
            throw parser.error("',' or ')' expected after the argument, not \(parser.shown)")
          }
        }
      }
      return arguments
    }
  }

  private mutating func argument() throws -> Expression.Argument {
    let place = token.span
    var label: String?
    let isWord = if case .keyword = kind { true } else { kind == .name }
    if isWord, next.kind == .symbol(.colon) {
      label = text(token)
      advance()
      advance()
    }
    if kind == .symbol(.openBrace), !isRecord {
      let start = token.span
      let statements = try nested { try $0.block("") }
      let block = Expression.block(statements, start.through(previous.span))
      return .init(label: label, labelSpan: place, value: block)
    }
    return .init(label: label, labelSpan: place, value: try expression())
  }
}
