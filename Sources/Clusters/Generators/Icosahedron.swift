extension Shape {
  /// A Mackay icosahedron with `shells` shells, counting the central atom.
  ///
  /// Shell n has the twelve vertices n·v of three golden rectangles, and its twenty faces are
  /// triangular grids between them. Neighbours along a radius are one bond length apart, those
  /// in a shell 5 % more (A. L. Mackay, Acta Cryst. 1962, 15, 916, doi:10.1107/S0365110X6200239X).
  /// - Throws: `ClusterError` for an impossible number of shells.
  static func icosahedron(_ shells: Int) throws(ClusterError) -> Shape {
    try require("shells", shells, atLeast: 1)
    let n = Double(shells)
    try requireSize((10 * n * n * n - 15 * n * n + 11 * n - 3) / 3)
    let sites = (1..<shells).reduce(into: [SIMD3<Double>.zero]) {
      $0 += IcosahedralShell.sites($1)
    }
    return Shape(
      .icosahedral, .icosahedron(shells: shells),
      sites: sites.map { $0 / IcosahedralShell.vertexDistance })
  }
}

private let signs = [1.0, -1.0]

/// A vertex of the golden rectangle with its long side, of half length τ, along axis `long`.
///
/// Its short side, of half length 1, lies along the axis before.
private func vertex(_ long: Int, _ far: Double, _ near: Double) -> SIMD3<Double> {
  let golden = (1 + 5.0.squareRoot()) / 2
  var v = SIMD3<Double>.zero
  v[long] = far * golden
  v[(long + 2) % 3] = near
  return v
}

/// The shells of an icosahedron, in units in which a golden rectangle's short side is 2.
enum IcosahedralShell {
  /// How far the vertices of shell 1 stand from the centre.
  static let vertexDistance = length(vertex(0, 1, 1))

  /// The atoms of shell n, where the central atom is shell 0.
  static func sites(_ n: Int) -> [SIMD3<Double>] {
    var sites: [SIMD3<Double>] = []

    // The six edges that are short sides of a golden rectangle, with their vertices.
    for long in 0..<3 {
      for far in signs {
        let (first, last) = (vertex(long, far, 1), vertex(long, far, -1))
        for i in 0...n { sites.append(Double(i) * first + Double(n - i) * last) }
      }
    }

    // The twelve faces between a vertex and the short side its rectangle points at, with the two
    // edges that leave the vertex.
    for long in 0..<3 {
      for far in signs {
        for near in signs {
          let apex = vertex(long, far, near)
          let u = vertex((long + 2) % 3, near, 1) - apex
          let v = vertex((long + 2) % 3, near, -1) - apex
          for i in 0..<n {
            for j in 0..<(n - i) where i + j > 0 {
              sites.append(Double(n) * apex + Double(i) * u + Double(j) * v)
            }
          }
        }
      }
    }

    // The eight faces with one vertex of each rectangle, one in each octant: inner atoms only.
    for x in signs {
      for z in signs {
        let apex = vertex(0, x, z)
        for i in 1..<max(n, 1) {
          for j in 1..<max(n - i, 1) {
            for y in signs.reversed() {
              let (u, v) = (vertex(2, z, y) - apex, vertex(1, y, x) - apex)
              sites.append(Double(n) * apex + Double(i) * u + Double(j) * v)
            }
          }
        }
      }
    }
    return sites
  }
}
