/// Finds what is wrong with a script without running it: names that nothing defines, and
/// arguments that no command takes.
struct Check {
  private let session: Session
  private let source: Source
  /// Names that have a value somewhere.
  private var known: Set<Symbol>
  private var functions: [Symbol: Function]
  /// Names inside the function that is being looked at.
  private var locals: Set<Symbol> = []
  /// Another script, which only running can find, may define more.
  private var isOpen = false
  private(set) var problems: [Diagnostic] = []

  init(_ program: Program, _ session: Session) {
    self.session = session
    source = program.source
    known = Set(session.variableNames.map { Symbol($0) })
    functions = session.functions
    collect(program.statements)
    check(program.statements)
  }

  // MARK: What is defined

  private mutating func collect(_ statements: [Statement]) {
    var names = Names()
    names.collect(statements)
    known.formUnion(names.assigned)
    for function in names.functions { functions[function.symbol] = function }
    for path in names.used { collect(usedBy: path) }
  }

  private mutating func collect(usedBy path: Expression) {
    guard case .literal(.text(let name), _) = path,
      let other = try? session.scriptToUse(name, from: source),
      let program = try? session.parse(other)
    else {
      isOpen = true
      return
    }
    var names = Names()
    names.collect(program.statements)
    known.formUnion(names.assigned)
    for function in names.functions { functions[function.symbol] = function }
    // Scripts that use each other are left to the run.
    if !names.used.isEmpty { isOpen = true }
  }

  // MARK: What is wrong

  private mutating func report(_ fault: Fault) {
    problems.append(
      Diagnostic(
        fault.message, in: source, at: fault.span, phase: .syntax, suggestion: fault.suggestion,
        notes: fault.notes))
  }

  private mutating func check(_ statements: [Statement]) {
    for statement in statements {
      switch statement {
      case .expression(let expression), .assign(_, let expression, _),
        .returns(let expression?), .use(let expression, _):
        check(expression)
      case .branch(let branches, let otherwise):
        for branch in branches {
          check(branch.condition)
          check(branch.body)
        }
        check(otherwise)
      case .whileLoop(let condition, let body):
        check(condition)
        check(body)
      case .forLoop(let loop, let body, _):
        check(loop.sequence)
        check(body)
      case .define(let function): check(function)
      case .attempt(let body, _, let otherwise):
        check(body)
        check(otherwise)
      case .breakLoop, .continueLoop, .returns(nil): break
      }
    }
  }

  private mutating func check(_ function: Function) {
    var names = Names()
    names.collect(function.body)
    let outer = locals
    locals.formUnion(names.assigned.union(function.parameters.map { Symbol($0.name) }))
    for parameter in function.parameters { if let initial = parameter.initial { check(initial) } }
    check(function.body)
    locals = outer
  }

  private mutating func check(_ expression: Expression) {
    switch expression {
    case .literal: break
    case .variable(let variable, let span): check(variable, span)
    case .text(let parts, _), .list(let parts, _): parts.forEach { check($0) }
    case .record(let entries, _): entries.forEach { check($0.value) }
    case .function(let function, _, _): check(function)
    case .attempt(let value, let otherwise, _):
      check(value)
      check(otherwise)
    case .comprehension(let each, let loop, let condition, _):
      check(loop.sequence)
      check(each)
      if let condition { check(condition) }
    case .range(let first, let last, let step, _):
      check(first)
      check(last)
      if let step { check(step) }
    case .unary(_, let operand, _): check(operand)
    case .binary(_, let left, let right, _):
      check(left)
      check(right)
    case .field(let owner, _, _): check(owner)
    case .index(let owner, let index, _):
      check(owner)
      check(index)
    case .call(let call): check(call)
    case .block(let statements, _): check(statements)
    }
  }

  private mutating func check(_ variable: Expression.Variable, _ span: Span) {
    guard !isOpen, !known.contains(variable.symbol), !locals.contains(variable.symbol) else {
      return
    }
    let names = known.union(locals).map(\.name).sorted()
    report(
      .noVariable(variable.symbol.name, span, among: names, session.commands, functions, in: source)
    )
  }

  private mutating func check(_ call: Expression.Call) {
    if let function = functions[call.symbol] {
      call.arguments.forEach { check($0.value) }
      do { _ = try function.places(of: call) } catch let fault as Fault { report(fault) } catch {}
    } else if let command = session.commands[call.name] {
      do {
        let places = try BoundArguments.places(of: call, in: command)
        for (argument, place) in zip(call.arguments, places)
        where !command.parameters[place].takesScript {
          check(argument.value)
        }
      } catch let fault as Fault { report(fault) } catch {}
    } else if known.contains(call.symbol) || locals.contains(call.symbol) {
      // The variable may hold a function.
      call.arguments.forEach { check($0.value) }
    } else if !isOpen {
      let names = functions.keys.map(\.name).sorted()
      report(
        .noFunction(
          call.name, call.nameSpan, isVariable: false, among: names, session.commands))
    }
  }
}

/// The names that statements give a value, outside of functions.
private struct Names {
  var assigned: Set<Symbol> = []
  var functions: [Function] = []
  var used: [Expression] = []

  mutating func collect(_ statements: [Statement]) {
    for statement in statements {
      switch statement {
      case .assign(let variable, let value, _):
        assigned.insert(variable.symbol)
        collect(value)
      case .branch(let branches, let otherwise):
        for branch in branches {
          collect(branch.condition)
          collect(branch.body)
        }
        collect(otherwise)
      case .whileLoop(let condition, let body):
        collect(condition)
        collect(body)
      case .forLoop(let loop, let body, _):
        collect(loop)
        collect(body)
      case .attempt(let body, let error, let otherwise):
        if let error { assigned.insert(error.symbol) }
        collect(body)
        collect(otherwise)
      case .define(let function): functions.append(function)
      case .use(let path, _): used.append(path)
      case .expression(let expression), .returns(let expression?): collect(expression)
      case .breakLoop, .continueLoop, .returns(nil): break
      }
    }
  }

  private mutating func collect(_ loop: Expression.Loop) {
    assigned.insert(loop.item.symbol)
    if let index = loop.index { assigned.insert(index.symbol) }
    collect(loop.sequence)
  }

  /// Comprehensions and blocks inside expressions.
  private mutating func collect(_ expression: Expression) {
    switch expression {
    // What a function without a name assigns is its own.
    case .literal, .variable, .function: break
    case .text(let parts, _), .list(let parts, _): parts.forEach { collect($0) }
    case .record(let entries, _): entries.forEach { collect($0.value) }
    case .attempt(let value, let otherwise, _):
      collect(value)
      collect(otherwise)
    case .comprehension(let each, let loop, let condition, _):
      collect(loop)
      collect(each)
      if let condition { collect(condition) }
    case .range(let first, let last, let step, _):
      collect(first)
      collect(last)
      if let step { collect(step) }
    case .unary(_, let operand, _): collect(operand)
    case .binary(_, let left, let right, _), .index(let left, let right, _):
      collect(left)
      collect(right)
    case .field(let owner, _, _): collect(owner)
    case .call(let call): call.arguments.forEach { collect($0.value) }
    case .block(let statements, _): collect(statements)
    }
  }
}
