import Numerics
import Foundation

/// The widths of peaks, exp(−b(1 − share·u)) with u between 0 and 1, as sums over Chebyshev
/// polynomials T_n(2u − 1): each polynomial is a row of the pairs' grid, and the width b = biso
/// Q²/8π² enters only at the end.
///
///     exp(yu) = e^{y/2} Σ_n (2 − δ_n0) I_n(y/2) T_n(2u − 1)
///
/// (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 9.6.34.)
package struct Sharpening {
  /// Number of polynomials; one where all peaks are equally wide.
  package let rows: Int

  package init(rows: Int) { self.rows = rows }

  /// For b up to `largest`, whose coefficients fall as a Gaussian of width √b.
  package init(_ delta2: Double, largest: Double) {
    let decay = 4.2 * largest.squareRoot()
    rows = delta2 == 0 ? 1 : 6 + Int(clamping: decay.rounded(.up))
  }

  /// Writes the coefficients of exp(−b(1 − share·u)), and of u times that, for each row.
  package func coefficients(
    _ b: Double, share: Double, _ values: inout [Double], _ slopes: inout [Double]
  ) {
    guard rows > 1 else {
      values[0] = exp(-b)
      slopes[0] = 0
      return
    }
    let y = max(b * share, 1e-9)
    let bessel = scaledBessel(y / 2)
    let factor = exp(y - b)
    for n in 0..<rows {
      let weight = (n == 0 ? 1 : 2) * factor
      values[n] = weight * bessel[n]
      slopes[n] = weight / 2 * (bessel[n] + (bessel[abs(n - 1)] + bessel[n + 1]) / 2)
    }
  }

  /// e^{−x} I_n(x) for n up to `rows`, by Miller's backward recurrence I_{n−1} = I_{n+1} + 2n/x I_n
  /// and e^x = I_0 + 2 Σ I_n.
  private func scaledBessel(_ x: Double) -> [Double] {
    var bessel = [Double](repeating: 0, count: rows + 1)
    var (above, now, sum) = (0.0, 1e-280, 0.0)
    for n in stride(from: rows + 20, through: 0, by: -1) {
      if n <= rows { bessel[n] = now }
      sum += n == 0 ? now : 2 * now
      (above, now) = (now, above + 2 * Double(n) / x * now)
      if now > 1e200 {
        for m in n..<max(rows + 1, n) { bessel[m] *= 1e-250 }
        (above, now, sum) = (above * 1e-250, now * 1e-250, sum * 1e-250)
      }
    }
    return bessel.map { $0 / sum }
  }
}
