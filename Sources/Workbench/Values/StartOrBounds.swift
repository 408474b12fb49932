import Script

/// What is said of a fit's parameter: a number to start from or to keep, or a range as bounds.
struct StartOrBounds: ScriptValue {
  let start: Double?
  let bounds: ClosedRange<Double>?

  static let typeName = "number or range"

  static func from(_ value: Value) throws -> StartOrBounds {
    if let number = try? Double.from(value) { return StartOrBounds(start: number, bounds: nil) }
    guard let range = try? ClosedRange<Double>.from(value), range.lowerBound < range.upperBound
    else { throw Mismatch("a number to start from or a range of bounds, such as 0..3") }
    return StartOrBounds(start: nil, bounds: range)
  }

  var scriptValue: Value { start.map { .number($0) } ?? bounds?.scriptValue ?? .none }
}
