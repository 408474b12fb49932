import Clusters
import Fitting
import Foundation
import Scattering
import Testing

struct EnsembleFitTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  private var conditions: ScatteringConditions {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (0.8, 0.5, 0.03)
    return conditions
  }

  /// Sizes weighed by the trapezoidal rule, each by its own Debye sum: what was put in comes out.
  @Test(arguments: Ensemble.Kind.allCases, [(18.0, 0.2), (25.0, 0.35)])
  func sizesComeBack(_ kind: Ensemble.Kind, _ truth: (mean: Double, spread: Double)) throws {
    let ensemble = try Ensemble(gold, of: kind)
    let square = log(1 + truth.spread * truth.spread)
    let diameters = ensemble.diameters
    var (sum, atoms) = ([Double](), 0.0)
    let pdfs = try DebyeTransform(conditions, for: ensemble.members).pdfs(ensemble.members)
    for (k, member) in ensemble.members.enumerated() {
      let (below, above) = (max(k - 1, 0), min(k + 1, diameters.count - 1))
      let room = (diameters[above] - diameters[below]) / Double(above - below)
      let x = log(diameters[k]) - log(truth.mean) + square / 2
      let number = exp(-x * x / (2 * square)) / diameters[k] * room * Double(member.count)
      if sum.isEmpty { sum = pdfs[k].g.map { _ in 0 } }
      sum = zip(sum, pdfs[k].g).map { $0 + number * $1 }
      atoms += number
    }
    var pdf = pdfs[0]
    pdf.g = sum.map { $0 / atoms }
    var refinement = Refinement()
    refinement.values[.qdamp] = 0.03
    refinement.vary += [.diameter, .spread]
    let fit = try refinement.fit(ensemble, to: pdf)
    #expect(abs((fit.values[.diameter] ?? 0) / truth.mean - 1) < 2e-3)
    #expect(abs((fit.values[.spread] ?? 0) - truth.spread) < 2e-3)
    #expect(abs(fit.expansion - 1) < 1e-4 && abs(fit.biso - 0.5) < 1e-3)
    #expect(fit.rw < 1e-4)
  }

  /// The shares are those of the particles and of their atoms.
  @Test func distributionsAddUp() throws {
    let ensemble = try Ensemble(gold, of: .icosahedra)
    var refinement = Refinement()
    refinement.vary += [.diameter, .spread]
    let pdf = try ensemble.members[2].pdf(conditions)
    let fit = try refinement.fit(ensemble, to: pdf)
    let sizes = try #require(fit.sizes)
    #expect(abs(sizes.particles.reduce(0, +) - 1) < 1e-9)
    #expect(abs(sizes.atoms.reduce(0, +) - 1) < 1e-9)
    #expect(sizes.counts == [13, 55, 147, 309, 561, 923, 1415, 2057, 2869])
    #expect(sizes.atoms[2] > 0.9, "one size alone is found")
    #expect(fit.cluster.count == 147)
  }

  /// Log-normal: the mean over the atoms is ⟨D⁴⟩/⟨D³⟩ = D (1 + spread²)³.
  @Test func sizesOfSpheresHaveTheirMeans() throws {
    let crystal = try Crystal(gold)
    var refinement = Refinement()
    refinement.values = [.diameter: 24, .spread: 0.3, .qdamp: 0.03]
    let sizes = try #require(
      try refinement.fit(crystal, to: try crystal.ball(diameter: 30).pdf(conditions)).sizes)
    #expect(abs(sizes.means.particles / 24 - 1) < 5e-3)
    #expect(abs(sizes.means.atoms / (24 * pow(1.09, 3)) - 1) < 5e-3)
  }

  @Test func whatAnEnsembleNeedsIsSaid() throws {
    let one = #expect(throws: ClusterError.self) {
      try Ensemble(gold, of: .icosahedra, atoms: 100...200)
    }
    #expect(one?.description == "fewer than two sizes of icosahedra have 100 to 200 atoms")
    let two = #expect(throws: ScatteringError.self) {
      let ensemble = try Ensemble(gold, of: .icosahedra)
      return try Refinement().fit(ensemble, to: try ensemble.members[1].pdf(conditions))
    }
    #expect(two?.description == "an ensemble needs its diameter: name it in vary or give it")
  }
}
