import Foundation
import Numerics

/// The scattering of many shapes, tabulated once, from which PDFs under any conditions follow as
/// fast as a network can take them.
///
/// In units of the bond length d a shape has one reduced structure function,
///
/// F(Q) = (1/d) T(Q d) with T(u) = (2/N) Σ_{i<j} sin(u x_ij)/x_ij and x = r/d;
///
/// displacements and the Fourier window only multiply it, and G is one matrix product away. Nearest
/// neighbours (x < 1.2) have a table of their own, since their motion is correlated.
final class ReducedTransform: Sendable {
  static let step = 0.03  // of u
  static let nodes = 3400
  private let tables: [PairTables.Table]  // [shapes]

  /// - Parameters:
  ///   - shapes: positions in units of the bond length.
  ///   - shouldContinue: is asked for every shape, and ends the work by false; the tables are then
  ///     empty.
  init(_ shapes: [[SIMD3<Double>]], while shouldContinue: @Sendable () -> Bool = { true }) {
    tables = Workers.map(shapes.count) { shouldContinue() ? Self.table(of: shapes[$0]) : [] }
  }

  /// - Parameter tables: one for each shape.
  init(tables: [PairTables.Table]) { self.tables = tables }

  private static func table(of positions: [SIMD3<Double>]) -> [SIMD2<Float>] {
    var distances: [Int: (sum: Double, count: Double)] = [:]  // in bins of 0.002
    for i in positions.indices {
      for j in 0..<i {
        let step = positions[i] - positions[j]
        let x = (step * step).sum().squareRoot()
        let (sum, count) = distances[Int(clamping: x / 2e-3)] ?? (0, 0)
        distances[Int(clamping: x / 2e-3)] = (sum + x, count + 1)
      }
    }
    var sums = [SIMD2<Double>](repeating: .zero, count: nodes)
    // Ordered, so that rounding is the same in every run.
    for (_, bin) in distances.sorted(by: { $0.key < $1.key }) {
      let x = max(bin.sum / bin.count, 1e-3)
      let weight = 2 * bin.count / Double(positions.count) / x
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
  func write(
    shape: Int, _ conditions: DrawnConditions, spacing: Double,
    to row: UnsafeMutableBufferPointer<Float>
  ) {
    row.update(repeating: 0)
    let window = Window(from: conditions.qmin / spacing, to: conditions.qmax / spacing)
    let exponents = SIMD2(conditions.nearBiso, conditions.biso) / (8 * Double.pi * Double.pi)
    let near = Float(-exponents.x * spacing * spacing)
    let far = Float(-exponents.y * spacing * spacing)
    tables[shape].withUnsafeBufferPointer { table in
      for k in window.nodes where k < row.count {
        let place = Double(k) * spacing * conditions.bond / Self.step
        let node = min(max(Int(clamping: place), 1), Self.nodes - 3)
        let t = Float(place - Double(node))
        let (a, b, c, d) = (table[node - 1], table[node], table[node + 1], table[node + 2])
        let sum0 = a * (-t * (t - 1) * (t - 2) / 6) + b * ((t + 1) * (t - 1) * (t - 2) / 2)
        let sum1 = c * (-(t + 1) * t * (t - 2) / 2) + d * ((t + 1) * t * (t - 1) / 6)
        let sum = sum0 + sum1
        let q2 = Float(k * k)
        row[k] = window.weight(k) * (sum.x * expf(near * q2) + sum.y * expf(far * q2))
      }
    }
  }
}

/// Weights of evenly spaced nodes in an integral between two places that are no nodes.
///
/// A cell around a node that the integral covers in part weighs by that part, shared with the next
/// node inwards so that its centre stays where it is: straight lines are integrated exactly.
private struct Window {
  let nodes: ClosedRange<Int>
  private let lower, upper: (edge: Int, own: Float, inner: Float)

  init(from start: Double, to end: Double) {
    let (first, last) = (
      max(Int(clamping: (start + 0.5).rounded(.down)), 0), Int(clamping: (end + 0.5).rounded(.down))
    )
    let below = min(Double(first) + 0.5 - start, 1)
    let above = end - Double(last) + 0.5
    nodes = first...max(first, last)
    lower = (first, Float(below * (1 + below) / 2), Float(below * (1 - below) / 2))
    upper = (last, Float(above * (1 + above) / 2), Float(above * (1 - above) / 2))
  }

  @inline(__always)
  func weight(_ k: Int) -> Float {
    var weight: Float = 1
    if k == lower.edge { weight = lower.own } else if k == lower.edge + 1 { weight += lower.inner }
    if k == upper.edge { weight = upper.own } else if k == upper.edge - 1 { weight += upper.inner }
    return weight
  }
}
