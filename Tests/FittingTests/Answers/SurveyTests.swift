import Clusters
import Fitting
import Numerics
import Scattering
import Testing

struct SurveyTests {
  /// What is left out was no match: the best fits of a survey are those of all structures.
  @Test(arguments: [(Motif.fcc, UInt64(1)), (.fiveFold, 2), (.hcp, 3), (.bcc, 4), (.sc, 5)])
  func theBestFitsAreThoseOfAllStructures(_ motif: Motif, _ seed: UInt64) throws {
    var random = RandomGenerator(seed: seed)
    let shape = try Boundary.random(motif, atoms: 90, using: &random).shape()
    let truth = try Cluster(shape, of: .gold, bond: 2.8 / motif.nearest)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (0.9, 21, 0.03)
    (conditions.biso, conditions.delta2, conditions.rstep) = (0.3, 3, 0.03)
    let pdf = try truth.pdf(conditions).noisy(0.02, using: &random)

    let shapes =
      try Catalogue.mmnp(atoms: 20...200).shapes
      + Motif.simple.flatMap {
        $0.balls(atoms: 20...400)
      }
    let clusters = try shapes.map { try Cluster($0, of: .gold) }
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2]
    (refinement.values[.biso], refinement.values[.delta2]) = (0.6, 1)
    refinement.rmax = 30
    let all = try refinement.fit(clusters, to: pdf)
    let some = try Survey(clusters).fits(refinement, to: pdf)
    #expect(some.count < all.count / 2)
    let best = all.prefix { $0.rw <= 1.3 * all[0].rw }
    for (one, other) in zip(best, some) { #expect(abs(one.rw - other.rw) < 1e-6) }
    #expect(some.count >= best.count)
  }

  @Test func whatCannotBeFittedSaysWhy() throws {
    let clusters = [try Cluster.icosahedron(.gold, shells: 2)]
    var pdf = try clusters[0].pdf()
    pdf.qmax = nil
    #expect(throws: ScatteringError.self) { try Survey(clusters).fits(Refinement(), to: pdf) }
  }
}
