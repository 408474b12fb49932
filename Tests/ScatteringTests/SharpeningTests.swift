import Foundation
import Testing

import Scattering

struct SharpeningTests {
  /// Σ c_n T_n(2u − 1) is exp(−b(1 − share·u)), and its partner u times that.
  @Test(arguments: [0, 0.01, 0.5, 3, 12, 29.8], [0.0, 1e-6, 0.3, 1])
  func coefficientsAreThoseOfTheWidth(_ b: Double, _ share: Double) {
    let sharpening = Sharpening(2, largest: 29.8)
    var values = [Double](repeating: 0, count: sharpening.rows)
    var slopes = values
    sharpening.coefficients(b, share: share, &values, &slopes)
    for u in stride(from: 0.0, through: 1, by: 0.05) {
      let angle = acos(2 * u - 1)
      var (value, slope) = (0.0, 0.0)
      for n in 0..<sharpening.rows {
        value += values[n] * cos(Double(n) * angle)
        slope += slopes[n] * cos(Double(n) * angle)
      }
      let exact = exp(-b * (1 - share * u))
      #expect(abs(value - exact) < 1e-6)
      #expect(abs(slope - u * exact) < 1e-6)
    }
  }

  @Test func withoutDelta2ThereIsOneRow() {
    let sharpening = Sharpening(0, largest: 10)
    #expect(sharpening.rows == 1)
    var (values, slopes) = ([0.0], [1.0])
    sharpening.coefficients(2, share: 0, &values, &slopes)
    #expect(values == [exp(-2)] && slopes == [0])
  }
}
