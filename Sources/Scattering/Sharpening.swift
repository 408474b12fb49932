import Foundation

/// The sharpening of near peaks, exp(b·u) with u = min(1, δ₂/r²), as a sum over Chebyshev
/// polynomials of u: each is one row of the pairs' grid, and the width b enters only at the end.
struct Sharpening {
  /// Number of polynomials; one, of which the coefficient is 1, without sharpening.
  let rows: Int

  init(rows: Int) { self.rows = rows }

  /// For b up to `largest`, whose coefficients fall as those of a Gaussian of width √b.
  init(_ delta2: Double, largest: Double) {
    let decay = 4.2 * largest.squareRoot()
    rows = delta2 == 0 ? 1 : 6 + Int(decay.rounded(.up))
  }

  /// The coefficients of exp(b·u) for each width b.
  func coefficients(_ widths: [Double]) -> [Double] {  // [rows, widths]
    rows > 1 ? expand(widths) { b, u in exp(b * u) } : widths.map { _ in 1 }
  }

  /// The coefficients of u·exp(b·u), its derivative by b.
  func slopes(_ widths: [Double]) -> [Double] {  // [rows, widths]
    rows > 1 ? expand(widths) { b, u in u * exp(b * u) } : []
  }

  private func expand(_ widths: [Double], _ f: (Double, Double) -> Double) -> [Double] {
    let chebyshev = Chebyshev(rows)
    let columns = widths.map { b in
      chebyshev.coefficients(chebyshev.nodes.map { f(b, ($0 + 1) / 2) })
    }
    return (0..<rows).flatMap { row in columns.map { $0[row] } }
  }
}
