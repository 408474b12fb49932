import Foundation
import Testing

import Scattering

struct RadialKnotsTests {
  /// What widths make of a distance, between the knots, for motion of any strength.
  @Test(arguments: [0.5, 3, 8, 20], [0.0, 0.3, 0.9])
  func widthsAreInterpolated(_ b: Double, _ share: Double) {
    let knots = RadialKnots(from: 2.5, to: 60, width: b)
    func f(_ r: Double) -> Double {
      exp(-b * (1 - share * 6.25 / (r * r) + 1e-4 * r * r))
    }
    let values = knots.distances.map(f)
    #expect(knots.count % 8 == 0 && knots.distances.last ?? 0 > 60)
    for r in stride(from: 2.5, through: 60, by: 0.037) {
      let (knot, part) = knots.place(of: r)
      let shares = RadialKnots.polynomial(part)
      let sum = (0..<8).reduce(0) { $0 + Double(shares[$1]) * values[knot + $1] }
      #expect(abs(sum - f(r)) < 1e-5, "at \(r) Å")
    }
  }

  @Test func distancesBelowTheFirstCountAsIt() {
    let knots = RadialKnots(from: 2, to: 20, width: 5)
    #expect(knots.place(of: 1.2).knot == 0 && knots.place(of: 1.2).share == 0)
    #expect(knots.distances[3] == 2 && knots.distances[2] == knots.distances[4])
  }
}
