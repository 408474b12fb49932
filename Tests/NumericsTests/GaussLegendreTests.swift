import Numerics
import Foundation
import Testing

struct GaussLegendreTests {
  /// n nodes integrate powers up to 2n − 1 exactly: ∫x^p = 2/(p + 1) for even p.
  @Test(arguments: [1, 2, 5, 16, 64])
  func powersAreExact(_ count: Int) {
    let rule = GaussLegendre.rule(count)
    for power in 0..<(2 * count) {
      let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * pow($1.0, Double(power)) }
      #expect(abs(sum - (power % 2 == 0 ? 2 / Double(power + 1) : 0)) < 1e-13)
    }
  }

  /// The count of nodes that the transforms take.
  @Test(arguments: [1.0, 10, 100, 333, 1000, 3000])
  func cosinesTakeAboutHalfTheirPhase(_ c: Double) {
    let rule = GaussLegendre.rule(GaussLegendre.count(phase: c))
    let sum = zip(rule.nodes, rule.weights).reduce(0) { $0 + $1.1 * cos(c * $1.0) }
    #expect(abs(sum - 2 * sin(c) / c) < 1e-9)
  }
}
