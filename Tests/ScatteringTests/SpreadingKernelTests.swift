import Foundation
import Testing

import Scattering

struct SpreadingKernelTests {
  /// sin(ωu) from the grid's sines to a few 1e-7, as far as ω = π/2.2 to which it is used.
  @Test(arguments: (0...12).map { 0.119 * Double($0) })
  func sinesAreReadBetweenGridPoints(_ omega: Double) {
    for u in stride(from: 0.0, to: 30, by: 0.137) {
      let whole = u.rounded(.down)
      let weights = SpreadingKernel.polynomial(Float(u - whole))
      let slopes = SpreadingKernel.slope(Float(u - whole))
      var (sum, slope) = (0.0, 0.0)
      for point in 0..<8 {
        let sine = sin(omega * (whole + Double(point - 3)))
        sum += Double(weights[point]) * sine
        slope += Double(slopes[point]) * sine
      }
      let transform = SpreadingKernel.transform(omega)
      #expect(abs(sum / transform - sin(omega * u)) < 1e-6)
      #expect(abs(slope / transform - omega * cos(omega * u)) < 1e-5)
    }
  }

  @Test(arguments: (0...15).map { 0.1 * Double($0) })
  func theInverseIsThatOfTheTransform(_ omega: Double) {
    let h = 1e-4
    let (value, slope) = SpreadingKernel.inverse(omega)
    #expect(abs(value * SpreadingKernel.transform(omega) - 1) < 1e-9)
    let difference =
      1 / SpreadingKernel.transform(omega + h) - 1 / SpreadingKernel.transform(omega - h)
    #expect(abs(slope - difference / (2 * h)) < 1e-6)
  }
}
