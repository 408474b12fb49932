import Clusters
import Foundation
import Scattering
import Tensors

/// The scattering of every shape, tabulated once, from which PDFs under any conditions follow as
/// fast as a network can take them.
///
/// In units of the bond length d a shape has one reduced structure function,
///
/// F(Q) = (1/d) T(Q d) with T(u) = (2/N) Σ_{i<j} sin(u x_ij)/x_ij and x = r/d;
///
/// displacements and the Fourier window only multiply it, and G is one matrix product away. Nearest
/// neighbours (x < 1.2) have a table of their own, since their motion is correlated.
final class ShapeSpectra: Sendable {
  private static let step = 0.05  // of u
  private static let nodes = 2000
  private let tables: [[SIMD2<Float>]]  // [shapes][nodes]: nearest neighbours, all others

  init(_ shapes: [Cluster]) {
    tables = Threads.map(shapes.count) { Self.table(of: shapes[$0]) }
  }

  private static func table(of shape: Cluster) -> [SIMD2<Float>] {
    var multiplicities: [Int: Int] = [:]  // of x in units of 1e-6
    let positions = shape.positions.map { $0 / shape.bond }
    for i in positions.indices {
      for j in 0..<i {
        let step = positions[i] - positions[j]
        multiplicities[Int(((step * step).sum().squareRoot() * 1e6).rounded()), default: 0] += 1
      }
    }
    var sums = [SIMD2<Double>](repeating: .zero, count: nodes)
    // Ordered, so that rounding is the same in every run.
    for (key, multiplicity) in multiplicities.sorted(by: { $0.key < $1.key }) {
      let x = Double(key) * 1e-6
      let weight = 2 * Double(multiplicity) / Double(shape.count) / x
      let direction = x < 1.2 ? SIMD2(weight, 0) : SIMD2(0, weight)
      // sin((k + 1)a) = 2 cos(a) sin(k a) − sin((k − 1)a)
      let twice = 2 * cos(step * x)
      var (before, now) = (-sin(step * x), 0.0)
      for k in 0..<nodes {
        sums[k] += direction * now
        (before, now) = (now, twice * now - before)
      }
    }
    return sums.map { SIMD2<Float>($0) }
  }

  /// Writes F at Q = k · `spacing`, k = 0, 1 …, displaced and cut to the window, into `row`.
  ///
  /// A window that ends between two nodes weighs the outer one by the part it covers.
  func write(
    shape: Int, _ conditions: DrawnConditions, spacing: Double,
    to row: UnsafeMutableBufferPointer<Float>
  ) {
    let first = max(0, Int(conditions.qmin / spacing - 0.5))
    let last = min(row.count - 1, Int(conditions.qmax / spacing + 0.5))
    row.update(repeating: 0)
    let exponents = SIMD2(conditions.nearBiso, conditions.biso) / (8 * Double.pi * Double.pi)
    tables[shape].withUnsafeBufferPointer { table in
      for k in first...last {
        let q = Double(k) * spacing
        let covered =
          min((conditions.qmax / spacing) - Double(k), 0.5)
          - max((conditions.qmin / spacing) - Double(k), -0.5)
        let place = q * conditions.bond / Self.step
        let node = min(max(Int(place), 1), Self.nodes - 3)
        let t = Float(place - Double(node))
        let (a, b, c, d) = (table[node - 1], table[node], table[node + 1], table[node + 2])
        let sum0 = a * (-t * (t - 1) * (t - 2) / 6) + b * ((t + 1) * (t - 1) * (t - 2) / 2)
        let sum1 = c * (-(t + 1) * t * (t - 2) / 2) + d * ((t + 1) * t * (t - 1) / 6)
        let sum = sum0 + sum1
        let q2 = Float(q * q)
        let near = sum.x * expf(-Float(exponents.x) * q2)
        row[k] = Float(max(covered, 0)) * (near + sum.y * expf(-Float(exponents.y) * q2))
      }
    }
  }
}
