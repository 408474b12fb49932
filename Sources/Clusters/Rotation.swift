/// A rotation of space, as a unit quaternion.
struct Rotation {
  private let q: SIMD4<Double>  // w, x, y, z

  /// The rotation that brings points nearest to their partners, in the sense of least squares
  /// (Horn 1987, doi:10.1364/JOSAA.4.000629): the leading eigenvector of a symmetric 4 × 4 matrix.
  init(_ points: [SIMD3<Double>], onto targets: [SIMD3<Double>]) {
    var s = [[Double]](repeating: [0, 0, 0], count: 3)
    for (a, b) in zip(points, targets) {
      for i in 0..<3 { for j in 0..<3 { s[i][j] += a[i] * b[j] } }
    }
    let matrix = [
      [
        s[0][0] + s[1][1] + s[2][2], s[1][2] - s[2][1], s[2][0] - s[0][2], s[0][1] - s[1][0],
      ],
      [s[1][2] - s[2][1], s[0][0] - s[1][1] - s[2][2], s[0][1] + s[1][0], s[2][0] + s[0][2]],
      [s[2][0] - s[0][2], s[0][1] + s[1][0], s[1][1] - s[0][0] - s[2][2], s[1][2] + s[2][1]],
      [s[0][1] - s[1][0], s[2][0] + s[0][2], s[1][2] + s[2][1], s[2][2] - s[0][0] - s[1][1]],
    ]
    let vector = SymmetricMatrix(matrix).leadingEigenvector
    q = SIMD4(vector[0], vector[1], vector[2], vector[3])
  }

  /// Points after the rotation.
  func applied(to points: [SIMD3<Double>]) -> [SIMD3<Double>] {
    let axis = SIMD3(q[1], q[2], q[3])
    return points.map { x in
      let twice = 2 * cross(axis, x)
      return x + q[0] * twice + cross(axis, twice)
    }
  }
}

/// a × b.
func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

/// A small symmetric matrix.
private struct SymmetricMatrix {
  /// Of unit length, to the greatest eigenvalue.
  let leadingEigenvector: [Double]

  /// By Jacobi's rotations (1846, doi:10.1515/crll.1846.30.51).
  init(_ matrix: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0 } }
    for _ in 0..<30 {
      for p in 0..<n {
        for q in p + 1..<n where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
          }
          for k in 0..<n {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
          }
          for k in 0..<n {
            (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q])
          }
        }
      }
    }
    let column = (0..<n).max { a[$0][$0] < a[$1][$1] } ?? 0
    leadingEigenvector = v.map { $0[column] }
  }
}
