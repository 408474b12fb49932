import Clusters
import Foundation
import Testing

struct DisplacementTests {
  let gold: Element

  init() throws { gold = try #require(Element("Au")) }

  func changed(
    _ cluster: Cluster, _ change: (SIMD3<Double>) -> SIMD3<Double>, reversed: Bool = false
  ) -> Cluster {
    let positions = cluster.positions.map(change)
    return Cluster(
      gold, type: cluster.type, positions: reversed ? positions.reversed() : positions,
      bond: cluster.bond)
  }

  /// Doubling every coordinate moves each by itself: the mean of |x|.
  @Test func isTheMeanOverCoordinates() throws {
    let cluster = try Cluster.decahedron(gold, p: 2, q: 1, r: 0)
    let mean =
      cluster.positions.reduce(0) { $0 + abs($1.x) + abs($1.y) + abs($1.z) }
      / Double(3 * cluster.count)
    let twice = changed(cluster) { 2 * $0 }
    #expect(abs(cluster.displacement(from: twice) - mean) < 1e-12)
    #expect(cluster.displacement(from: cluster) == 0)
  }

  /// Turned by 40° around z and 100° around x, mirrored where that is no other structure, and with
  /// the atoms in another order, a structure is still itself.
  @Test func aTurnedStructureIsTheSame() throws {
    func turned(_ x: SIMD3<Double>) -> SIMD3<Double> {
      let (a, b) = (40 * Double.pi / 180, 100 * Double.pi / 180)
      let y = SIMD3(cos(a) * x.x - sin(a) * x.y, sin(a) * x.x + cos(a) * x.y, x.z)
      return SIMD3(y.x, cos(b) * y.y - sin(b) * y.z, sin(b) * y.y + cos(b) * y.z)
    }
    for cluster in [
      try Cluster.hcp(gold, size: [2, 3, 4]), try .icosahedron(gold, shells: 3),
      try .decahedron(gold, p: 2, q: 3, r: 0), try .stacking(gold, sequence: "ABCB", size: [3, 5]),
    ] {
      let other = changed(cluster, turned, reversed: true)
      #expect(cluster.displacement(from: other) > 0.5)
      #expect(cluster.freeDisplacement(from: other) < 1e-6, "\(cluster.label)")
    }
  }

  /// Atoms moved by 0.1 Å along x in turn, to and fro: 0.1 of one coordinate of three.
  @Test func smallShiftsAreMeasured() throws {
    let cluster = try Cluster.sc(gold, layers: [2, 2, 2])
    var sign = 1.0
    let other = changed(cluster) { x in
      sign = -sign
      return x + SIMD3(0.1 * sign, 0, 0)
    }
    // Of an odd number of atoms one is left over when the centre is taken away again.
    #expect(abs(cluster.freeDisplacement(from: other) - 0.1 / 3) < 0.004)
  }

  @Test func otherShapesAreFar() throws {
    let a = try Cluster.icosahedron(gold, shells: 3)
    let b = try Cluster.octahedron(gold, length: 5)
    #expect(a.freeDisplacement(from: b) > 0.2)
  }
}
