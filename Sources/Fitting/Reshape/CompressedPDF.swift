import Foundation
import Numerics
import Scattering

/// The fitted points of a PDF, in the fewest coordinates in which curves can differ.
///
/// A curve's values at the measured distances are linear in its F(Q) at the nodes of a quadrature,
/// G_i = Σ_k S_ik F_k, and least squares need sums over them only. With the factorisation
/// SᵀS = L Lᵀ, L having as many columns as the sums have rank,
///
///     Σ_i G_i² = |LᵀF|²,   Σ_i g_i G_i = y·LᵀF   with L y = Sᵀg
///
/// so that thousands of points become about range·(qmax − qmin)/π numbers, without loss.
package struct CompressedPDF: Sendable {
  /// Nodes in Å⁻¹, and Q²/8π² there.
  let q: [Double]
  let widths: [Double]

  /// Coordinates of a curve, rounded up to whole vectors; those beyond `rank` are zero.
  let dimensions: Int
  package let rank: Int

  /// Lᵀ of what F(Q) becomes.
  let factor: [Float]  // [nodes, dimensions]

  /// The coordinates of the data.
  package let target: [Float]  // [dimensions]

  /// Σ g² over the measured points, of which the coordinates hold a part.
  package let total: Double

  /// The part of Rw² that noise makes in the coordinates, if it is as large there as in what of the
  /// data they cannot hold.
  package let noise: Double

  /// - Parameter reach: the longest distance of any structure, in Å.
  package init(_ pdf: PDF, qmin: Double, qmax: Double, qdamp: Double, reach: Double) {
    let half = (qmax - qmin) / 2
    let count = GaussLegendre.count(phase: half * ((pdf.r.last ?? 0) + reach))
    let rule = GaussLegendre.rule(count)
    let q = rule.nodes.map { qmin + half * ($0 + 1) }
    let weights = rule.weights.map { 2 / Double.pi * half * $0 }
    let points = pdf.r.count
    var sines = [Double](repeating: 0, count: points * count)
    for (i, r) in pdf.r.enumerated() {
      let damping = exp(-qdamp * qdamp * r * r / 2)
      for k in 0..<count { sines[i * count + k] = damping * weights[k] * sin(q[k] * r) }
    }
    let normal = normalEquations(sines, rows: points, columns: count, pdf.g)
    let root = PivotedCholesky(normal.matrix, size: count, leastShare: 1e-7)
    let target = root.solve(normal.vector)
    rank = root.rank
    dimensions = (rank + 15) / 16 * 16
    var factor = [Float](repeating: 0, count: count * dimensions)
    for (m, column) in root.columns.enumerated() {
      for k in 0..<count { factor[k * dimensions + m] = Float(column[k]) }
    }
    self.q = q
    widths = q.map { $0 * $0 / (8 * Double.pi * Double.pi) }
    self.factor = factor
    self.target =
      target.map(Float.init) + Array(repeating: 0, count: dimensions - rank)
    total = pdf.g.reduce(0) { $0 + $1 * $1 }
    let rest = max(0, total - target.reduce(0) { $0 + $1 * $1 })
    noise = rest / Double(max(points - rank, 1)) * Double(rank) / total
  }
}
