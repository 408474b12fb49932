import Foundation
import Numerics
import Testing

import Clusters

struct ParticleSeriesTests {
  static let gold = Element("Au")!

  @Test func theSameSeedGivesTheSameParticles() throws {
    func positions(threads: Int, seed: UInt64) throws -> [[SIMD3<Double>]] {
      try Workers.$limit.withValue(threads) {
        try Catalogue.particles(40, atoms: 5...400, of: Self.gold, seed: seed).shapes.map(\.sites)
      }
    }
    let one = try positions(threads: 1, seed: 3)
    #expect(try positions(threads: 2, seed: 3) == one)
    #expect(try positions(threads: 1, seed: 4) != one)
    // A longer series begins alike.
    #expect(
      try Catalogue.particles(10, atoms: 5...400, of: Self.gold, seed: 3).shapes.map(\.sites)
        == Array(one.prefix(10)))
  }

  @Test func sizesAreEvenOverTheirLogarithm() throws {
    let shapes = try Catalogue.particles(600, atoms: 30...3000, of: Self.gold, seed: 1).shapes
    #expect(shapes.allSatisfy { (30...3000).contains($0.count) })
    let small = shapes.count { $0.count < 300 }
    // Half of them, to four deviations of a binomial distribution and a little for those redrawn.
    #expect(abs(small - 300) < 60)
    #expect(Set(shapes.map(\.type)) == Set(ParticleSeries.allTypes))
  }

  /// No two atoms are closer than neighbours of the motif, and none stands alone.
  @Test func atomsStandOnTheirMotif() {
    let series = ParticleSeries(atoms: 20...300, seed: 5)
    for number in 0..<60 {
      let particle = series.particle(number)
      let places = particle.positions
      for (i, place) in places.enumerated() {
        let nearest = places.indices.filter { $0 != i }
          .map { (places[$0] - place) * (places[$0] - place) }.map { $0.sum().squareRoot() }.min()
        #expect(nearest.map { $0 > particle.motif.nearest - 1e-6 && $0 < 1.1 } == true)
      }
    }
  }

  @Test func onlyTheTypesThatAreAskedFor() {
    let series = ParticleSeries(atoms: 40...200, types: [.hcp, .octahedral], seed: 1)
    #expect(Set((0..<30).map { series.particle($0).shape.type }) == [.hcp, .fcc])
  }

  @Test func impossibleSizesEndToo() {
    let series = ParticleSeries(atoms: 7...7, types: [.icosahedral], seed: 1)
    #expect(series.particle(0).count == 7)
    let layered = ParticleSeries(atoms: 5...8, family: .twins, seed: 1)
    #expect((5...8).contains(layered.particle(0).count))
  }

  /// Layers of both kinds lie inside, and they read from the end at which their word comes first.
  @Test func layersAreFaulted() {
    let series = ParticleSeries(atoms: 60...2000, types: [.stacking], seed: 2)
    for number in 0..<20 {
      let particle = series.particle(number)
      guard case .layers(let word) = particle.motif else {
        Issue.record("not of layers")
        continue
      }
      let heights = particle.positions.map(\.z)
      let inner = LayerWord.inner(word, from: heights.min() ?? 0, to: heights.max() ?? 0)
      #expect(Set(inner) == ["h", "c"])
      #expect(inner <= String(inner.reversed()))
    }
  }
}

struct MotifSymmetryTests {
  /// Orders of the point groups: m-3m 48, -6m2 12 around a site of hcp, 3m 6 of any word, D5h 20, Ih
  /// 120 (International Tables for Crystallography A, 10.1).
  @Test(arguments: [
    ("sc", 48), ("bcc", 48), ("fcc", 48), ("hcp", 12), ("chhcc", 6), ("five-fold", 20),
    ("twenty-fold", 120),
  ])
  func asManyAsThePointGroupHas(name: String, order: Int) throws {
    let motif = try #require(Motif(name))
    let permutations = motif.facetSymmetries
    #expect(permutations.count == order && Set(permutations).count == order)
    for permutation in permutations {
      #expect(permutation.sorted() == Array(motif.facets.indices))
      #expect(zip(permutation, motif.facets).allSatisfy { motif.facets[$0].family == $1.family })
    }
  }
}
