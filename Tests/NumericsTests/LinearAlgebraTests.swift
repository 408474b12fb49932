import Numerics
import Testing

/// Against the definitions: Av = λv and A·A⁻¹ = 1.
struct LinearAlgebraTests {
  static let matrix = [[4.0, 1, -2], [1, 3e6, 0.5], [-2, 0.5, 5]]

  @Test func eigenvectorsAreWhatTheyMean() throws {
    let (values, vectors) = try #require(SymmetricMatrix(Self.matrix).eigen())
    #expect(values == values.sorted())
    for (value, vector) in zip(values, vectors) {
      let length = vector.reduce(0) { $0 + $1 * $1 }
      #expect(abs(length - 1) < 1e-12)
      for (row, x) in zip(Self.matrix, vector) {
        let product = zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - value * x) < 1e-9 * max(1, abs(value)))
      }
    }
  }

  @Test func theInverseTimesTheMatrixIsOne() throws {
    let inverse = try #require(SymmetricMatrix(Self.matrix).inverse())
    for i in 0..<3 {
      for j in 0..<3 {
        let product = (0..<3).reduce(0) { $0 + Self.matrix[i][$1] * inverse[$1][j] }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-9)
      }
    }
  }

  @Test(arguments: [[[1.0, 2], [2, 1]], [[0.0, 0], [0, 1]], [[.nan, 0], [0, 1]]])
  func whatIsNotPositiveDefiniteHasNone(_ matrix: [[Double]]) {
    #expect(SymmetricMatrix(matrix).inverse() == nil)
  }
}
