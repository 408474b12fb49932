import Foundation
import Synchronization

/// Nodes and weights of Gauss–Legendre quadrature on −1…1.
///
/// n nodes integrate polynomials of degree 2n − 1 exactly, and so e^{icx} too, once n exceeds c/2
/// by a few times c^{1/3}.
package struct GaussLegendre: Sendable {
  package let nodes: [Double]  // [n], ascending
  package let weights: [Double]  // [n]

  private static let known = Mutex<[Int: GaussLegendre]>([:])

  /// Nodes that integrate e^{icx} to 1e-9 for c up to 3000, a whole number of vectors.
  package static func count(phase c: Double) -> Int {
    Int(clamping: c / 2 + 3 * cbrt(c) + 12) / 16 * 16 + 16
  }

  /// The rule with `count` nodes, kept once it is made.
  package static func rule(_ count: Int) -> GaussLegendre {
    if let rule = known.withLock({ $0[count] }) { return rule }
    let rule = GaussLegendre(count)
    known.withLock { $0[count] = rule }
    return rule
  }

  /// The roots of the Legendre polynomial by Newton's method from Tricomi's estimate.
  private init(_ n: Int) {
    var nodes = [Double](repeating: 0, count: n)
    var weights = nodes
    for i in 0..<(n + 1) / 2 {
      var x = cos(Double.pi * (Double(i) + 0.75) / (Double(n) + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        var (p, before) = (1.0, 0.0)
        for k in 1...n {
          (p, before) = ((Double(2 * k - 1) * x * p - Double(k - 1) * before) / Double(k), p)
        }
        slope = Double(n) * (x * p - before) / (x * x - 1)
        let step = p / slope
        x -= step
        if abs(step) < 1e-15 { break }
      }
      (nodes[i], nodes[n - 1 - i]) = (-x, x)
      let weight = 2 / ((1 - x * x) * slope * slope)
      (weights[i], weights[n - 1 - i]) = (weight, weight)
    }
    self.nodes = nodes
    self.weights = weights
  }
}
