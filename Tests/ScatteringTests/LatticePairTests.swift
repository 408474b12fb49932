import Clusters
import Numerics
import Scattering
import Testing

/// Pairs that are counted by the vectors of a lattice, against all distances one by one.
struct LatticePairTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  private func clusters() throws -> [Cluster] {
    var random = RandomGenerator(seed: 5)
    let particle = try Boundary.random(.bcc, atoms: 1500, using: &random).shape(named: "particle")
    return [
      try .fcc(gold, layers: [5, 9, 7]), try .bcc(gold, layers: [6, 9, 10]),
      try .sc(gold, layers: [6, 9, 10]), try .hcp(gold, size: [8, 9, 10]),
      try .octahedron(gold, length: 14, cutoff: 4), try Cluster(particle, of: gold),
    ]
  }

  @Test func pairsAreAllPairs() throws {
    for cluster in try clusters() {
      let lattice = try #require(LatticeSites(cluster), "\(cluster.label)")
      #expect(lattice.sites.reduce(0) { $0 + $1.count } == cluster.count)
      let counter = try #require(LatticePairCounter(lattice))
      var found: [Double] = []
      counter.count(while: { true }) { distance, pairs in
        found += Array(repeating: distance, count: pairs)
      }
      found.sort()
      let distances = cluster.distances
      #expect(found.count == distances.count, "\(cluster.label)")
      #expect(zip(found, distances).allSatisfy { abs($0 - $1) < 1e-6 }, "\(cluster.label)")
    }
  }

  /// Twins have no single lattice, nor have atoms that are moved a little, but for a single one.
  @Test func whatHasNoLatticeIsNoLattice() throws {
    #expect(LatticeSites(try .icosahedron(gold, shells: 7)) == nil)
    #expect(LatticeSites(try .decahedron(gold, p: 4, q: 5, r: 2)) == nil)
    #expect(LatticeSites(try .stacking(gold, sequence: "ABCABABCABC", size: [12, 12])) == nil)
    let cluster = try Cluster.fcc(gold, layers: [5, 9, 7])
    let moved = cluster.positions.enumerated().map { place, position in
      position + SIMD3(place == 7 ? 1e-4 : 0, place == 9 ? 1e-4 : 0, 0)
    }
    #expect(LatticeSites(Cluster(gold, type: .fcc, positions: moved, bond: cluster.bond)) == nil)
    let doubled = Cluster(
      gold, type: .fcc, positions: cluster.positions + [cluster.positions[0]], bond: cluster.bond)
    #expect(LatticeSites(doubled).flatMap { LatticePairCounter($0) } == nil)
  }

  /// Above a thousand atoms pairs are counted by the lattice where there is one; G is the same.
  @Test func simulationsAreTheSame() throws {
    let cluster = try Cluster.fcc(gold, layers: [6, 11, 8])
    #expect(cluster.count > 1000 && LatticeSites(cluster) != nil)
    var conditions = ScatteringConditions()
    conditions.rmax = 30
    let exact = try cluster.pdf(conditions)
    // Bent by 1e-4 Å it is no lattice, and has all pairs counted one by one.
    let moved = cluster.positions.map { $0 + SIMD3(0, 0, 1e-7 * $0.x * $0.x) }
    let other = Cluster(gold, type: .fcc, positions: moved, bond: cluster.bond)
    #expect(LatticeSites(other) == nil)
    let difference = zip(exact.g, try other.pdf(conditions).g).reduce(0) {
      max($0, abs($1.0 - $1.1))
    }
    #expect(difference < 2e-3 * exact.largest)
  }
}
