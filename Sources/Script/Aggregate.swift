/// What one number can say of many.
enum Aggregate: String, CaseIterable {
  case mean, deviation, median, min, max, sum

  /// How many numbers it needs.
  var least: Int { self == .sum ? 0 : self == .deviation ? 2 : 1 }

  /// - Precondition: there are as many numbers as it needs.
  ///
  /// - Throws: `Interrupted`.
  func callAsFunction(_ numbers: [Double]) throws -> Double {
    let sum = numbers.reduce(0, +)
    let mean = sum / Double(numbers.count)
    switch self {
    case .sum: return sum
    case .mean: return mean
    case .deviation:
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(numbers.count - 1)).squareRoot()
    case .median:
      let sorted = try numbers.sortedUntilInterrupt(by: <)
      return (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
    case .min: return extremum(numbers) { $0 < $1 }
    case .max: return extremum(numbers) { $0 > $1 }
    }
  }

  /// nan, as of 0 / 0, is passed over unless there is nothing else.
  private func extremum(_ numbers: [Double], _ beats: (Double, Double) -> Bool) -> Double {
    numbers.reduce(.nan) { $0.isNaN || beats($1, $0) ? $1 : $0 }
  }

  /// The same as a value: none where there are too few numbers.
  ///
  /// - Throws: `Interrupted`.
  func value(of numbers: [Double]) throws -> Value {
    numbers.count < least ? .none : .number(try self(numbers))
  }
}
