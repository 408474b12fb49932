import Clusters
import Foundation
import Numerics
import Tensors
import Testing

import Generative

struct ParticleGraphTests {
  private func particle(_ number: Int) -> [SIMD3<Double>] {
    ParticleSeries(atoms: 60...300, seed: 11).particle(number).positions
  }

  private func turned(_ places: [SIMD3<Double>], from random: inout RandomGenerator)
    -> [SIMD3<Double>]
  {
    // Rodrigues's formula around a random axis.
    let raw = SIMD3(random.normal(), random.normal(), random.normal())
    let (axis, angle) = (raw / (raw * raw).sum().squareRoot(), random.uniform(in: 0.3...6))
    return places.map { v in
      let cross = SIMD3(
        axis.y * v.z - axis.z * v.y, axis.z * v.x - axis.x * v.z, axis.x * v.y - axis.y * v.x)
      return v * cos(angle) + cross * sin(angle) + axis * ((axis * v).sum() * (1 - cos(angle)))
        + SIMD3(3, -2, 7)
    }
  }

  /// The posterior does not see how a particle is turned, where it is, or the order of its atoms.
  @Test func thePosteriorIsInvariant() throws {
    let network = ParticlesNetwork(ParticlesArchitecture(), seed: 3)
    var random = RandomGenerator(seed: 8)
    for number in 0..<8 {
      let places = particle(number)
      let moved = turned(places, from: &random).shuffled(using: &random)
      let clusters = [places, moved].map {
        Cluster(Element("Au")!, type: .unknown, positions: $0.map { $0 * 2.88 }, bond: 2.88)
      }
      let means = try #require(network.posteriors(of: clusters)).map(\.place)
      let shift = zip(means[0], means[1]).map { abs($0 - $1) }.max() ?? 1
      #expect(shift < 1e-2, "particle \(number) moved by \(shift)")
      // Another particle is elsewhere.
      let other = Cluster(
        Element("Au")!, type: .unknown, positions: particle(number + 1).map { $0 * 2.88 },
        bond: 2.88)
      let place = try #require(network.posteriors(of: [other]))[0].place
      #expect(zip(means[0], place).contains { abs($0 - $1) > 0.05 })
    }
  }

  /// Its cost does not grow with the particle.
  @Test func nodesAreBounded() {
    let large = Motif.fcc.sites(within: 8).map(\.position)
    let graph = ParticleGraph(large)
    #expect(graph.atoms.nodeCount == 24 && graph.bonds.nodeCount <= 24 * 13)
    #expect(graph.nodes.count == graph.bonds.nodeCount * ParticleGraph.width)
    #expect(graph.whole.count == ParticleGraph.features)
  }

  /// In fcc the bonds are ⟨110⟩ and the normals of pairs at 60° and 90° ⟨111⟩ and ⟨100⟩: of a cube all
  /// ⟨100⟩ extents are equal.
  @Test func directionsAreThoseOfTheLattice() throws {
    let bonds = Motif.fcc.sites(within: 1.01).map(\.position).filter { ($0 * $0).sum() > 0.1 }
    let cube = Motif.fcc.sites(within: 9).map(\.position).filter {
      max(abs($0.x), abs($0.y), abs($0.z)) < 3
    }
    let extents = BondDirections(bonds).extents(of: cube, over: 3)
    #expect(extents.count == 20)
    // The least and the largest of ⟨100⟩.
    #expect(abs(extents[10] - extents[14]) < 1e-9 && abs(extents[15] - extents[19]) < 1e-9)
    // ⟨111⟩ reach √3 times as far, at the corners.
    #expect(extents[5] > extents[10])
    // An axis along [001] is a normal at 90°.
    let angles = BondDirections(bonds).angles(with: SIMD3(0, 0, 2))
    #expect(abs(angles[2] - 1) < 1e-9 && angles[0] < 0 && angles[1] < 0)
  }
}

struct LayersSeenTests {
  /// What is read off the atoms, however they are turned, is the word that they were made of.
  @Test func wordsAreRead() throws {
    let series = ParticleSeries(atoms: 100...1500, types: [.stacking], seed: 4)
    let axis = SIMD3(1, 2, 2) / 3.0
    var seen = 0
    for number in 0..<30 {
      let particle = series.particle(number)
      var random = RandomGenerator(seed: 1)
      let target = ParticleTarget(particle, from: &random)
      let expected = zip(target.letters, target.inner).map { $1 == 0 ? 0 : 2 * $0 - 1 }
      // Half a turn around an axis.
      let turned = particle.positions.map { 2 * ($0 * axis).sum() * axis - $0 }
      let mean = turned.reduce(.zero, +) / Double(turned.count)
      let near = turned.min { length($0 - mean) < length($1 - mean) } ?? .zero
      let bonds = turned.map { $0 - near }.filter { (0.1...1.1).contains(length($0)) }
      let layers = LayersSeen(of: turned, along: BondDirections(bonds).stackings)
      #expect(try #require(layers).letters == expected, "particle \(number)")
      seen += 1
    }
    #expect(seen == 30)
  }

  /// Layers of fcc are all c, along any of four axes, and those of hcp all h; sc has none.
  @Test(arguments: [(Motif.hcp, Set([Float(1)])), (.fcc, Set([-1])), (.sc, Set<Float>())])
  func plainLatticesHaveOneKind(motif: Motif, kinds: Set<Float>) {
    let places = motif.sites(within: 3.3).map(\.position)
    let bonds = motif.sites(within: 1.01).map(\.position).filter { length($0) > 0.1 }
    let letters = LayersSeen(of: places, along: BondDirections(bonds).stackings)?.letters
    #expect(Set((letters ?? []).filter { $0 != 0 }) == kinds)
  }

  private func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
}
