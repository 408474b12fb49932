import Clusters
import Numerics
import Tensors
import Testing

import Generative

struct ParticleTargetTests {
  /// What is learned of a particle is the same for every orientation in which its motif falls onto
  /// itself.
  @Test func orientationIsAgreedUpon() throws {
    let frame = MotifFrame.all[MotifFrame.index(of: .fcc)]
    var random = RandomGenerator(seed: 2)
    let distances = (0..<frame.facets).map { _ in random.uniform(in: 2...4) }
    let expected = frame.orientation(of: distances, around: .zero).map { distances[$0] }
    for permutation in Motif.fcc.facetSymmetries.prefix(12) {
      let turned = permutation.map { distances[$0] }
      #expect(frame.orientation(of: turned, around: .zero).map { turned[$0] } == expected)
    }
  }

  /// The target's own facets leave in what is occupied, and nothing else near the surface.
  @Test func facetsEncloseWhatIsOccupied() {
    let series = ParticleSeries(atoms: 50...400, types: [.fcc, .hcp, .decahedral], seed: 9)
    for number in 0..<30 {
      var random = RandomGenerator(seed: 1)
      let particle = series.particle(number)
      let sites = ParticleTarget(particle, from: &random).sites
      let rows = sites.occupied.indices.map {
        Array(sites.heights[$0 * sites.facets..<($0 + 1) * sites.facets])
      }
      #expect(sites.occupied.contains(1) && sites.occupied.contains(0))
      // Occupied sites seen here span the narrowest boundary; it is never wider than that of all.
      let support = (0..<sites.facets).map { facet in
        zip(rows, sites.occupied).filter { $0.1 == 1 }.map { $0.0[facet] }.max() ?? 0
      }
      for (row, occupied) in zip(rows, sites.occupied) where occupied == 1 {
        #expect(zip(row, support).allSatisfy { $0 <= $1 + 1e-5 })
      }
    }
  }
}

struct DecodedParticleTests {
  /// An output that says one motif with all facets at one distance.
  private func output(_ choice: Int, distance: Float) -> [Float] {
    var output = [Float](repeating: 0, count: MotifFrame.columns)
    output[MotifFrame.choices.lowerBound + choice] = 5
    // All facets share the logarithm of the radius.
    output[MotifFrame.radius] = distance
    return output
  }

  /// Whatever the decoder says, bonds are straight: every atom stands on a site of the motif.
  @Test(arguments: 0..<7)
  func bondsAreStraight(choice: Int) {
    var random = RandomGenerator(seed: UInt64(choice))
    var said = output(choice, distance: 1.6)
    for i in MotifFrame.letters.lowerBound..<said.count where i != 0 {
      said[i] += Float(0.2 * random.normal())
    }
    let particle = DecodedParticle(said)
    #expect(particle.positions.count > 10)
    let sites = Set(particle.motif.sites(within: 20))
    #expect(particle.positions.allSatisfy { place in sites.contains { $0.position == place } })
  }

  /// A cube of sc of 5 atoms an edge, from facets half a layer beyond.
  @Test func facetsCutAsTheyAreTold() {
    let frame = MotifFrame.all[0]
    var said = output(0, distance: -frame.start)
    for (place, facet) in Motif.sc.facets.enumerated() {
      said[frame.column + place] = facet.family == "{100}" ? 0.916 : 3
    }
    let particle = DecodedParticle(said)
    #expect(particle.motif == .sc && particle.positions.count == 125)
  }

  @Test func wildNumbersGiveSomething() {
    for value: Float in [-50, 0, 50, .infinity, .nan] {
      let particle = DecodedParticle([Float](repeating: value, count: MotifFrame.columns))
      #expect((1...100_000).contains(particle.positions.count))
    }
  }
}
