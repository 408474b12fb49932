import COpenBLAS
import Clusters
import Foundation

/// The fitted points of a PDF, in the fewest coordinates in which curves can differ.
///
/// A curve's values at the measured distances are linear in its F(Q) at the nodes of a quadrature,
/// G_i = Σ_k S_ik F_k, and least squares need sums over them only. With the factorisation
/// SᵀS = L Lᵀ by Cholesky's method with pivots, which ends where nothing is left,
///
///     Σ_i G_i² = |LᵀF|²,   Σ_i g_i G_i = y·LᵀF   with L y = Sᵀg
///
/// so that thousands of points become about range·(qmax − qmin)/π numbers, without loss.
struct CompressedPDF: Sendable {
  /// Nodes in Å⁻¹, and Q²/8π² there.
  let q: [Double]
  let widths: [Double]

  /// Coordinates of a curve, rounded up to whole vectors; those beyond `rank` are zero.
  let dimensions: Int
  let rank: Int

  /// Lᵀ of what F(Q) becomes.
  let factor: [Float]  // [nodes, dimensions]

  /// The coordinates of the data.
  let target: [Float]  // [dimensions]

  /// Σ g² over the measured points, of which the coordinates hold a part.
  let total: Double

  /// - Parameter reach: the longest distance of any structure, in Å.
  init(_ pdf: PDF, qmin: Double, qmax: Double, qdamp: Double, reach: Double) {
    _ = Products.singleThreaded
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
    var gram = [Double](repeating: 0, count: count * count)
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, CblasTrans, Int32(count), Int32(points), 1, sines, Int32(count),
      0, &gram, Int32(count))
    for i in 0..<count { for j in 0..<i { gram[i * count + j] = gram[j * count + i] } }
    var projected = [Double](repeating: 0, count: count)
    cblas_dgemv(
      CblasRowMajor, CblasTrans, Int32(points), Int32(count), 1, sines, Int32(count), pdf.g, 1, 0,
      &projected, 1)

    let (lines, target) = Self.factorise(gram, projected, count: count)
    rank = lines.count
    dimensions = (lines.count + 15) / 16 * 16
    var factor = [Float](repeating: 0, count: count * dimensions)
    for (m, line) in lines.enumerated() {
      for k in 0..<count { factor[k * dimensions + m] = Float(line[k]) }
    }
    self.q = q
    widths = q.map { $0 * $0 / (8 * Double.pi * Double.pi) }
    self.factor = factor
    self.target =
      target.map(Float.init) + Array(repeating: 0, count: dimensions - lines.count)
    total = pdf.g.reduce(0) { $0 + $1 * $1 }
  }

  /// The lines of Lᵀ, and y.
  private static func factorise(
    _ gram: [Double], _ projected: [Double], count: Int
  ) -> (lines: [[Double]], target: [Double]) {
    var rest = (0..<count).map { gram[$0 * count + $0] }
    let least = 1e-7 * (rest.max() ?? 0)
    var (lines, target): ([[Double]], [Double]) = ([], [])
    while lines.count < count,
      let pivot = rest.indices.max(by: { rest[$0] < rest[$1] }), rest[pivot] > least
    {
      var line = Array(gram[(pivot * count)..<((pivot + 1) * count)])
      var value = projected[pivot]
      for (m, earlier) in lines.enumerated() {
        let share = earlier[pivot]
        cblas_daxpy(Int32(count), -share, earlier, 1, &line, 1)
        value -= share * target[m]
      }
      let root = rest[pivot].squareRoot()
      for k in 0..<count {
        line[k] /= root
        rest[k] -= line[k] * line[k]
      }
      rest[pivot] = 0
      lines.append(line)
      target.append(value / root)
    }
    return (lines, target)
  }
}
