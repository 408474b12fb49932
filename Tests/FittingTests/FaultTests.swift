import Clusters
import Fitting
import Foundation
import Numerics
import Scattering
import Testing

/// Crystals whose layers are stacked at random, against particles that are cut of explicit stacks.
struct FaultTests {
  private let cobalt: Element
  init() throws { cobalt = try #require(Element("Co")) }

  private static let bond = 2.5

  /// A sphere of a random stack around a random point.
  private func sphere(
    _ diameter: Double, hexagonal: Double, using random: inout RandomGenerator
  ) throws -> Cluster {
    let layers = Int(diameter / Self.bond / 0.8) + 4
    var word = ["A", "B"]
    let next = { (a: String, b: String) in
      ["A", "B", "C"].first { $0 != a && $0 != b } ?? "A"
    }
    for _ in 2..<layers {
      let (below, last) = (word[word.count - 2], word[word.count - 1])
      word.append(random.uniform(in: 0...1) < hexagonal ? below : next(below, last))
    }
    let size = Int(diameter / Self.bond * 1.6) + 6
    let block = try Cluster.stacking(
      cobalt, sequence: word.joined(), size: [size, size], bond: Self.bond)
    let centre = SIMD3(
      random.uniform(in: -1.5...1.5), random.uniform(in: -1.5...1.5),
      random.uniform(in: -1.5...1.5))
    let radius = diameter / 2
    return Cluster(
      cobalt, type: .stacking,
      positions: block.positions.filter {
        let step = $0 - centre
        return (step * step).sum() < radius * radius
      }, bond: Self.bond)
  }

  /// The mean of 60 spheres of 32 Å, whose faults are known to 0.02 by themselves: each has about 12
  /// inner layers.
  @Test(arguments: [(Motif.fcc, 0.1), (.fcc, 0.3), (.hcp, 0.15)])
  func probabilityComesBack(_ motif: Motif, _ faults: Double) throws {
    var random = RandomGenerator(seed: 11)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (0.8, 0.5, 0.03)
    let hexagonal = motif == .hcp ? 1 - faults : faults
    let spheres = try (0..<60).map { _ in
      try sphere(32, hexagonal: hexagonal, using: &random)
    }
    let pdfs = try DebyeTransform(conditions, for: spheres).pdfs(spheres)
    let atoms = Double(spheres.reduce(0) { $0 + $1.count })
    var pdf = pdfs[0]
    pdf.g = pdf.g.indices.map { i in
      zip(pdfs, spheres).reduce(0) { $0 + $1.0.g[i] * Double($1.1.count) } / atoms
    }
    let ideal = (8.0 / 3).squareRoot()
    let crystal =
      motif == .hcp
      ? try Crystal(cobalt, .hcp, a: Self.bond, c: Self.bond * ideal)
      : try Crystal(cobalt, .fcc, a: Self.bond * 2.0.squareRoot())
    var refinement = Refinement()
    refinement.rmax = 28
    refinement.values[.qdamp] = 0.03
    refinement.vary = [.scale, .expansion, .biso, .diameter, .faults]
    let fit = try refinement.fit(crystal, to: pdf)
    #expect(abs((fit.values[.faults] ?? 0) - faults) < 0.04, "\(fit.values[.faults] ?? 0)")
    #expect(abs(fit.expansion - 1) < 2e-4)
    #expect(abs((fit.values[.diameter] ?? 0) - 32) < 0.6)
    #expect(fit.rw < 0.03, "\(fit.rw)")
    refinement.vary.removeAll { $0 == .faults }
    #expect(try refinement.fit(crystal, to: pdf).rw > 3 * fit.rw)
  }

  /// c/a of hcp, from spheres that are stretched along c.
  @Test(arguments: [-0.03, 0.02])
  func strainedHexagonalCrystalComesBack(_ strain: Double) throws {
    let crystal = try Crystal(cobalt, .hcp, a: 2.5071, c: 4.0694)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (0.8, 0.5, 0.03)
    let sphere = crystal.stretched(by: strain).ball(diameter: 45)
    var refinement = Refinement()
    refinement.rmax = 28
    refinement.values[.qdamp] = 0.03
    refinement.vary = [.scale, .expansion, .biso, .diameter, .strain]
    let fit = try refinement.fit(crystal, to: try sphere.pdf(conditions))
    #expect(fit.lattice.map(\.name) == ["a", "c"])
    #expect(abs(fit.lattice[0].value / 2.5071 - 1) < 1e-4)
    #expect(abs(fit.lattice[1].value / (4.0694 * (1 + strain)) - 1) < 2e-4)
    #expect(fit.rw < 0.02)
  }
}
