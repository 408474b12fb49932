import Numerics
import Testing

import Clusters

struct ParticleFamilyTests {
  /// Decahedra have notches where r > 0 (ASE's definition), octahedra are truncated where layers are
  /// cut off, and a cube of sc, whose other facets lie far out, is not.
  @Test(arguments: [
    (Recipe.decahedron(p: 2, q: 2, r: 1), ParticleFamily.reentrant, true),
    (.decahedron(p: 3, q: 1, r: 0), .reentrant, false),
    (.decahedron(p: 2, q: 3, r: 0), .reentrant, false),
    (.decahedron(p: 2, q: 2, r: 1), .truncated, false),
    (.octahedron(length: 5, cutoff: 1), .truncated, true),
    (.octahedron(length: 5), .truncated, false),
    (.sc(layers: [2, 9, 9]), .truncated, false),
  ])
  func knowsShapes(recipe: Recipe, family: ParticleFamily, isOfIt: Bool) throws {
    let shape = try recipe.shape()
    let motif = try #require(
      Motif.simple.first { $0.type == (shape.type == .octahedral ? .fcc : shape.type) })
    let table = FacetHeights(motif, reach: 10)
    let sites = try #require(motif.sites(of: shape))
    let occupied = sites.compactMap { table.sites.firstIndex(of: $0) }.sorted()
    #expect(occupied.count == shape.count)
    let particle = DrawnParticle(table: table, occupied: occupied, name: "")
    #expect(family.has(particle) == isOfIt)
  }

  /// The layers are counted from the atoms.
  @Test func twinsHaveOnePlane() throws {
    let found = try Catalogue.particles(
      40, atoms: 60...600, of: ParticleSeriesTests.gold, seed: 5, family: .twins)
    let sequences = found.compactMap(\.sequence)
    #expect(sequences.count > 30)
    for sequence in sequences { #expect(sequence.isHexagonal.count { $0 } == 1) }
  }

  @Test func aSeriesIsWithoutOne() throws {
    let found = try Catalogue.particles(
      60, atoms: 60...600, types: [.stacking], of: ParticleSeriesTests.gold, seed: 5,
      without: .twins)
    #expect(found.count == 60 && found.without == .twins)
    for sequence in found.compactMap(\.sequence) {
      #expect(sequence.isHexagonal.count { $0 } != 1)
    }
  }

  @Test func aFamilyHasItsTypes() {
    #expect(throws: ClusterError.self) {
      try Catalogue.particles(
        5, types: [.fcc], of: ParticleSeriesTests.gold, seed: 1, family: .twins)
    }
  }
}
