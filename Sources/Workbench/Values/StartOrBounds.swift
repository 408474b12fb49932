import Script

/// What is said of a fit's parameter: a number to start from or to keep, a range as bounds, or a
/// mean and a standard deviation that are known before the fit.
struct StartOrBounds: ScriptValue {
  let start: Double?
  let bounds: ClosedRange<Double>?
  var known: (mean: Double, deviation: Double)?

  static let typeName = "number, range or [mean, deviation]"

  static func from(_ value: Value) throws -> StartOrBounds {
    if let number = try? Double.from(value) { return StartOrBounds(start: number, bounds: nil) }
    if case .list = value, let pair = try? [Double].from(value) {
      guard pair.count == 2, pair[1] > 0 else {
        throw Mismatch("a mean and a standard deviation above 0, such as [0.6, 0.2]")
      }
      return StartOrBounds(start: pair[0], bounds: nil, known: (pair[0], pair[1]))
    }
    guard let range = try? ClosedRange<Double>.from(value), range.lowerBound < range.upperBound
    else { throw Mismatch("a number to start from or a range of bounds, such as 0..3") }
    return StartOrBounds(start: nil, bounds: range)
  }

  var scriptValue: Value {
    if let known { return [known.mean, known.deviation].scriptValue }
    return start.map { .number($0) } ?? bounds?.scriptValue ?? .none
  }
}
