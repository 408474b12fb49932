extension Interpreter {
  func evaluate(_ expression: Expression) throws -> Value {
    switch expression {
    case .literal(let value, _): return value
    case .variable(let variable, let span): return try read(variable, span)
    case .binary(let op, let left, let right, let span):
      return try binary(op, left, right, span)
    case .call(let call): return try self.call(call)
    case .unary(let op, let operand, let span): return try unary(op, operand, span)
    case .field(let owner, let name, let span):
      return try field(name, of: try evaluate(owner), span)
    case .index(let owner, let index, _):
      return try element(of: try evaluate(owner), at: try evaluate(index), index.span)
    case .text(let pieces, let span): return try text(pieces, span)
    case .list(let items, let span):
      let values = try items.map(evaluate)
      try at(span) { try Value.checkList(count: values.count, new: values) }
      return .list(values)
    case .record(let entries, let span): return try record(entries, span)
    case .function(let function, let captures, let span):
      return try closure(function, captures, span)
    case .attempt(let value, let otherwise, _):
      do { return try placed { try evaluate(value) } } catch is Diagnostic {
        return try evaluate(otherwise)
      }
    case .range(let first, let last, let step, let span): return try range(first, last, step, span)
    case .comprehension(let each, let loop, let condition, let span):
      return try comprehension(each, loop, condition, span)
    case .block(_, let span): throw Fault("a block has no value here", span)
    }
  }

  @inline(__always)
  func value(of variable: Expression.Variable) -> Value? {
    if let slot = variable.slot, let value = locals[slot] { return value }
    return session.value(of: variable.symbol)
  }

  private func read(_ variable: Expression.Variable, _ span: Span) throws -> Value {
    if let value = value(of: variable) { return value }
    throw Fault.noVariable(
      variable.symbol.name, span, among: visibleNames, session.commands, session.functions,
      in: source)
  }

  private var visibleNames: [String] {
    let local = function?.locals.enumerated().filter { locals[$0.offset] != nil } ?? []
    return local.map(\.element.name) + session.variableNames
  }

  private func binary(
    _ op: Operator, _ left: Expression, _ right: Expression, _ span: Span
  ) throws -> Value {
    try stack.check(span)
    if op == .and { return .bool(try isTrue(left) && isTrue(right)) }
    if op == .or { return .bool(try isTrue(left) || isTrue(right)) }
    let a = try evaluate(left)
    let b = try evaluate(right)
    if case .number(let a) = a, case .number(let b) = b {
      switch op {
      case .add: return .number(a + b)
      case .subtract: return .number(a - b)
      case .multiply: return .number(a * b)
      case .less: return .bool(a < b)
      default: break
      }
    }
    return try at(span) {
      let result = try Value.combine(op, a, b)
      try session.memory.spend(result.weight)
      return result
    }
  }

  private func unary(_ op: Operator, _ operand: Expression, _ span: Span) throws -> Value {
    try stack.check(span)
    if op == .not { return .bool(try !isTrue(operand)) }
    let value = try evaluate(operand)
    return try at(span) { try Value.negate(value) }
  }

  /// Adds a place to what values complain about.
  func at<T>(_ span: Span, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let complaint as Complaint {
      throw Fault(complaint.message, span, suggestion: complaint.suggestion)
    }
  }

  private func record(_ entries: [Expression.Entry], _ span: Span) throws -> Value {
    var record = Record()
    for entry in entries {
      let value = try evaluate(entry.value)
      if let name = entry.name {
        record.set(name, to: value)
      } else {
        guard let other = try? Record.from(value) else {
          throw Fault(
            "… takes over the fields of a record, not of \(value.mention)", entry.value.span)
        }
        for (name, value) in zip(other.keys, other.values) { record.set(name, to: value) }
      }
    }
    try at(span) { try Value.checkList(count: record.count, new: record.values) }
    return .record(record)
  }

  private func closure(
    _ function: Function, _ captures: [Expression.Capture], _ span: Span
  ) throws -> Value {
    var values = [Value?](repeating: nil, count: function.locals.count)
    for capture in captures { values[capture.inner] = locals[capture.outer] }
    try at(span) { try Value.checkList(count: 0, new: values.compactMap { $0 }) }
    return .object(Closure(function: function, locals: values))
  }

  private func range(
    _ first: Expression, _ last: Expression, _ step: Expression?, _ span: Span
  ) throws -> Value {
    let by = try step.map { try number($0, "the step of a range") } ?? 1
    guard by != 0 else { throw Fault("the step of a range is not 0", step?.span ?? span) }
    return .range(
      .init(try number(first, "an end of a range"), try number(last, "an end of a range"), by: by))
  }

  private func number(_ expression: Expression, _ what: String) throws -> Double {
    let value = try evaluate(expression)
    guard case .number(let number) = value, number.isFinite else {
      throw Fault("\(what) is a number, not \(value.mention)", expression.span)
    }
    return number
  }

  private func text(_ pieces: [Expression], _ span: Span) throws -> Value {
    let texts = try pieces.map { try evaluate($0).text }
    try session.checkInterrupt()
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    try at(span) {
      try Value.checkText(bytes)
      try session.memory.spend(bytes / 8)
    }
    return .text(texts.joined())
  }

  private func comprehension(
    _ each: Expression, _ loop: Expression.Loop, _ condition: Expression?, _ span: Span
  ) throws -> Value {
    let names = [loop.item] + (loop.index.map { [$0] } ?? [])
    let before = names.map { name in
      name.slot.map { locals[$0] } ?? session.value(of: name.symbol)
    }
    defer {
      for (name, value) in zip(names, before) {
        if let slot = name.slot { locals[slot] = value } else { session.set(name.symbol, value) }
      }
    }
    var items: [Value] = []
    try self.each(loop) {
      guard try condition.map(isTrue) ?? true else { return true }
      let item = try evaluate(each)
      try at(span) { try Value.checkList(count: items.count + 1, new: CollectionOfOne(item)) }
      items.append(item)
      return true
    }
    return .list(items)
  }

  /// The values of an expression in the rows of a table, where its columns' names have the values
  /// of the row. A list with a value for each row that reads none of them is the column as it is.
  func evaluate(_ expression: Expression, inRowsOf table: Table) throws -> [Value] {
    let names = table.columns.map { column in
      let symbol = Symbol(column.name)
      return Expression.Variable(symbol: symbol, slot: function?.locals.firstIndex(of: symbol))
    }
    let before = names.map { session.value(of: $0.symbol) }
    let outer = locals
    defer {
      for (name, value) in zip(names, before) { session.set(name.symbol, value) }
      locals = outer
    }
    var values: [Value] = []
    for row in 0..<table.rows {
      try session.checkTurn()
      for (name, column) in zip(names, table.columns) { set(name, column.values[row]) }
      values.append(try evaluate(expression))
      if row == 0, case .list(let list) = values[0], list.count == table.rows,
        !reads(oneOf: table.keys, in: expression)
      {
        return list
      }
    }
    return values
  }

  /// Whether one of these names stands alone in an expression; `t.rw` reads a field of `t`.
  private func reads(oneOf names: [String], in expression: Expression) -> Bool {
    let tokens = (try? Lexer.tokens(of: source)) ?? []
    return tokens.indices.contains { i in
      let token = tokens[i]
      return token.kind == .name && names.contains(source[token.span])
        && token.span.start >= expression.span.start && token.span.end <= expression.span.end
        && (i == 0 || tokens[i - 1].kind != .symbol(.dot))
    }
  }
}
