/// A piece of a script that has a value.
public indirect enum Expression: Sendable {
  case literal(Value, Span)
  /// Text with `\( )` in it, piece by piece.
  case text([Expression], Span)
  case list([Expression], Span)
  /// `{name: value, …record}`
  case record([Entry], Span)
  /// `[each for names in sequence if condition]`
  case comprehension(each: Expression, Loop, condition: Expression?, Span)
  /// `first..last by step`
  case range(Expression, Expression, step: Expression?, Span)
  case variable(Variable, Span)
  case unary(Operator, Expression, Span)
  /// The span is that of the operator.
  case binary(Operator, Expression, Expression, Span)
  case field(Expression, String, Span)
  case index(Expression, Expression, Span)
  case call(Call)
  /// `x => x / 2`; which of its locals begin with the value of a local around it.
  case function(Function, captures: [Capture], Span)
  /// `try value else otherwise`
  case attempt(Expression, otherwise: Expression, Span)
  /// `{ … }` as an argument of a command, such as `time`.
  case block([Statement], Span)

  /// A variable's name, and its place among the locals of the function around it.
  public struct Variable: Sendable {
    public let symbol: Symbol
    let slot: Int?
  }

  /// The names and the sequence of a `for`.
  public struct Loop: Sendable {
    let index: Variable?
    let item: Variable
    let sequence: Expression
  }

  /// A field of a record that is made; without a name, a record whose fields are taken over.
  public struct Entry: Sendable {
    let name: String?
    let value: Expression
  }

  /// A local variable of a function without a name that is one of the function around it, too.
  public struct Capture: Sendable {
    let inner: Int
    let outer: Int
  }

  /// `name(argument, label: argument)`, the same written as a command, or `value.name(argument)`.
  public struct Call: Sendable {
    public let name: String
    let symbol: Symbol
    /// Where a local variable may hold the function.
    let slot: Int?
    /// The name's place.
    let nameSpan: Span
    let arguments: [Argument]
    let span: Span
  }

  public struct Argument: Sendable {
    let label: String?
    let labelSpan: Span
    let value: Expression
  }

  /// Where it stands.
  public var span: Span {
    switch self {
    case .literal(_, let span), .text(_, let span), .list(_, let span), .record(_, let span),
      .function(_, _, let span), .attempt(_, _, let span),
      .comprehension(_, _, _, let span), .range(_, _, _, let span), .variable(_, let span),
      .unary(_, _, let span), .field(_, _, let span), .index(_, _, let span), .block(_, let span):
      span
    case .binary(_, let left, let right, _): left.span.through(right.span)
    case .call(let call): call.span
    }
  }
}
