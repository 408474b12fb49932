/// A parameter that takes a piece of script and decides when it runs.
protocol ScriptPiece: ScriptObject {
  init(_ expression: Expression, _ interpreter: Interpreter)
}

extension ScriptPiece {
  public static var fields: [Field<Self>] { [] }
  public var summary: String { Self.typeName }

  public static func from(_ value: Value) throws -> Self {
    guard case .object(let piece as Unevaluated) = value else {
      throw Mismatch(Value.withArticle(typeName))
    }
    return Self(piece.expression, piece.interpreter)
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
    let interpreter = SendableBox(interpreter)
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

/// A condition on the columns of a table, such as `rw < 0.2 and type == "fcc"`.
public struct Condition: ScriptPiece {
  public static let typeName = "condition"
  private let test: @Sendable ([(String, Value)]) throws -> Bool

  init(_ expression: Expression, _ interpreter: Interpreter) {
    let interpreter = SendableBox(interpreter)
    test = { try interpreter.value.isTrue(expression, where: $0) }
  }

  /// Whether it holds where these names have these values.
  public func holds(_ names: [(String, Value)]) throws -> Bool { try test(names) }
}

/// Carries an interpreter through a closure that never leaves its thread.
private struct SendableBox: @unchecked Sendable {
  let value: Interpreter
  init(_ value: Interpreter) { self.value = value }
}
