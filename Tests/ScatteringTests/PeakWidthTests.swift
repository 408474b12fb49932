import Foundation
import Testing

import Scattering

struct PeakWidthTests {
  /// σ²/σ'² as diffpy.srreal's JeongPeakWidth gives it.
  @Test func isDiffpysFormula() {
    var width = PeakWidth()
    #expect(width.isUniform && width(2.5) == 1)
    width[.delta2] = 3
    #expect(abs(width(2.5) - (1 - 3 / 6.25)) < 1e-12)
    #expect(width(1.2) == 0, "never negative")
    (width[.delta1], width[.qbroad]) = (0.3, 0.02)
    #expect(abs(width(2.5) - (1 - 0.3 / 2.5 - 3 / 6.25 + 0.02 * 0.02 * 6.25)) < 1e-12)
    (width[.delta1], width[.qbroad]) = (0, 0)
    #expect(abs(width.start(upTo: 30) - 3.0.squareRoot()) < 1e-9)
  }

  @Test(arguments: PeakWidth.quantities, [2.2, 5, 31])
  func derivativesAreThoseOfDifferences(_ quantity: Quantity, _ r: Double) {
    var width = PeakWidth()
    for other in PeakWidth.quantities { width[other] = 0.02 }
    let h = 1e-5
    var (low, high) = (width, width)
    (low[quantity], high[quantity]) = (0.02 - h, 0.02 + h)
    #expect(abs(width.slope(quantity, r) - (high(r) - low(r)) / (2 * h)) < 1e-6)
    #expect(abs(width.rise(r) - (width(r + h) - width(r - h)) / (2 * h)) < 1e-6)
  }
}
