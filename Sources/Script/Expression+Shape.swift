extension Program {
  /// What the parser made of the script, one statement a line, operators first: `(+ 1 (* 2 3))`.
  public var shape: String { statements.map(\.shape).joined(separator: "\n") }
}

extension Statement {
  var shape: String {
    switch self {
    case .expression(let expression): expression.shape
    case .assign(let variable, let value, _): "(= \(variable.symbol.name) \(value.shape))"
    case .branch(let branches, let otherwise):
      "(if "
        + branches.map { "\($0.condition.shape) \(Self.shape($0.body))" }.joined(separator: " ")
        + (otherwise.isEmpty ? "" : " else \(Self.shape(otherwise))") + ")"
    case .whileLoop(let condition, let body): "(while \(condition.shape) \(Self.shape(body)))"
    case .forLoop(let loop, let body, _): "(for \(loop.shape) \(Self.shape(body)))"
    case .attempt(let body, let name, let otherwise):
      "(try \(Self.shape(body)) \(name.map { "\($0.symbol.name) " } ?? "")\(Self.shape(otherwise)))"
    case .breakLoop: "break"
    case .continueLoop: "continue"
    case .define(let function):
      "(def \(function.name) ("
        + function.parameters.map { parameter in
          parameter.name + (parameter.initial.map { ": \($0.shape)" } ?? "")
        }.joined(separator: " ") + ") \(Self.shape(function.body)))"
    case .returns(let value): value.map { "(return \($0.shape))" } ?? "return"
    case .use(let path, _): "(use \(path.shape))"
    }
  }

  static func shape(_ block: [Statement]) -> String {
    "{" + block.map(\.shape).joined(separator: "; ") + "}"
  }
}

extension Expression.Loop {
  var shape: String {
    "\(index.map { "\($0.symbol.name), " } ?? "")\(item.symbol.name) in \(sequence.shape)"
  }
}

extension Expression {
  var shape: String {
    switch self {
    case .literal(let value, _): value.literal
    case .text(let pieces, _): "(text \(Self.shapes(pieces)))"
    case .list(let items, _): "[\(Self.shapes(items))]"
    case .record(let entries, _):
      "{" + entries.map { "\($0.name ?? "…"): \($0.value.shape)" }.joined(separator: " ") + "}"
    case .function(let function, _, _):
      "(=> (\(function.parameters.map(\.name).joined(separator: " "))) "
        + "\(Statement.shape(function.body)))"
    case .attempt(let value, let otherwise, _): "(try \(value.shape) \(otherwise.shape))"
    case .comprehension(let each, let loop, let condition, _):
      "[\(each.shape) for \(loop.shape)\(condition.map { " if \($0.shape)" } ?? "")]"
    case .range(let first, let last, let step, _):
      "(.. \(first.shape) \(last.shape)\(step.map { " by \($0.shape)" } ?? ""))"
    case .variable(let variable, _): variable.symbol.name
    case .unary(let op, let operand, _): "(\(op.rawValue) \(operand.shape))"
    case .binary(let op, let left, let right, _): "(\(op.rawValue) \(left.shape) \(right.shape))"
    case .field(let owner, let name, _): "(. \(owner.shape) \(name))"
    case .index(let owner, let index, _): "(at \(owner.shape) \(index.shape))"
    case .call(let call):
      "(call \(call.name)"
        + call.arguments.map { " \($0.label.map { "\($0): " } ?? "")\($0.value.shape)" }.joined()
        + ")"
    case .block(let statements, _): Statement.shape(statements)
    }
  }

  private static func shapes(_ parts: [Expression]) -> String {
    parts.map(\.shape).joined(separator: " ")
  }
}

extension Source {
  /// The tokens of the script, one a line: place, kind and text.
  public func tokenList() throws -> String {
    try Lexer.tokens(of: self).map { token in
      let (line, column) = position(of: token.span.start)
      let text = Value.text(self[token.span]).literal
      return "\(line):\(column)".padded(to: 8) + "\(token.kind)".padded(to: 24) + text
    }.joined(separator: "\n")
  }
}
