extension Interpreter {
  func call(_ call: Expression.Call) throws -> Value {
    try stack.check(call.nameSpan)
    if let function = session.functions[call.symbol] { return try self.call(function, call) }
    guard let command = session.commands[call.name] else { throw unknown(call) }
    let arguments = try BoundArguments(command, call) { expression, asScript in
      guard asScript else { return try evaluate(expression) }
      // The parameter's type makes a block or a condition of it.
      return .object(Unevaluated(expression: expression, interpreter: self))
    }
    return try self.command(named: arguments, at: call.nameSpan) {
      try command.body(session, arguments)
    }
  }

  private func unknown(_ call: Expression.Call) -> Fault {
    let functions = session.functions.keys.map(\.name)
    let name = call.name
    if session.value(of: call.symbol) != nil {
      return Fault(
        "'\(name)' is a variable, not a function", call.nameSpan,
        suggestion: "an element is written \(name)[…], a product \(name) * (…)")
    }
    return Fault(
      "no function or command '\(name)'", call.nameSpan,
      suggestion: Suggestion.didYouMean(name, among: functions + session.commands.names))
  }

  /// Runs Swift code of a command or an object and places its errors.
  func command<T>(named arguments: BoundArguments?, at span: Span, _ body: () throws -> T) throws
    -> T
  {
    do {
      return try body()
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
      throw Fault("\(error)", span)
    }
  }

  private func call(_ function: Function, _ call: Expression.Call) throws -> Value {
    let arguments = try bind(call, to: function)
    try session.checkInterrupt()
    let outer = (locals, self.function, source, level)
    locals = arguments
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
      let (line, column) = outer.2.position(of: call.nameSpan.start)
      error.trace.append("in \(function.name)(), called at \(outer.2.name):\(line):\(column)")
      throw error
    }
  }

  /// The arguments of a call, each at its parameter's place among the locals.
  private func bind(_ call: Expression.Call, to function: Function) throws -> [Value?] {
    var values = [Value?](repeating: nil, count: function.locals.count)
    func fault(_ message: String, _ span: Span, _ suggestion: String? = nil) -> Fault {
      Fault(message, span, suggestion: suggestion, notes: ["usage: \(function.usage)"])
    }
    var next = 0
    for argument in call.arguments {
      var place = next
      if let label = argument.label {
        guard let found = function.parameters.firstIndex(where: { $0.name == label }) else {
          throw fault(
            "\(function.name) has no argument '\(label)'", argument.labelSpan,
            Suggestion.didYouMean(label, among: function.parameters.map(\.name)))
        }
        place = found
      } else {
        next += 1
      }
      guard place < function.parameters.count else {
        let count = function.parameters.count
        throw fault(
          "\(function.name) takes \(count) argument\(count == 1 ? "" : "s")", argument.value.span)
      }
      guard values[place] == nil else {
        throw fault(
          "the argument '\(function.parameters[place].name)' is given twice", argument.labelSpan)
      }
      values[place] = try evaluate(argument.value)
    }
    for (slot, parameter) in function.parameters.enumerated()
    where parameter.initial == nil && values[slot] == nil {
      throw fault("\(function.name) needs the argument '\(parameter.name)'", call.nameSpan)
    }
    return values
  }
}
