/// Runs statements in a session.
final class Interpreter {
  unowned let session: Session
  var source: Source
  /// The local variables of the function that runs.
  var locals: [Value?] = []
  var function: Function?
  /// How many blocks and calls are around the current statement.
  var level = 0
  /// The level of the script that runs by itself, or of the one that it uses.
  private var base = 0
  let stack = StackLimit()

  /// What follows a statement.
  enum Flow {
    case next, breakLoop, continueLoop
    case returned(Value)
  }

  init(_ session: Session, _ source: Source) {
    self.session = session
    self.source = source
  }

  /// Runs a whole program; a value alone is shown where `shows` says so.
  func run(_ program: Program, shows: Bool) throws {
    let outer = (source, level, base)
    source = program.source
    if !shows { level += 1 }
    base = level
    defer { (source, level, base) = outer }
    try placed { _ = try execute(list: program.statements) }
  }

  /// Adds the source to errors that know only their place in it.
  func placed<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let fault as Fault {
      throw Diagnostic(
        fault.message, in: source, at: fault.span, phase: .running, suggestion: fault.suggestion,
        notes: fault.notes)
    }
  }

  /// Runs a block inside a statement.
  func execute(_ block: [Statement]) throws -> Flow {
    level += 1
    defer { level -= 1 }
    return try execute(list: block)
  }

  private func execute(list: [Statement]) throws -> Flow {
    for statement in list {
      switch try execute(statement) {
      case .next: continue
      case let flow: return flow
      }
    }
    return .next
  }

  private func execute(_ statement: Statement) throws -> Flow {
    switch statement {
    case .expression(let expression):
      show(try evaluate(expression), expression)
      try session.checkInterrupt()
    case .assign(let variable, let expression, _):
      set(variable, try evaluate(expression))
    case .branch(let branches, let otherwise):
      for branch in branches where try isTrue(branch.condition) {
        return try execute(branch.body)
      }
      return try execute(otherwise)
    case .whileLoop(let condition, let body): return try whileLoop(condition, body)
    case .forLoop(let loop, let body, _): return try forLoop(loop, body)
    case .attempt(let body, let error, let otherwise):
      do { return try placed { try execute(body) } } catch let diagnostic as Diagnostic {
        if let error { set(error, .record(diagnostic.record)) }
        return try execute(otherwise)
      }
    case .breakLoop: return .breakLoop
    case .continueLoop: return .continueLoop
    case .define(let function): session.functions[function.symbol] = function
    case .returns(let expression): return .returned(try expression.map(evaluate) ?? .none)
    case .use(let path, let span): try use(path, span)
    }
    return .next
  }

  private func show(_ value: Value, _ expression: Expression) {
    if case .none = value { return }
    let isFigure = if case .object(let object) = value { object is any ScriptFigure } else { false }
    if level == 0 || isFigure && function == nil { return session.show(value) }
    // A script that another uses may show values where it runs by itself.
    guard function != nil || level > base else { return }
    // What a command or a function of the script gives besides its work is no oversight.
    if case .call(let call) = expression, session.commands[call.name]?.form != .function { return }
    session.warn(
      unused: value, at: expression.span, in: source, inFunction: function != nil)
  }

  func set(_ variable: Expression.Variable, _ value: Value) {
    if let slot = variable.slot {
      locals[slot] = value
    } else {
      session.set(variable.symbol, value)
    }
  }

  func isTrue(_ condition: Expression) throws -> Bool {
    let value = try evaluate(condition)
    guard case .bool(let bool) = value else {
      throw Fault("a condition is true or false, not \(value.mention)", condition.span)
    }
    return bool
  }

  private func whileLoop(_ condition: Expression, _ body: [Statement]) throws -> Flow {
    while try isTrue(condition) {
      try session.checkTurn()
      switch try execute(body) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .returned(let value): return .returned(value)
      }
    }
    return .next
  }

  private func forLoop(_ loop: Expression.Loop, _ body: [Statement]) throws -> Flow {
    var result = Flow.next
    try each(loop) {
      switch try execute(body) {
      case .next, .continueLoop: return true
      case .breakLoop: return false
      case .returned(let value):
        result = .returned(value)
        return false
      }
    }
    return result
  }

  /// Gives the loop's names their values in turn, as long as the body returns true.
  func each(_ loop: Expression.Loop, _ body: () throws -> Bool) throws {
    let sequence = try evaluate(loop.sequence)
    func step(_ i: Int, _ item: Value) throws -> Bool {
      try session.checkTurn()
      if let index = loop.index { set(index, .number(Double(i))) }
      set(loop.item, item)
      return try body()
    }
    switch sequence {
    case .range(let range):
      for i in 0..<range.count where try !step(i, .number(range[i])) { return }
    case .list(let items):
      for (i, item) in items.enumerated() where try !step(i, item) { return }
    case .object(let object as any ScriptSequence):
      defer { (object as? Track)?.end() }
      for i in 0..<object.length where try !step(i, object.element(i)) { return }
    case .text(let text):
      for (i, letter) in text.enumerated() where try !step(i, .text(String(letter))) { return }
    case .record(let record):
      for (key, item) in zip(record.keys, record.values) {
        try session.checkTurn()
        if let index = loop.index { set(index, .text(key)) }
        set(loop.item, item)
        if try !body() { return }
      }
    default:
      throw Fault(
        "cannot go through \(sequence.mention)", loop.sequence.span,
        suggestion: "'for' goes through a list, a range or another sequence")
    }
  }

  private func use(_ path: Expression, _ span: Span) throws {
    let value = try evaluate(path)
    guard case .text(let name) = value else {
      throw Fault("'use' takes a file's name, not \(value.mention)", path.span)
    }
    do {
      try session.use(name, from: source, by: self)
    } catch let complaint as Complaint {
      throw Fault(complaint.message, path.span, suggestion: complaint.suggestion)
    } catch var error as Diagnostic {
      let (line, column) = source.position(of: span.start)
      error.trace.append("used at \(source.name):\(line):\(column)")
      throw error
    }
  }
}
