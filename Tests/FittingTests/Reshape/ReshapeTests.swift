import Clusters
import Fitting
import Numerics
import Scattering
import Testing

struct ReshapeTests {
  /// Particles that the search knows nothing of but the motif: as good a fit as the truth's, and
  /// the number of atoms to a twentieth.
  @Test(arguments: Motif.simple + [.layers("chc")])
  func unseenParticlesAreFound(_ motif: Motif) throws {
    let (truth, pdf) = try measured(motif, atoms: 70, seed: 5)
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2]
    refinement.rmax = 30
    let best = try #require(try quick.run(motif, of: truth.element, against: pdf)).best
    #expect(best.rw < 1.02 * (try refinement.fit(truth, to: pdf).rw))
    #expect(abs(best.cluster.count - truth.count) <= truth.count / 20)
    #expect(abs(best.structure.bond / truth.bond - 1) < 1e-3)
    #expect(abs(best.biso - 0.5) < 0.03)
    #expect(best.cluster.type == motif.type)
  }

  /// An octahedron of 146 atoms is found whole.
  @Test func anOctahedronIsFoundAtomByAtom() throws {
    let truth = try Cluster.octahedron(platinum, length: 6)
    let pdf = try truth.pdf(conditions)
    let family = try #require(try quick.run(.fcc, of: truth.element, against: pdf))
    let found = family.best.structure.expanded(by: truth.bond / family.best.structure.bond)
    #expect(found.count == 146)
    #expect(zip(found.distances, truth.distances).allSatisfy { abs($0 - $1) < 1e-3 })
    #expect(family.atoms.contains(146))
  }

  /// Shapes to begin with are found on their motif, all atoms at sites that are apart as they are;
  /// of one that is turned the bond alone is used.
  @Test(arguments: Motif.simple)
  func shapesAreBegunWith(_ motif: Motif) throws {
    let (truth, pdf) = try measured(motif, atoms: 70, seed: 5)
    let table = SiteTable(motif, radius: 6)
    let atoms = try #require(table.atoms(of: truth.shape))
    let placed = atoms.map { table.sites[Int($0)].position }
    let distances = Cluster(truth.element, type: truth.type, positions: placed, bond: 1).distances
    #expect(atoms.count == truth.count)
    #expect(zip(distances, truth.distances).allSatisfy { abs($0 * truth.bond - $1) < 1e-6 })
    let turn = truth.positions.map { SIMD3(0.8 * $0.x - 0.6 * $0.y, 0.6 * $0.x + 0.8 * $0.y, $0.z) }
    let turned = Cluster(truth.element, type: truth.type, positions: turn, bond: truth.bond)
    #expect(table.atoms(of: turned.shape) == nil)
    var settings = quick
    (settings.starts, settings.effort) = (1, 0.1)
    #expect(try settings.run(motif, of: truth.element, startingAt: [turned], against: pdf) != nil)
  }

  /// The right motif wins.
  @Test func motifsAreToldApart() throws {
    let (truth, pdf) = try measured(.fiveFold, atoms: 90, seed: 2)
    let families = try quick.run([.fcc, .fiveFold, .twentyFold], of: truth.element, against: pdf)
    #expect(families.first?.motif == .fiveFold)
  }

  @Test func theAnswerDependsOnTheSeedAlone() throws {
    let (truth, pdf) = try measured(.fcc, atoms: 50, seed: 1)
    func atoms(workers: Int, scale: Double = 1) throws -> [SIMD3<Double>]? {
      try Workers.$limit.withValue(workers) {
        try quick.run(.fcc, of: truth.element, against: pdf.scaled(by: scale))?
          .best.cluster.positions
      }
    }
    let one = try atoms(workers: 1)
    #expect(one != nil)
    #expect(try atoms(workers: 3) == one)
  }

  @Test func theScaleOfAPDFMeansNothing() throws {
    let (truth, pdf) = try measured(.fcc, atoms: 50, seed: 1)
    let plain = try #require(try quick.run(.fcc, of: truth.element, against: pdf))
    let scaled = try #require(
      try quick.run(.fcc, of: truth.element, against: pdf.scaled(by: 4)))
    #expect(plain.best.cluster.count == scaled.best.cluster.count)
    #expect(abs(plain.best.rw - scaled.best.rw) < 1e-4)
  }

  @Test func workEndsWhenItIsAskedTo() throws {
    let (truth, pdf) = try measured(.fcc, atoms: 50, seed: 1)
    #expect(try quick.run(.fcc, of: truth.element, against: pdf, while: { _ in false }) == nil)
    // After the first facets there is something to show.
    let family = try quick.run(.fcc, of: truth.element, against: pdf, while: { $0 < 0.6 })
    #expect(family != nil)
  }

  /// A sample of many sizes is better told by spheres than by any one shape, and one particle
  /// by its shape.
  @Test func sizesThatVaryAreTakenForWhatTheyAre() throws {
    var sum: PDF?
    for (step, radius) in [2.0, 2.4, 2.8, 3.2, 3.7, 4.2].enumerated() {
      // Averaged over centres, as particles that grow in many ways are.
      for centre in 0..<4 {
        let shift = SIMD3(0.17, 0.31, 0.05) * Double(centre)
        let ball = Cluster(
          platinum, type: .fcc,
          positions: Motif.fcc.sites(within: radius, of: shift).map { $0.position * 2.775 },
          bond: 2.775)
        let weight = Double(ball.count) * [0.5, 0.9, 1, 0.9, 0.6, 0.3][step]
        let pdf = try ball.pdf(conditions).scaled(by: weight)
        sum = sum?.plus(pdf) ?? pdf
      }
    }
    let total = try #require(sum)
    var settings = quick
    settings.predicts = true
    var random = RandomGenerator(seed: 4)
    let mixed = try #require(
      try settings.run(.fcc, of: platinum, against: total.noisy(0.005, using: &random)))
    #expect([.spheres, .spread].contains(mixed.kind?.kind))
    let pdf = try Cluster.octahedron(platinum, length: 6, bond: 2.775).pdf(conditions)
    let single = try #require(
      try settings.run(.fcc, of: platinum, against: pdf.noisy(0.005, using: &random)))
    #expect([.facets, .atoms].contains(single.kind?.kind))
    #expect(single.models.map(\.kind) == [.spheres, .spread, .facets, .atoms])
  }

  private var quick: Reshape {
    var settings = Reshape()
    settings.predicts = false
    return settings
  }

  private var conditions: ScatteringConditions {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (1, 24, 0.03)
    (conditions.biso, conditions.rmin, conditions.rmax) = (0.5, 0, 30)
    return conditions
  }

  private func measured(
    _ motif: Motif, atoms: Int, seed: UInt64
  ) throws -> (truth: Cluster, pdf: PDF) {
    var random = RandomGenerator(seed: seed)
    let shape = try Boundary.random(motif, atoms: atoms, using: &random).shape()
    let truth = try Cluster(shape, of: platinum, bond: 2.775 / motif.nearest)
    return (truth, try truth.pdf(conditions).noisy(0.005, using: &random))
  }

  private let platinum = Element("Pt") ?? Element.metals[0]
}
