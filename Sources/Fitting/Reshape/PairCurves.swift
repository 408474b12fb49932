import Scattering
import Foundation
import Numerics

/// What a pair of atoms at each distance of a motif adds to the compressed G(r).
///
///     F(Q) = sin(QR)/R · exp(−(B Q²/8π²) max(0, 1 − δ₂/R²))
///
/// without the factor 2/N, which the scale takes up.
package final class PairCurves: Sendable {
  let pdf: CompressedPDF

  /// A line for each kind of pair; that of a site with itself is zero.
  let values: [Float]  // [kinds, dimensions]

  /// - Parameters:
  ///   - distances: of the kinds of pairs, in units of d.
  ///   - bond: d in Å.
  package init(
    _ distances: [Double], bond: Double, biso: Double, delta2: Double, against pdf: CompressedPDF
  ) {
    let nodes = pdf.q.count
    self.pdf = pdf
    var f = [Float](repeating: 0, count: distances.count * nodes)
    for (kind, distance) in distances.enumerated() where distance > 0 {
      let r = distance * bond
      let width = biso * max(0, 1 - delta2 / (r * r))
      for k in 0..<nodes {
        f[kind * nodes + k] = Float(sin(pdf.q[k] * r) * exp(-width * pdf.widths[k]) / r)
      }
    }
    values = [Float](unsafeUninitializedCapacity: distances.count * pdf.dimensions) {
      buffer, filled in
      if let target = buffer.baseAddress {
        multiply(
          f, pdf.factor, into: target, m: distances.count, n: pdf.dimensions, k: nodes,
          transposed: false)
      }
      filled = distances.count * pdf.dimensions
    }
  }

  /// The curve of so many pairs of each kind.
  package func sum(_ counts: [Float]) -> [Float] {  // [dimensions]
    var sum = [Float](repeating: 0, count: pdf.dimensions)
    multiply(
      counts, values, into: &sum, m: 1, n: pdf.dimensions, k: counts.count, transposed: false)
    return sum
  }
}
