import Numerics
import Fitting
import Foundation
import Testing

import Clusters
import Scattering

struct RefinementTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  private func simulated(
    _ cluster: Cluster, scale: Double, biso: Double, delta2: Double = 0, qdamp: Double = 0.04
  ) throws -> PDF {
    var conditions = ScatteringConditions()
    conditions.qmin = 1.1
    conditions.qmax = 24
    conditions.biso = biso
    conditions.delta2 = delta2
    conditions.qdamp = qdamp
    return try cluster.pdf(conditions).scaled(by: scale)
  }

  /// What was put in comes out: scale and expansion to 1e-4, biso to 1e-3, Rw to 1e-4.
  @Test(arguments: [(0.7, 1.0683, 0.45), (1.0, 0.9412, 0.2), (2.3, 1.1523, 1.6), (1, 0.87, 0.9)])
  func knownParametersComeBack(_ scale: Double, _ expansion: Double, _ biso: Double) throws {
    for cluster in [
      try Cluster.icosahedron(gold, shells: 4), try .decahedron(gold, p: 2, q: 2, r: 1),
      try .hcp(gold, size: [2, 4, 5]), try .sc(gold, layers: [2, 3, 4]),
    ] {
      let pdf = try simulated(cluster.expanded(by: expansion), scale: scale, biso: biso)
      let fit = try Refinement().fit(cluster, to: pdf)
      #expect(abs(fit.scale - scale) < 1e-4 * scale, "\(cluster.label)")
      #expect(abs(fit.expansion - expansion) < 1e-4, "\(cluster.label)")
      #expect(abs(fit.biso - biso) < 1e-3, "\(cluster.label)")
      #expect(fit.rw < 1e-4, "\(cluster.label)")
      // The bond is the mean of the first shell, in which a particle's bonds need not be equal.
      let near = cluster.distances.filter { $0 < 1.2 * cluster.bond }
      let mean = near.reduce(0, +) / Double(near.count)
      #expect(abs(fit.bond - expansion * mean) < 1e-3, "\(cluster.label)")
    }
  }

  @Test func sharpeningAndDampingComeBack() throws {
    let cluster = try Cluster.fcc(gold, layers: [3, 4, 4])
    let pdf = try simulated(
      cluster.expanded(by: 1.05), scale: 0.9, biso: 0.7, delta2: 2.5, qdamp: 0.055)
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2, .qdamp]
    refinement.values[.delta2] = 1
    refinement.values[.qdamp] = 0.04
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(abs(fit.expansion - 1.05) < 1e-4)
    #expect(abs(fit.biso - 0.7) < 1e-3)
    #expect(abs(fit.delta2 - 2.5) < 1e-2)
    #expect(abs(fit.qdamp - 0.055) < 1e-4)
    #expect(fit.rw < 1e-4)
  }

  @Test func everyWidthComesBack() throws {
    let cluster = try Cluster.fcc(gold, layers: [3, 4, 4])
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.biso, conditions.qdamp) = (1.1, 24, 0.6, 0.04)
    for (quantity, value) in [(Quantity.delta1, 0.8), (.delta2, 2.5), (.qbroad, 0.03)] {
      conditions.width = PeakWidth()
      conditions.width[quantity] = value
      var refinement = Refinement()
      refinement.vary.append(quantity)
      refinement.values[quantity] = 0.5 * value
      let fit = try refinement.fit(cluster, to: try cluster.pdf(conditions))
      #expect(abs((fit.values[quantity] ?? 0) / value - 1) < 2e-3, "\(quantity.name)")
      #expect(abs(fit.biso - 0.6) < 1e-3 && fit.rw < 1e-4)
    }
  }

  /// What a header says of the instrument is what a fit takes, where nothing else is said.
  @Test func instrumentIsThatOfTheHeader() throws {
    let cluster = try Cluster.fcc(gold, layers: [3, 4, 4])
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (1.1, 0.6, 0.05)
    conditions.width[.qbroad] = 0.04
    var pdf = try cluster.pdf(conditions)
    (pdf.qdamp, pdf.qbroad) = (0.05, 0.04)
    let fit = try Refinement().fit(cluster, to: pdf)
    #expect(fit.values[.qbroad] == 0.04 && fit.qdamp == 0.05 && fit.rw < 1e-4)
    var refinement = Refinement()
    refinement.values[.qbroad] = 0
    #expect(try refinement.fit(cluster, to: pdf).rw > 0.01)
  }

  /// Noise as a measurement has it, one independent number every π/qmax: then the fitted values
  /// scatter as their standard errors say. The scatter of 60 fits is known to 9 %; three of those,
  /// and a tenth for what is not linear, are allowed.
  @Test(arguments: [Quantity.biso, .expansion, .scale])
  func standardErrorsAreThoseOfNoise(_ parameter: Quantity) throws {
    let cluster = try Cluster.icosahedron(gold, shells: 3)
    let truth: [Quantity: Double] = [.biso: 0.5, .expansion: 1.06, .scale: 0.8]
    let pdf = try simulated(cluster.expanded(by: 1.06), scale: 0.8, biso: 0.5)
    let (step, level) = (Double.pi / (pdf.qmax ?? 25), 0.03 * pdf.largest)
    var random = RandomGenerator(seed: 1)
    let scores = try (0..<60).map { _ in
      let values = (0...Int((pdf.r.last ?? 0) / step) + 1).map { _ in random.normal() }
      var noisy = pdf
      noisy.g = zip(pdf.r, pdf.g).map { r, g in
        values.enumerated().reduce(g) { sum, node in
          let x = Double.pi * (r / step - Double(node.offset))
          return sum + level * node.element * (abs(x) < 1e-9 ? 1 : sin(x) / x)
        }
      }
      let fit = try Refinement().fit(cluster, to: noisy)
      return ((fit.values[parameter] ?? 0) - (truth[parameter] ?? 0))
        / (try #require(fit.error(parameter)))
    }
    let scatter = (scores.reduce(0) { $0 + $1 * $1 } / 60).squareRoot()
    #expect(abs(scatter - 1) < 0.37, "\(parameter): \(scatter)")
  }

  @Test func manyAreRankedByRw() throws {
    let truth = try Cluster.decahedron(gold, p: 2, q: 2, r: 1)
    let pdf = try simulated(truth.expanded(by: 1.04), scale: 1, biso: 0.5)
    let shapes = try Catalogue.mmnp(elements: [gold]).filtered(atoms: 60...90)
    let fits = try Refinement().fit(shapes, to: pdf)
    #expect(fits.count == shapes.count)
    #expect(fits[0].cluster.shape.recipe == truth.shape.recipe)
    #expect(zip(fits, fits.dropFirst()).allSatisfy { $0.rw <= $1.rw })
    let stopped = try Refinement().fit(shapes, to: pdf) { $0 < 3 }
    #expect(stopped.count >= 3 && stopped.count < fits.count)
  }

  @Test func aFixedParameterStays() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 3)
    let pdf = try simulated(cluster, scale: 1, biso: 0.5)
    var refinement = Refinement()
    refinement.vary = [.scale]
    refinement.values[.biso] = 0.5
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(fit.biso == 0.5)
    #expect(fit.expansion == 1)
    #expect(fit.rw < 1e-4)
    #expect(fit.error(.biso) == nil)
    refinement.vary = []
    #expect(try refinement.fit(cluster, to: pdf).rw < 1e-4)
  }

  @Test func aParameterAtItsBoundIsNamed() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 3)
    let pdf = try simulated(cluster, scale: 1, biso: 0.8)
    var refinement = Refinement()
    #expect(try refinement.fit(cluster, to: pdf).atBounds == [])
    refinement.bounds[.biso] = 0...0.5
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(fit.atBounds == [.biso])
    #expect(abs(fit.biso - 0.5) < 1e-3)
  }

  @Test func impossibleFitsAreSaid() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    var pdf = try simulated(cluster, scale: 1, biso: 0.5)
    pdf.name = "a.gr"
    func message(_ change: (inout Refinement, inout PDF) -> Void) -> String? {
      var (refinement, pdf) = (Refinement(), pdf)
      change(&refinement, &pdf)
      let result = Result { try refinement.fit(cluster, to: pdf) }
      guard case .failure(let error) = result else { return nil }
      return (error as? ScatteringError)?.description
    }
    #expect(message { $1.qmax = nil } == "a.gr does not say its Qmax; give qmax: in Å⁻¹")
    #expect(
      message { settings, _ in settings.rmin = 19.98 }
        == "a.gr has 3 points between rmin 19.98 and rmax 20 Å, too few to fit; it goes from 0 "
        + "to 29.99 Å")
    #expect(
      message { settings, _ in settings.rmin = 40 }
        == "rmin is 40 Å, but must be below rmax, 20 Å")
    #expect(
      message { $1.g = $1.g.map { _ in 0 } }
        == "a.gr is zero in the whole range; there is nothing to fit")
    #expect(
      message { settings, _ in settings.values[.biso] = 5 }
        == "biso starts at 5, outside its bounds 0 to 3")
  }

  @Test func aSingleAtomFitsNothing() throws {
    let pdf = try simulated(try .icosahedron(gold, shells: 2), scale: 1, biso: 0.5)
    let fit = try Refinement().fit(try .icosahedron(gold, shells: 1), to: pdf)
    #expect(fit.rw == 1)
  }
}
