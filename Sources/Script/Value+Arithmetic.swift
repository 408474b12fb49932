import Glibc

extension Value {
  /// Applies an operator, element by element where a side is a list.
  ///
  /// - Throws: `Complaint` if it means nothing for these values.
  static func combine(_ op: Operator, _ left: Value, _ right: Value) throws -> Value {
    switch op {
    case .equal, .unequal:
      let areEqual = left == right
      if left.holdsValues { try Interrupt.check() }
      return .bool(areEqual == (op == .equal))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .bool(try compare(op, left, right))
    case .in: return .bool(try contains(left, in: right))
    default: break
    }
    switch (left, right) {
    case (.number(let a), .number(let b)): return .number(calculate(op, a, b))
    case (.text(let a), .text(let b)) where op == .add:
      try checkText(a.utf8.count + b.utf8.count)
      return .text(a + b)
    case (.object(let object as any ScriptArithmetic), _),
      (_, .object(let object as any ScriptArithmetic)):
      if let result = try type(of: object).combine(op, left, right) { return result }
    case (.list, _), (.range, _), (_, .list), (_, .range):
      return try combineLists(op, left, right)
    default: break
    }
    throw cannot(op, left, right)
  }

  private static func cannot(_ op: Operator, _ left: Value, _ right: Value) -> Complaint {
    let isText = [left, right].contains { if case .text = $0 { true } else { false } }
    return Complaint(
      "cannot calculate \(left.mention) \(op.rawValue) \(right.mention)",
      suggestion: isText && op == .add ? "put values into text with \"\\( )\"" : nil)
  }

  static func calculate(_ op: Operator, _ a: Double, _ b: Double) -> Double {
    switch op {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    // The result has the sign of the divisor, so that -1 % 3 is 2.
    case .modulo: a - b * (a / b).rounded(.down)
    default: pow(a, b)
    }
  }

  private static func combineLists(_ op: Operator, _ left: Value, _ right: Value) throws -> Value {
    switch (try left.listItems(), try right.listItems()) {
    case (let a?, let b?):
      guard a.count == b.count else {
        throw Complaint("the lists differ in length: \(a.count) and \(b.count)")
      }
      return .list(try a.indices.mapUntilInterrupt { try combine(op, a[$0], b[$0]) })
    case (let a?, nil): return .list(try a.mapUntilInterrupt { try combine(op, $0, right) })
    case (nil, let b?): return .list(try b.mapUntilInterrupt { try combine(op, left, $0) })
    default: throw cannot(op, left, right)
    }
  }

  /// Items of lists and ranges alone: objects calculate for themselves.
  private func listItems() throws -> [Value]? {
    switch self {
    case .list, .range: try items()
    default: nil
    }
  }

  private static func compare(_ op: Operator, _ left: Value, _ right: Value) throws -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): ordered(op, a, b)
    case (.text(let a), .text(let b)): ordered(op, a, b)
    default:
      throw Complaint("cannot compare \(left.mention) with \(right.mention)")
    }
  }

  private static func ordered<T: Comparable>(_ op: Operator, _ a: T, _ b: T) -> Bool {
    switch op {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    default: a >= b
    }
  }

  private static func contains(_ item: Value, in whole: Value) throws -> Bool {
    switch (item, whole) {
    case (.text(let part), .text(let text)):
      return try part.isEmpty || text.firstPlace(of: part) != nil
    case (.text(let key), .record(let record)): return record.keys.contains(key)
    case (.number(let number), .range(let range)):
      let steps = (number - range.first) / range.step
      return steps > -1e-9 && abs(steps - steps.rounded()) < 1e-9
        && steps.rounded() < Double(range.count)
    default:
      guard let items = try whole.items() else {
        throw Complaint("'in' looks into a list, a range or text, not into \(whole.mention)")
      }
      let interrupt = Interrupt.running
      return try items.contains {
        if interrupt?.isRaised == true { throw Interrupted() }
        return $0 == item
      }
    }
  }

  /// `-value`, element by element.
  static func negate(_ value: Value) throws -> Value {
    switch value {
    case .number(let number): .number(-number)
    case .list, .range, .object: try combine(.multiply, .number(-1), value)
    default: throw Complaint("cannot calculate -\(value.mention)")
    }
  }
}
