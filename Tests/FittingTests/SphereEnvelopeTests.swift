import Fitting
import Foundation
import Testing

struct SphereEnvelopeTests {
  /// The mean of γ₀ over the volume of spheres of log-normal numbers, by the trapezoidal rule.
  @Test(arguments: [0.1, 0.25, 0.5], [0.5, 5, 15, 22, 40])
  func isTheMeanOverSizes(_ spread: Double, _ r: Double) {
    let envelope = SphereEnvelope(diameter: 20, spread: spread)
    let square = log(1 + spread * spread)
    let median = 20 * exp(-square / 2)
    var (sum, total) = (0.0, 0.0)
    for step in -8000...8000 {
      let x = Double(step) / 1000
      let diameter = median * exp(square.squareRoot() * x)
      let weight = exp(-x * x / 2) * diameter * diameter * diameter
      total += weight
      let share = r / diameter
      if share < 1 { sum += weight * (1 - 1.5 * share + 0.5 * share * share * share) }
    }
    #expect(abs(envelope(r).value - sum / total) < 1e-6)
  }

  @Test(arguments: [0.0, 0.15, 0.4], [0.7, 6, 17, 21])
  func derivativesAreThoseOfDifferences(_ spread: Double, _ r: Double) {
    func value(_ r: Double, _ diameter: Double, _ spread: Double) -> Double {
      SphereEnvelope(diameter: diameter, spread: spread)(r).value
    }
    let h = 1e-4
    let exact = SphereEnvelope(diameter: 20, spread: spread)(r)
    #expect(
      abs(exact.rise - (value(r + h, 20, spread) - value(r - h, 20, spread)) / (2 * h)) < 1e-6)
    #expect(
      abs(exact.byDiameter - (value(r, 20 + h, spread) - value(r, 20 - h, spread)) / (2 * h))
        < 1e-6)
    guard spread > 0 else { return }
    #expect(
      abs(exact.bySpread - (value(r, 20, spread + h) - value(r, 20, spread - h)) / (2 * h)) < 1e-6)
  }
}
