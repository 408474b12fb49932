extension Parser {
  mutating func expression() throws -> Expression {
    try nested { try $0.operation(.or) }
  }

  /// A sequence: no `in` at its own level, so that `for x in xs` reads well.
  mutating func range() throws -> Expression {
    try nested { try $0.operation(.range) }
  }

  /// Operators that bind at least as tightly as `weakest`.
  private mutating func operation(_ weakest: Operator.Precedence) throws -> Expression {
    var left = try operand(weakest)
    var length = 0
    var lastComparison: Operator?
    while true {
      if kind == .symbol(.range), weakest <= .range {
        left = try rangeTail(left)
        continue
      }
      guard let op = Operator(between: kind), op.precedence >= weakest, op != .not else { break }
      let place = token.span
      length += 1
      guard length <= Self.longest else {
        throw error("more than \(Self.longest) operators in one chain")
      }
      if op.precedence == .comparison {
        if lastComparison != nil {
          throw error("comparisons do not chain", hint: "write a < b and b < c")
        }
        lastComparison = op
      } else if op.precedence < .comparison {
        lastComparison = nil
      }
      advance()
      let right = try rightOperand(of: op)
      left = .binary(op, left, right, place)
    }
    return left
  }

  private mutating func rightOperand(of op: Operator) throws -> Expression {
    // A power binds to the right, and takes a sign: 2 ^ -1.
    if op == .power { return try nested { try $0.operation(.sign) } }
    guard let tighter = Operator.Precedence(rawValue: op.precedence.rawValue + 1) else {
      return try postfix()
    }
    return try operation(tighter)
  }

  private mutating func operand(_ weakest: Operator.Precedence) throws -> Expression {
    let place = token.span
    if kind == .keyword(.not), weakest <= .not {
      advance()
      return .unary(.not, try nested { try $0.operation(.not) }, place)
    }
    if accept(.minus) {
      return .unary(.subtract, try nested { try $0.operation(.sign) }, place)
    }
    if accept(.plus) { return try nested { try $0.operation(.sign) } }
    return try postfix()
  }

  /// `first..last`, `first..last by step`
  private mutating func rangeTail(_ first: Expression) throws -> Expression {
    advance()
    let last = try operation(.sum)
    let step = accept(.by) ? try operation(.sum) : nil
    if kind == .symbol(.range) { throw error("a range has two ends") }
    return .range(first, last, step: step, first.span.through(previous.span))
  }

  /// A value with its fields, elements and calls: `fits[0].rw`, `table.head(3)`
  private mutating func postfix() throws -> Expression {
    var value = try primary()
    var length = 0
    while true {
      length += 1
      guard length <= Self.longest else { throw error("this chain is too long") }
      if kind == .symbol(.dot) {
        advance()
        value = try member(of: value)
      } else if kind == .symbol(.openBracket), !token.spaced {
        let start = value.span
        advance()
        let index = try expression()
        try expect(.closeBracket, "after the index")
        value = .index(value, index, start.through(previous.span))
      } else {
        return value
      }
    }
  }

  private mutating func member(of value: Expression) throws -> Expression {
    let isWord = if case .keyword = kind { true } else { kind == .name }
    guard isWord else { throw error("the name of a field expected after '.', not \(shown)") }
    let place = token.span
    let name = text(token)
    advance()
    let span = value.span.through(place)
    guard kind == .symbol(.openParenthesis), !token.spaced else {
      return .field(value, name, place)
    }
    let first = Expression.Argument(label: nil, labelSpan: value.span, value: value)
    let rest = try parenthesisedArguments()
    return .call(
      .init(
        name: name, symbol: Symbol(name), slot: slot(ofCall: name), nameSpan: place,
        arguments: [first] + rest,
        span: span.through(previous.span)))
  }

  private mutating func primary() throws -> Expression {
    let place = token.span
    switch kind {
    case .number:
      let digits = text(token)
      guard let number = Double(digits), number.isFinite else {
        throw error("the number '\(digits)' is too large")
      }
      advance()
      return .literal(.number(number), place)
    case .keyword(.true): return literal(.bool(true))
    case .keyword(.false): return literal(.bool(false))
    case .keyword(.none): return literal(.none)
    case .textBegin: return try nested { try $0.textLiteral() }
    case .keyword(.try): return try nested { try $0.attempt { try $0.expression() } }
    case .symbol(.openBrace) where isRecord: return try nested { try $0.recordLiteral() }
    case .symbol(.openParenthesis) where isFunction:
      return try nested { try $0.functionLiteral() }
    case .symbol(.openParenthesis):
      advance()
      let value = try expression()
      try expect(.closeParenthesis, "after the expression in brackets")
      return value
    case .symbol(.openBracket): return try nested { try $0.listLiteral() }
    case .name: return try nameOrCall()
    default: throw unexpected()
    }
  }

  private mutating func literal(_ value: Value) -> Expression {
    advance()
    return .literal(value, previous.span)
  }

  private func unexpected() -> Diagnostic {
    switch kind {
    case .symbol(.times) where previous.kind == .symbol(.times):
      error("a value expected, not \(shown)", hint: "a power is written 2 ^ 3")
    case .symbol(.assign)
    where [.plus, .minus, .times, .divide].map(Token.Kind.symbol)
      .contains(previous.kind):
      error("a value expected, not \(shown)", hint: "write the name again: x = x + 1")
    case .symbol(.assign) where previous.kind == .symbol(.assign):
      error("a value expected, not \(shown)", hint: "'==' compares, '=' gives a name to a value")
    case .symbol(.greater) where previous.kind == .symbol(.minus):
      error("a value expected, not \(shown)", hint: "a function without a name is x => x ^ 2")
    case .symbol(.openBrace):
      error(
        "a value expected, not a block",
        hint: "a list is written with [ ], a record as {name: value}")
    case .keyword(let word):
      error("a value expected, not the word '\(word.rawValue)'")
    default: error("a value expected, not \(shown)")
    }
  }

  private mutating func textLiteral() throws -> Expression {
    let start = token.span
    advance()
    var pieces: [Expression] = []
    while kind != .textEnd {
      if kind == .textPiece {
        pieces.append(.literal(.text(Self.unescaped(text(token))), token.span))
        advance()
      } else {
        advance()
        pieces.append(try expression())
        guard kind == .interpolationEnd else { throw error("')' expected, not \(shown)") }
        advance()
      }
    }
    advance()
    let span = start.through(previous.span)
    if pieces.isEmpty { return .literal(.text(""), span) }
    if pieces.count == 1, case .literal(.text(let text), _) = pieces[0] {
      return .literal(.text(text), span)
    }
    return .text(pieces, span)
  }

  /// By scalars: an accent after an escape joins what the escape means.
  private static func unescaped(_ raw: String) -> String {
    var text = String.UnicodeScalarView()
    var rest = raw.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let mark = rest.popFirst() else {
        text.append(scalar)
        continue
      }
      switch mark {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "u":
        let escape = rest.prefix(8).prefix { $0 != "}" }
        rest = rest.dropFirst(escape.count + 1)
        if let scalar = Lexer.scalar(escape: String(escape) + "}") { text.append(scalar) }
      default: text.append(mark)
      }
    }
    return String(text)
  }

  /// `[a, b]`, or `[each for x in xs if condition]`
  private mutating func listLiteral() throws -> Expression {
    let start = token.span
    advance()
    var items: [Expression] = []
    while !accept(.closeBracket) {
      items.append(try expression())
      if items.count == 1, kind == .keyword(.for) {
        return try comprehension(each: items[0], start)
      }
      if kind != .symbol(.closeBracket) {
        guard accept(.comma) else { throw error("',' or ']' expected in the list, not \(shown)") }
      }
    }
    return .list(items, start.through(previous.span))
  }

  private mutating func comprehension(each: Expression, _ start: Span) throws -> Expression {
    let loop = try loopHead()
    let condition = accept(.if) ? try expression() : nil
    try expect(.closeBracket, "after the comprehension")
    return .comprehension(each: each, loop, condition: condition, start.through(previous.span))
  }
}
