import Numerics

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
    let vector = SymmetricMatrix(matrix).eigen()?.vectors.last ?? [1, 0, 0, 0]
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
