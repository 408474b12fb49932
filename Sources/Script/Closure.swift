/// A function as a value: `x => x / 2`, with the local variables that it saw when it was made.
public struct Closure: ScriptObject {
  public static let typeName = "function"
  public static let fields: [Field<Closure>] = []
  let function: Function
  /// The values of its local variables before a call; those of its parameters are nil.
  let locals: [Value?]

  public var summary: String {
    let text = function.source[function.span].replacing("\n", with: " ")
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

/// An argument that is called: a function without a name, or the name of a function.
public struct Callable: ScriptPiece {
  public static let typeName = "function"
  private let call: @Sendable ([Value]) throws -> Value

  init(_ expression: Expression, _ interpreter: Interpreter) throws {
    let function = try interpreter.callable(expression)
    let interpreter = Confined(interpreter)
    call = { try interpreter.value.call(function, with: $0, at: expression.span) }
  }

  public func callAsFunction(_ values: Value...) throws -> Value { try call(values) }
}

extension Interpreter {
  /// What can be called by values alone.
  enum Named {
    case closure(Closure)
    case function(Function)
    case command(Command)
  }

  /// The function that an expression means: its name, or a value that is one.
  func callable(_ expression: Expression) throws -> Named {
    if case .variable(let variable, _) = expression, value(of: variable) == nil {
      if let function = session.functions[variable.symbol] { return .function(function) }
      if let command = session.commands[variable.symbol.name] { return .command(command) }
    }
    let value = try evaluate(expression)
    guard case .object(let closure as Closure) = value else {
      throw Fault(
        "a function is needed, not \(value.mention)", expression.span,
        suggestion: "write x => …, or the name of a function")
    }
    return .closure(closure)
  }

  /// Calls a function with values for its first parameters, as many as it takes.
  func call(_ callee: Named, with values: [Value], at span: Span) throws -> Value {
    switch callee {
    case .closure(let closure):
      return try call(closure.function, locals: closure.locals, values, at: span)
    case .function(let function):
      let locals = [Value?](repeating: nil, count: function.locals.count)
      return try call(function, locals: locals, values, at: span)
    case .command(let command):
      let arguments = values.prefix(max(command.parameters.count { $0.place != .label }, 1))
      let call = Expression.Call(
        name: command.name, symbol: Symbol(command.name), slot: nil, nameSpan: span,
        arguments: arguments.map {
          .init(label: nil, labelSpan: span, value: .literal($0, span))
        }, span: span)
      return try run(command, call)
    }
  }

  private func call(
    _ function: Function, locals: [Value?], _ values: [Value], at span: Span
  ) throws -> Value {
    var locals = locals
    for (place, value) in zip(function.parameters.indices, values) { locals[place] = value }
    if let missing = function.parameters.indices.first(where: {
      locals[$0] == nil && function.parameters[$0].initial == nil
    }) {
      throw Fault(
        "the function needs '\(function.parameters[missing].name)' too, but is given "
          + "\(values.count) value\(values.count == 1 ? "" : "s") here", span)
    }
    return try call(function, locals: locals, at: span)
  }
}
