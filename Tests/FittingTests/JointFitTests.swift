import Clusters
import Fitting
import Foundation
import Numerics
import Scattering
import Testing

struct JointFitTests {
  private let nickel: Element
  init() throws { nickel = try #require(Element("Ni")) }

  private var conditions: ScatteringConditions {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (0.8, 0.5, 0.03)
    return conditions
  }

  /// Half of a sphere of 12 nm, of which the crystal's envelope is told, and half of a cluster.
  @Test func crystalAndClusterAreToldApart() throws {
    let crystal = try Crystal(nickel)
    let cluster = try Cluster.octahedron(nickel, length: 5, cutoff: 1)
    let large = try crystal.ball(diameter: 120).pdf(conditions)
    let small = try cluster.expanded(by: 0.98).pdf(conditions)
    var pdf = large
    pdf.g = zip(large.g, small.g).map { 0.5 * $0 + 0.5 * $1 }
    var refinement = Refinement()
    refinement.rmax = 29
    (refinement.values[.qdamp], refinement.values[.diameter]) = (0.03, 120)
    let fit = try refinement.fit([.crystal(crystal), .cluster(cluster)], togetherTo: [pdf])
    let shares = fit.shares(of: 0)
    #expect(abs(shares[0] - 0.5) < 0.01 && abs(shares[1] - 0.5) < 0.01)
    #expect(abs(fit.phases[0].expansion - 1) < 1e-4)
    #expect(abs(fit.phases[1].expansion - 0.98) < 1e-3)
    #expect(fit.rw < 0.02)
    #expect(fit.variables.count == 6)
  }

  /// Two clusters, with what they share and what they do not.
  @Test func equalParametersAreOne() throws {
    let shapes = [
      try Cluster.icosahedron(nickel, shells: 3), try .octahedron(nickel, length: 5, cutoff: 1),
    ]
    let parts = try shapes.map { try $0.pdf(conditions) }
    var pdf = parts[0]
    pdf.g = pdf.r.indices.map {
      0.7 * parts[0].g[$0] + 0.2 * parts[1].g[$0] + 0.05 - 0.002 * pdf.r[$0]
    }
    var refinement = Refinement()
    refinement.vary += [.offset, .slope]
    refinement.values[.qdamp] = 0.03
    var sharing = Sharing()
    sharing.equal = [.biso, .expansion]
    let fit = try refinement.fit(
      shapes.map { .cluster($0) }, togetherTo: [pdf], sharing: sharing)
    #expect(fit.variables.count == 6)
    func value(_ quantity: Quantity, _ phase: Int) -> Double? {
      fit.variables.first { $0.quantity == quantity && $0.phases.contains(phase) }?.value
    }
    #expect(abs((value(.scale, 0) ?? 0) - 0.7) < 1e-3)
    #expect(abs((value(.scale, 1) ?? 0) - 0.2) < 1e-3)
    #expect(value(.biso, 0) == value(.biso, 1))
    #expect(abs((value(.biso, 1) ?? 0) - 0.5) < 1e-3)
    #expect(abs((value(.offset, 0) ?? 0) - 0.05) < 1e-4)
    #expect(abs((value(.slope, 0) ?? 0) + 0.002) < 1e-5)
    #expect(fit.rw < 1e-4)
  }

  @Test func seriesGoOnFromTheLastFit() throws {
    let cluster = try Cluster.icosahedron(nickel, shells: 3)
    let pdfs = try [0.3, 0.5, 0.8].map { biso in
      var conditions = conditions
      conditions.biso = biso
      return try cluster.expanded(by: 1 + biso / 100).pdf(conditions)
    }
    var refinement = Refinement()
    refinement.values[.qdamp] = 0.03
    let fits = try refinement.fit(.cluster(cluster), inTurnTo: pdfs)
    for (fit, biso) in zip(fits, [0.3, 0.5, 0.8]) {
      #expect(abs(fit.biso - biso) < 1e-3 && abs(fit.expansion - 1 - biso / 100) < 1e-4)
    }
    var sharing = Sharing()
    sharing.equal = [.scale]
    let joint = try refinement.fit([.cluster(cluster)], togetherTo: pdfs, sharing: sharing)
    #expect(joint.variables.count == 7 && joint.rw < 1e-4)
  }

  /// Two clusters in two PDFs: a size of displacements that each keeps, in a fixed ratio.
  @Test func ratiosAndWhatIsSteadyAreHeld() throws {
    let shapes = [
      try Cluster.icosahedron(nickel, shells: 3), try .octahedron(nickel, length: 5, cutoff: 1),
    ]
    let pdfs = try [(0.7, 0.2), (0.3, 0.6)].map { first, second in
      var (a, b) = (conditions, conditions)
      (a.biso, b.biso) = (0.4, 0.6)
      var pdf = try shapes[0].pdf(a)
      let other = try shapes[1].pdf(b)
      pdf.g = zip(pdf.g, other.g).map { first * $0 + second * $1 }
      return pdf
    }
    let phases = shapes.map { Phase.cluster($0) }
    var refinement = Refinement()
    refinement.values[.qdamp] = 0.03
    refinement.vary.append(.qdamp)
    var sharing = Sharing()
    sharing.ratios = [.biso: [1, 1.5]]
    sharing.steady = [.biso, .expansion, .qdamp]
    let fit = try refinement.fit(phases, togetherTo: pdfs, sharing: sharing)
    // Four scales, two expansions, one biso, one qdamp.
    #expect(fit.variables.count == 8)
    #expect(fit.rw < 1e-4)
    for (phase, biso) in zip(fit.phases, [0.4, 0.6, 0.4, 0.6]) {
      #expect(abs(phase.biso - biso) < 1e-3)
    }
    for (scale, truth) in zip(fit.phases.map(\.scale), [0.7, 0.2, 0.3, 0.6]) {
      #expect(abs(scale - truth) < 1e-3)
    }
    sharing.steady = []
    #expect(try refinement.fit(phases, togetherTo: pdfs, sharing: sharing).variables.count == 12)
  }

  @Test func whatCannotBeSharedIsSaid() throws {
    let cluster = try Cluster.icosahedron(nickel, shells: 2)
    let pdf = try cluster.pdf(conditions)
    func message(_ change: (inout Sharing) -> Void) -> String? {
      var sharing = Sharing()
      change(&sharing)
      let result = Result {
        try Refinement().fit(
          [.cluster(cluster), .cluster(cluster)], togetherTo: [pdf], sharing: sharing)
      }
      guard case .failure(let error) = result else { return nil }
      return (error as? ScatteringError)?.description
    }
    #expect(message { $0.equal = [.delta2] } == "delta2 is to be shared, but is not varied")
    #expect(
      message { $0.ratios[.biso] = [1] }
        == "the ratio of biso has 1 factors for 2 structures")
    #expect(
      message { $0.ratios[.biso] = [1, 0] } == "the ratio of biso has a factor not above 0")
    #expect(
      message { $0.ratios[.expansion] = [1, 2] }
        == "the ratio and the bounds of expansion leave it no room")
  }

  /// Points of which the errors are large count for little.
  @Test func pointsAreWeightedByTheirErrors() throws {
    let cluster = try Cluster.icosahedron(nickel, shells: 3)
    var pdf = try cluster.pdf(conditions)
    pdf.errors = pdf.r.map { $0 > 4 ? 100 : 0.1 }
    let clean = pdf.g
    pdf.g = zip(pdf.r, pdf.g).map { $0 > 4 ? 0.3 * $1 : $1 }
    var refinement = Refinement()
    refinement.values[.qdamp] = 0.03
    #expect(try refinement.fit(cluster, to: pdf).rw > 0.1)
    refinement.isWeighted = true
    #expect(abs(try refinement.fit(cluster, to: pdf).scale - 1) < 1e-3)
    var random = RandomGenerator(seed: 3)
    pdf.g = clean.map { $0 + 0.1 * random.normal() }
    pdf.errors = clean.map { _ in 0.1 }
    let chi = try #require(try refinement.fit(cluster, to: pdf).reducedChiSquared)
    // Of 1851 points; the standard deviation is √(2/1851).
    #expect(abs(chi - 1) < 0.15)
    pdf.errors = nil
    let error = #expect(throws: ScatteringError.self) { try refinement.fit(cluster, to: pdf) }
    #expect(error?.description.contains("no column of errors") == true)
  }

  /// A strained icosahedron, and the same amount of it back.
  @Test func strainComesBack() throws {
    let cluster = try Cluster.icosahedron(nickel, shells: 4)
    let pdf = try cluster.strained(by: 0.03).pdf(conditions)
    var refinement = Refinement()
    refinement.values[.qdamp] = 0.03
    refinement.vary.append(.strain)
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(abs((fit.values[.strain] ?? 0) - 0.03) < 1e-4)
    #expect(abs(fit.expansion - 1) < 1e-4 && fit.rw < 1e-3)
  }
}
