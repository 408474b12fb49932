import Foundation

/// The bounds of a parameter, which least squares vary without any.
///
/// As in MINUIT (F. James and M. Roos, Comput. Phys. Commun. 1975, 10, 343,
/// doi:10.1016/0010-4655(75)90039-9) a parameter between two bounds is a sine of what is varied; one
/// with a lower bound only is lower − 1 + √(x² + 1).
struct Bounds: Sendable {
  private let lower: Double
  private let upper: Double

  init(_ range: ClosedRange<Double>) { (lower, upper) = (range.lowerBound, range.upperBound) }

  private var isOpen: Bool { upper == .infinity }

  /// The parameter at what is varied.
  func value(_ x: Double) -> Double {
    isOpen ? lower - 1 + (x * x + 1).squareRoot() : lower + (sin(x) + 1) / 2 * (upper - lower)
  }

  /// Where in what is varied a value lies; a little inside the bounds, where there is a slope.
  func free(_ value: Double) -> Double {
    guard !isOpen else {
      let above = max(value - lower, 1e-6) + 1
      return (above * above - 1).squareRoot()
    }
    let share = (value - lower) / (upper - lower)
    return asin(min(max(2 * share - 1, -0.999), 0.999))
  }

  /// The derivative of `value`.
  func slope(_ x: Double) -> Double {
    isOpen ? x / (x * x + 1).squareRoot() : cos(x) / 2 * (upper - lower)
  }

  /// Whether a value is within a thousandth of the range from a bound, or 1e-6 from a single one.
  func isReached(by value: Double) -> Bool {
    let room = isOpen ? 1e-6 : 1e-3 * (upper - lower)
    return value < lower + room || value > upper - room
  }
}
