/// A parameter that takes a piece of script and decides when it runs.
protocol ScriptPiece: ScriptObject {
  init(_ expression: Expression, _ interpreter: Interpreter) throws
}

extension ScriptPiece {
  public static var fields: [Field<Self>] { [] }
  public var summary: String { Self.typeName }

  public static func from(_ value: Value) throws -> Self {
    guard case .object(let piece as Unevaluated) = value else {
      throw Mismatch(Value.withArticle(typeName))
    }
    return try Self(piece.expression, piece.interpreter)
  }
}

/// An argument on its way to a parameter that takes script.
struct Unevaluated: ScriptObject, @unchecked Sendable {
  static let typeName = "piece of script"
  static var fields: [Field<Unevaluated>] { [] }
  let expression: Expression
  /// Stays on the thread of its session.
  let interpreter: Interpreter
  var summary: String { Self.typeName }
}

/// `{ … }` after a command such as `time`.
public struct Block: ScriptPiece {
  public static let typeName = "block"
  private let run: @Sendable () throws -> Void

  init(_ expression: Expression, _ interpreter: Interpreter) {
    let interpreter = Confined(interpreter)
    run = {
      if case .block(let statements, _) = expression {
        _ = try interpreter.value.execute(statements)
      } else {
        _ = try interpreter.value.evaluate(expression)
      }
    }
  }

  /// Runs it once.
  public func callAsFunction() throws { try run() }
}

/// An expression in the columns of a table, such as `rw < 0.2 and type == "fcc"`.
public struct Formula: ScriptPiece {
  public static let typeName = "expression"
  let expression: Expression
  private let interpreter: Confined

  init(_ expression: Expression, _ interpreter: Interpreter) {
    self.expression = expression
    self.interpreter = Confined(interpreter)
  }

  /// What it comes to in each row of a table, where the columns' names have the row's values.
  func values(in table: Table) throws -> [Value] {
    try interpreter.value.evaluate(expression, inRowsOf: table)
  }

  /// The rows of a table in which it is true.
  func rows(of table: Table) throws -> [Int] {
    let values = try values(in: table)
    return try values.indices.filter { row in
      guard case .bool(let isTrue) = values[row] else {
        throw Fault(
          "a condition is true or false, not \(values[row].mention)", expression.span)
      }
      return isTrue
    }
  }
}

/// A condition that can say with which values it fails.
public struct Claim: ScriptPiece {
  public static let typeName = "true or false"
  private let test: @Sendable () throws -> (message: String, values: String?)?

  init(_ expression: Expression, _ interpreter: Interpreter) {
    let interpreter = Confined(interpreter)
    test = { try interpreter.value.failure(of: expression) }
  }

  /// What is to be said where it does not hold; nil where it does.
  func failure() throws -> (message: String, values: String?)? { try test() }
}

extension Interpreter {
  fileprivate func failure(of claim: Expression) throws -> (message: String, values: String?)? {
    let message = "this is not true: \(source[claim.span])"
    // A comparison tells its two sides, which are evaluated once.
    guard case .binary(let op, let left, let right, let span) = claim, op.precedence == .comparison
    else { return try isTrue(claim) ? nil : (message, nil) }
    let (a, b) = (try evaluate(left), try evaluate(right))
    guard case .bool(false) = try at(span, { try Value.combine(op, a, b) }) else { return nil }
    func short(_ value: Value) -> String {
      value.literal.count > 60 ? value.mention : value.literal
    }
    return (message, "it reads \(short(a)) \(op.rawValue) \(short(b))")
  }
}

/// Carries an interpreter through a closure that never leaves its thread.
struct Confined: @unchecked Sendable {
  let value: Interpreter
  init(_ value: Interpreter) { self.value = value }
}
