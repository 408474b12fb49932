import Numerics
import Clusters
import Foundation

/// The scattering of a cluster in Q: F(Q), S(Q) and I(Q), by the Debye sum.
public struct StructureFunction: Sendable {
  /// Å⁻¹.
  public let q: [Double]  // [points]

  /// F(Q) = Q (S(Q) − 1) = (2/N) Σ_{i<j} sin(Q r_ij)/r_ij · exp(−Q² B/8π²), in Å⁻¹.
  public let f: [Double]  // [points]

  /// Number of atoms.
  let count: Int

  /// S(Q) = F(Q)/Q + 1, which at Q = 0 is the number of atoms.
  public var s: [Double] {  // [points]
    zip(q, f).map { $0 > 0 ? $1 / $0 + 1 : Double(count) }
  }

  /// I(Q) = N·S(Q), in units of the squared form factor.
  public var i: [Double] { s.map { $0 * Double(count) } }  // [points]

  /// - Throws: `ScatteringError` for impossible conditions.
  public init(
    of cluster: Cluster, qmin: Double = 0.1, qmax: Double = 25, qstep: Double = 0.02,
    biso: Double = 0.3, while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    for (quantity, value) in [
      (Quantity.qmin, qmin), (.qmax, qmax), (.qstep, qstep), (.biso, biso),
      (.reach, cluster.diameter),
    ] { try quantity.check(value) }
    try Quantity.qmin.check(qmin, below: .qmax, qmax)
    let step = Double.pi / (2.2 * qmax)
    let points = PairGrid.points(reach: cluster.diameter, step: step)
    let intervals = Int(clamping: (qmax - qmin) / qstep + 1e-6)
    guard points * (intervals + 1) < 200_000_000 else {
      throw ScatteringError("a structure this large needs a larger qstep or a lower qmax")
    }
    let q = (0...intervals).map { qmin + Double($0) * qstep }
    let sines = SineTable(q: q, step: step, points: points)
    var pairs = PairGrid(step: step, points: points)
    pairs.shouldContinue = shouldContinue
    var grid = [Float](repeating: 0, count: points)
    var sums = [Float](repeating: 0, count: q.count)
    grid.withUnsafeMutableBufferPointer { grid in
      sines.values.withUnsafeBufferPointer { table in
        guard let grid = grid.baseAddress, let table = table.baseAddress else { return }
        pairs.add(cluster, to: grid)
        multiply(
          grid, table, into: &sums, m: 1, n: q.count, k: points, transposed: false)
      }
    }
    self.q = q
    count = cluster.count
    f = zip(q, sums).map { q, sum in
      let width = exp(-biso * q * q / (8 * Double.pi * Double.pi))
      return 2 / Double(cluster.count) * Double(sum) / SpreadingKernel.transform(q * step) * width
    }
  }
}
