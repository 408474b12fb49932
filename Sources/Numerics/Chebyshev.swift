import Foundation

/// Interpolation by Chebyshev polynomials T_0 … T_{n−1} on −1…1.
package struct Chebyshev {
  /// The roots of T_n.
  package let nodes: [Double]  // [n]

  /// What makes coefficients of the polynomials from values at the nodes.
  private let transform: [[Double]]  // [n, n]

  package init(_ n: Int) {
    let angles = (0..<n).map { Double.pi * (Double($0) + 0.5) / Double(n) }
    nodes = angles.map { cos($0) }
    transform = (0..<n).map { row in
      let scale = (row == 0 ? 1 : 2) / Double(n)
      return angles.map { scale * cos(Double(row) * $0) }
    }
  }

  /// Coefficients of T_0 … T_{n−1} for a function with these values at the nodes.
  package func coefficients(_ values: [Double]) -> [Double] {
    transform.map { row in zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Coefficients of 1, x, x² … for a function with these values at the nodes.
  package func powers(_ values: [Double]) -> [Double] {
    let n = nodes.count
    var powers = [Double](repeating: 0, count: n)
    var before = powers
    var now = powers
    before[0] = 1
    if n > 1 { now[1] = 1 }
    for (j, c) in coefficients(values).enumerated() {
      let chebyshev = j == 0 ? before : now
      for power in 0..<n { powers[power] += c * chebyshev[power] }
      guard j > 0 else { continue }
      let next = (0..<n).map { power in
        (power == 0 ? 0 : 2 * now[power - 1]) - before[power]
      }
      (before, now) = (now, next)
    }
    return powers
  }
}
