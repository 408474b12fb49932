import Numerics
import Testing

struct PivotedCholeskyTests {
  /// Three points of a line make sums of rank two; L Lᵀ gives them back.
  @Test func aMatrixIsItsFactorsAsFarAsItsRankGoes() {
    let a: [[Double]] = [[1, 0], [1, 1], [1, 2]]
    let matrix = a.flatMap { x in a.map { y in zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } } }
    let root = PivotedCholesky(matrix, size: 3, leastShare: 1e-10)
    #expect(root.rank == 2)
    for i in 0..<3 {
      for j in 0..<3 {
        let product = root.columns.reduce(0) { $0 + $1[i] * $1[j] }
        #expect(abs(product - matrix[i * 3 + j]) < 1e-12)
      }
    }
  }

  /// With b = L y for a known y, y comes back.
  @Test func whatTheMatrixCanMakeIsSolved() {
    let matrix: [Double] = [4, 2, 0, 2, 5, 1, 0, 1, 3]
    let root = PivotedCholesky(matrix, size: 3, leastShare: 1e-10)
    let y = [0.3, -1.2, 2.5]
    let b = (0..<3).map { i in zip(root.columns, y).reduce(0) { $0 + $1.0[i] * $1.1 } }
    for (found, expected) in zip(root.solve(b), y) { #expect(abs(found - expected) < 1e-12) }
  }

  @Test func normalEquationsAreSumsOfProducts() {
    let (matrix, vector) = normalEquations([1, 2, 3, 4, 5, 6], rows: 3, columns: 2, [1, 0, 2])
    #expect(matrix == [35, 44, 44, 56])
    #expect(vector == [11, 14])
  }
}
