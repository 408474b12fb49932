import Foundation
import Clusters
import Fitting
import Numerics
import Scattering
import Testing

struct AnswerTests {
  private let platinum: Element
  init() throws { platinum = try #require(Element("Pt")) }

  private func pdf(_ cluster: Cluster, noise: Double = 0.01, seed: UInt64 = 1) throws -> PDF {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (1, 22, 0.03)
    (conditions.biso, conditions.delta2, conditions.rmax) = (0.6, 2, 40)
    conditions.rstep = 0.02
    var random = RandomGenerator(seed: seed)
    return try cluster.pdf(conditions).noisy(noise, using: &random)
  }

  private var refinement: Refinement {
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2]
    refinement.bounds[.biso] = 0.05...3
    refinement.values[.qdamp] = 0.03
    refinement.rmax = 30
    return refinement
  }

  private func answer(_ pdf: PDF, _ candidates: [Cluster]) throws -> Answer {
    let fits = try Survey(candidates).fits(refinement, to: pdf)
    return Answer(
      pdf, fits.map(Candidate.init(ideal:)), among: candidates, doubts: pdf.doubts(as: platinum))
  }

  private var shapes: [Cluster] {
    get throws {
      try [
        .octahedron(platinum, length: 5), .octahedron(platinum, length: 6),
        .octahedron(platinum, length: 7, cutoff: 2), .icosahedron(platinum, shells: 3),
        .icosahedron(platinum, shells: 4), .decahedron(platinum, p: 2, q: 2, r: 1),
        .decahedron(platinum, p: 3, q: 2, r: 1), .hcp(platinum, size: [4, 5, 5]),
      ]
    }
  }

  @Test func knowsWhatIsAmongItsCandidates() throws {
    let truth = try Cluster.octahedron(platinum, length: 6, bond: 2.74)
    let answer = try answer(try pdf(truth), shapes)
    #expect(answer.best.cluster.count == 146)
    #expect(answer.odds.types[0].type == .fcc)
    #expect(answer.odds.types[0].share > 0.95)
    #expect(answer.atoms.contains(146))
    #expect(abs(answer.bond.mean - 2.74) < max(4 * answer.bond.error, 0.002))
    #expect(answer.warnings.isEmpty, "\(answer.warnings)")
    #expect(answer.verdict.hasPrefix("fcc ("))
  }

  /// A particle three times as large as any candidate.
  @Test func saysThatASampleIsLarger() throws {
    let truth = try Cluster.octahedron(platinum, length: 12, cutoff: 4, bond: 2.775)
    let answer = try answer(try pdf(truth), shapes)
    #expect(answer.warnings.contains { $0.contains("goes on beyond") }, "\(answer.warnings)")
  }

  /// Two kinds of particles in one sample.
  @Test func saysThatNothingFits() throws {
    let one = try pdf(.bcc(platinum, layers: [3, 3, 4], bond: 3.2))
    let two = try pdf(.sc(platinum, layers: [3, 3, 3], bond: 2.6))
    let answer = try answer(one.plus(two), shapes)
    #expect(!answer.warnings.isEmpty)
  }

  @Test func doubtsWhatIsNoPDF() throws {
    let good = try pdf(.octahedron(platinum, length: 6, bond: 2.775))
    #expect(good.doubts(as: platinum).isEmpty)
    var pair = good  // g(r) = 1 + G/(4πρr)
    pair.g = zip(good.r, good.g).map { $0 > 0.5 ? 1 + $1 / (12.566 * 0.066 * $0) : 0 }
    #expect(pair.doubts(as: platinum).contains { $0.contains("fluctuate") })
    var oxide = good  // a strong peak at 2 Å, as of oxygen
    oxide.g = zip(good.r, good.g).map {
      $1 + 1.2 * good.largest * exp(-($0 - 2) * ($0 - 2) / 0.02)
    }
    #expect(oxide.doubts(as: platinum).contains { $0.contains("other elements") })
  }

  /// Of two metals, iron's neighbours are too near for yttrium.
  @Test func doubtsAnotherMetal() throws {
    let iron = try #require(Element("Fe"))
    let yttrium = try #require(Element("Y"))
    let particle = try pdf(.fcc(iron, layers: [4, 5, 5]))
    #expect(!particle.doubts(as: yttrium).isEmpty)
  }

  /// What is expected counts: a narrow expectation fixes biso, a wide one leaves it.
  @Test func expectationsPull() throws {
    let cluster = try Cluster.octahedron(platinum, length: 6)
    let pdf = try pdf(cluster)
    var expecting = refinement
    expecting.expected[.biso] = (mean: 1.4, deviation: 1e-4)
    #expect(abs(try expecting.fit(cluster, to: pdf).biso - 1.4) < 1e-3)
    expecting.expected[.biso] = (mean: 1.4, deviation: 100)
    #expect(abs(try expecting.fit(cluster, to: pdf).biso - 0.6) < 0.02)
  }
}
