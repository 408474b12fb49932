extension Interpreter {
  func call(_ call: Expression.Call) throws -> Value {
    try stack.check(call.nameSpan)
    if let function = session.functions[call.symbol] {
      let locals = [Value?](repeating: nil, count: function.locals.count)
      return try self.call(function, locals: bind(call, to: function, locals), at: call.nameSpan)
    }
    if case .object(let closure as Closure)? = value(of: call) {
      let function = closure.function
      return try self.call(
        function, locals: bind(call, to: function, closure.locals), at: call.nameSpan)
    }
    guard let command = session.commands[call.name] else { throw unknown(call) }
    return try run(command, call)
  }

  /// The value of the variable by whose name something is called.
  private func value(of call: Expression.Call) -> Value? {
    call.slot.flatMap { locals[$0] } ?? session.value(of: call.symbol)
  }

  func run(_ command: Command, _ call: Expression.Call) throws -> Value {
    if command.form == .command { session.caller = (source, call.nameSpan) }
    let arguments = try BoundArguments(command, call) { expression, asScript in
      guard asScript else { return try evaluate(expression) }
      // The parameter's type makes a block or a condition of it.
      return .object(Unevaluated(expression: expression, interpreter: self))
    }
    return try self.command(named: arguments, at: call.nameSpan) {
      let result = try command.body(session, arguments)
      // A function that makes a value ends early after Ctrl-C; what it then gives is worth nothing.
      if command.form == .function { try session.checkInterrupt() }
      try session.memory.spend(result.weight)
      return result
    }
  }

  private func unknown(_ call: Expression.Call) -> Fault {
    .noFunction(
      call.name, call.nameSpan, isVariable: value(of: call) != nil,
      among: session.functionNames, session.commands)
  }

  /// Runs Swift code of a command or an object and places its errors.
  func command<T>(named arguments: BoundArguments?, at span: Span, _ body: () throws -> T) throws
    -> T
  {
    do {
      return try body()
    } catch  where session.interrupt.isRaised {
      // What fails after Ctrl-C failed because of it.
      throw Interrupted()
    } catch let complaint as Complaint {
      let place = complaint.argument.flatMap { arguments?.span(of: $0) } ?? span
      throw Fault(complaint.message, place, suggestion: complaint.suggestion)
    } catch let mismatch as Mismatch {
      throw Fault("\(mismatch.expected) expected", span, suggestion: mismatch.suggestion)
    } catch let error as Fault {
      throw error
    } catch let error as Diagnostic {
      throw error
    } catch let error as Interrupted {
      throw error
    } catch {
      let argument = (error as? any ArgumentError)?.argument
      throw Fault("\(error)", argument.flatMap { arguments?.span(of: $0) } ?? span)
    }
  }

  /// Calls a function whose parameters have their values among its locals.
  func call(_ function: Function, locals given: [Value?], at span: Span) throws -> Value {
    try session.checkInterrupt()
    let outer = (locals, self.function, source, level)
    locals = given
    self.function = function
    source = function.source
    level += 1
    defer { (locals, self.function, source, level) = outer }
    do {
      return try placed {
        for (slot, parameter) in function.parameters.enumerated() where locals[slot] == nil {
          locals[slot] = try parameter.initial.map(evaluate)
        }
        if case .returned(let value) = try execute(function.body) { return value }
        return .none
      }
    } catch var error as Diagnostic {
      let (line, column) = outer.2.position(of: span.start)
      error.trace.append("in \(function.name)(), called at \(outer.2.name):\(line):\(column)")
      throw error
    }
  }

  /// The locals of a function with the arguments of a call at their parameters' places.
  private func bind(
    _ call: Expression.Call, to function: Function, _ locals: [Value?]
  ) throws -> [Value?] {
    let places = try function.places(of: call)
    var values = locals
    for (argument, place) in zip(call.arguments, places) {
      values[place] = try evaluate(argument.value)
    }
    return values
  }
}
