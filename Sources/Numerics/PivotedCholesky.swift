import COpenBLAS

/// A positive semidefinite matrix as L Lᵀ, with as many columns of L as it has rank.
///
/// The pivot is the largest diagonal element that is left, and the factorisation ends where that is
/// a small share of the first (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd
/// ed., SIAM 2002, 10.3, doi:10.1137/1.9780898718027).
package struct PivotedCholesky: Sendable {
  /// The columns of L.
  package let columns: [[Double]]  // [rank, size]
  private let pivots: [Int]  // [rank]

  package var rank: Int { columns.count }

  /// - Parameter matrix: `[size, size]`; both triangles are read.
  package init(_ matrix: [Double], size: Int, leastShare: Double) {
    var rest = (0..<size).map { matrix[$0 * size + $0] }
    let least = leastShare * (rest.max() ?? 0)
    var (columns, pivots): ([[Double]], [Int]) = ([], [])
    while columns.count < size,
      let pivot = rest.indices.max(by: { rest[$0] < rest[$1] }), rest[pivot] > least
    {
      var column = Array(matrix[(pivot * size)..<((pivot + 1) * size)])
      for earlier in columns { cblas_daxpy(Int32(size), -earlier[pivot], earlier, 1, &column, 1) }
      let root = rest[pivot].squareRoot()
      for k in 0..<size {
        column[k] /= root
        rest[k] -= column[k] * column[k]
      }
      rest[pivot] = 0
      columns.append(column)
      pivots.append(pivot)
    }
    (self.columns, self.pivots) = (columns, pivots)
  }

  /// The y with L y = b, for a b that the matrix can make.
  package func solve(_ b: [Double]) -> [Double] {  // [rank]
    var y: [Double] = []
    for (column, pivot) in zip(columns, pivots) {
      let known = zip(columns, y).reduce(0) { $0 + $1.0[pivot] * $1.1 }
      y.append((b[pivot] - known) / column[pivot])
    }
    return y
  }
}

/// AᵀA of a matrix A, both triangles, and Aᵀb.
package func normalEquations(
  _ a: [Double], rows: Int, columns: Int, _ b: [Double]
) -> (matrix: [Double], vector: [Double]) {
  _ = Workers.singleThreadedProducts
  let (m, n) = (Int32(rows), Int32(columns))
  var matrix = [Double](repeating: 0, count: columns * columns)
  var vector = [Double](repeating: 0, count: columns)
  cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, n, m, 1, a, n, 0, &matrix, n)
  cblas_dgemv(CblasRowMajor, CblasTrans, m, n, 1, a, n, b, 1, 0, &vector, 1)
  for i in 0..<columns { for j in 0..<i { matrix[i * columns + j] = matrix[j * columns + i] } }
  return (matrix, vector)
}
