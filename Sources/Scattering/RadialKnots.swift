import Foundation
import Numerics

/// Distances r_j = s cosh(jΔ) between which functions of r are interpolated, eight at a time.
///
/// What depends on r alone, as the widths of peaks, so enters a sum over pairs late,
///
///     Σ_pairs f(r) sin(qr)/r = Σ_j f(r_j) A_j(q),   A_j(q) = Σ_pairs φ_j(r) sin(qr)/r
///
/// where φ_j is Lagrange's polynomial of degree 7 in arcosh(r/s), and is zero but for eight j. Knots
/// are evenly spaced in ln r far from s, and dense at s, where widths change most: to even functions
/// of the hyperbolic angle exp(−b(1 − s²/r²)) looks like a Gaussian of width 1/√(2b). Knots below s
/// mirror those above.
package struct RadialKnots: Sendable {
  /// s in Å: distances below count as s.
  package let start: Double
  private let step: Double

  /// Number of knots, a multiple of eight.
  package let count: Int

  private static let before = 3

  /// - Parameters:
  ///   - reach: the longest distance in Å.
  ///   - width: the largest b of exp(−b·w(r)) that is to be interpolated; to 1e-5 of the largest.
  package init(from start: Double, to reach: Double, width: Double) {
    self.start = start
    step = min(0.12, 0.22 / max(width, 1e-9).squareRoot())
    let last = acosh(max(reach / start, 1)) / step
    count = (Int(clamping: last) + 1 + 8 + 7) / 8 * 8
  }

  /// r_j in Å.
  package var distances: [Double] {  // [count]
    (0..<count).map { start * cosh(Double($0 - Self.before) * step) }
  }

  /// The first of the knots that a distance touches, and how far it is from the fourth to the fifth.
  @inline(__always)
  package func place(of r: Double) -> (knot: Int, share: Float) {
    let ratio = max(r / start, 1)
    let place = log(ratio + (ratio * ratio - 1).squareRoot()) / step
    let knot = min(Int(clamping: place), count - 8)
    return (knot, Float(place - Double(knot)))
  }

  /// φ of the eight knots.
  package static let polynomial = Polynomial8 { t, knot in
    (0..<8).reduce(1) { product, other in
      other == knot
        ? product
        : product * (t + Double(before - other)) / Double(knot - other)
    }
  }
}
