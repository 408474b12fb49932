import Foundation

/// The cell that a file gives its coordinates in.
struct UnitCell {
  /// The edges in Å.
  let edges: [SIMD3<Double>]  // [3]

  /// By the lengths of its edges in Å and its angles in degrees, with a along x and b in the plane
  /// of x and y; nil where there is no such cell.
  init?(lengths: [Double], angles: [Double]) {
    guard lengths.count == 3, angles.count == 3, lengths.allSatisfy({ $0 > 0 }) else { return nil }
    let cosines = angles.map { cos($0 * Double.pi / 180) }
    let sine = sin(angles[2] * Double.pi / 180)
    guard sine > 1e-6 else { return nil }
    let y = (cosines[0] - cosines[1] * cosines[2]) / sine
    let z = 1 - cosines[1] * cosines[1] - y * y
    guard z > 1e-9 else { return nil }
    edges = [
      SIMD3(lengths[0], 0, 0), SIMD3(lengths[1] * cosines[2], lengths[1] * sine, 0),
      SIMD3(cosines[1], y, z.squareRoot()) * lengths[2],
    ]
  }

  init(edges: [SIMD3<Double>]) { self.edges = edges }

  /// The place of fractional coordinates in Å.
  func place(_ fractions: SIMD3<Double>) -> SIMD3<Double> {
    edges[0] * fractions.x + edges[1] * fractions.y + edges[2] * fractions.z
  }

  /// Its volume in Å³.
  var volume: Double {
    let (a, b, c) = (edges[0], edges[1], edges[2])
    let cross = SIMD3(b.y * c.z - b.z * c.y, b.z * c.x - b.x * c.z, b.x * c.y - b.y * c.x)
    return abs((a * cross).sum())
  }
}
