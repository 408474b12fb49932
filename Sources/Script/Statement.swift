/// One step of a script.
public indirect enum Statement: Sendable {
  case expression(Expression)
  case assign(Expression.Variable, Expression, Span)
  case branch([Branch], otherwise: [Statement])
  case whileLoop(Expression, [Statement])
  case forLoop(Expression.Loop, [Statement], Span)
  /// `try { … } else error { … }`
  case attempt([Statement], error: Expression.Variable?, otherwise: [Statement])
  case breakLoop
  case continueLoop
  case define(Function)
  case returns(Expression?)
  case use(Expression, Span)

  /// A condition and what is done where it holds.
  public struct Branch: Sendable {
    let condition: Expression
    let body: [Statement]
  }
}

/// A function made with `def`, or without a name.
public final class Function: Sendable {
  public let name: String
  let symbol: Symbol
  public let parameters: [Parameter]
  let body: [Statement]
  /// The names of its local variables; the parameters come first.
  let locals: [Symbol]
  let source: Source
  let span: Span

  public struct Parameter: Sendable {
    public let name: String
    let initial: Expression?
  }

  init(
    name: String, parameters: [Parameter], body: [Statement], locals: [Symbol], source: Source,
    span: Span
  ) {
    self.name = name
    symbol = Symbol(name)
    self.parameters = parameters
    self.body = body
    self.locals = locals
    self.source = source
    self.span = span
  }

  /// How it is called: `radius(n, scale: …)`.
  var usage: String {
    let shown = parameters.map { $0.initial == nil ? $0.name : "\($0.name): …" }
    return "\(name)(\(shown.joined(separator: ", ")))"
  }
}

/// A parsed script.
public struct Program: Sendable {
  let source: Source
  public let statements: [Statement]
  /// The span of each statement.
  let spans: [Span]

  /// The statements before the last, and the last where it is a value: what a cell of a notebook
  /// comes to.
  package var parts: (before: Program, value: Program?) {
    guard case .expression? = statements.last else { return (self, nil) }
    let last = statements.count - 1
    return (
      Program(
        source: source, statements: Array(statements[..<last]), spans: Array(spans[..<last])),
      Program(source: source, statements: [statements[last]], spans: [spans[last]])
    )
  }
}
