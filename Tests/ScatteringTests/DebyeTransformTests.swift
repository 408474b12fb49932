import Numerics
import Foundation
import Testing

import Clusters
import Scattering

struct DebyeTransformTests {
  private static let gold = Element.metals[26]

  static let cases: [(String, Cluster, ScatteringConditions)] = {
    var cold = ScatteringConditions()
    (cold.qmin, cold.qmax, cold.biso, cold.rmax) = (0, 30, 0.5, 15)
    var sharp = ScatteringConditions()
    (sharp.qmin, sharp.qmax, sharp.qdamp, sharp.biso, sharp.delta2) = (1, 22, 0.04, 0.8, 2)
    var rigid = ScatteringConditions()
    (rigid.biso, rigid.rstep) = (0, 0.037)
    var broad = sharp
    (broad.width[.delta1], broad.width[.qbroad]) = (0.5, 0.03)
    let clusters = [
      try? Cluster.fcc(gold, layers: [3, 6, 7]), try? .icosahedron(gold, shells: 2),
      try? .hcp(gold, size: [2, 2, 7]), try? .decahedron(gold, p: 2, q: 2, r: 1),
    ].compactMap { $0 }
    return clusters.flatMap { cluster in
      [
        ("paper", cluster, ScatteringConditions()), ("cold", cluster, cold),
        ("sharp", cluster, sharp), ("broad", cluster, broad),
        ("rigid", cluster, rigid),
      ]
    }
  }()

  /// The target is 1e-4 of max G; single precision leaves about 1e-6.
  @Test(arguments: cases)
  func agreesWithTheExactSum(
    _ name: String, _ cluster: Cluster, _ conditions: ScatteringConditions
  ) throws {
    let pdf = try cluster.pdf(conditions)
    let largest = try #require(pdf.g.map(abs).max())
    let chosen = stride(from: 0, to: pdf.r.count, by: 41)
    let exact = exactG(cluster, conditions, r: chosen.map { pdf.r[$0] })
    let worst = zip(chosen, exact).map { abs(pdf.g[$0] - $1) }.max() ?? .infinity
    #expect(worst < 1e-5 * largest, "\(name), \(cluster.label): \(worst / largest)")
  }

  @Test func aBatchIsTheSameAsOneByOne() throws {
    let catalogue = try Catalogue.mmnp(elements: [Self.gold]).filtered(atoms: 30...60)
    let transform = try DebyeTransform(ScatteringConditions(), for: catalogue)
    let all = transform.g(catalogue)
    let points = transform.r.count
    #expect(all.count == catalogue.count * points)
    for (place, cluster) in catalogue.enumerated() {
      let one = transform.g(cluster)
      let part = all[(place * points)..<((place + 1) * points)]
      // Products of one row and of many are summed in another order.
      #expect(zip(one, part).allSatisfy { abs($0 - $1) < 1e-4 })
    }
  }

  /// Pairs are summed in fixed blocks, so threads do not change a bit.
  @Test func threadsDoNotChangeTheResult() throws {
    let cluster = try Cluster.fcc(Self.gold, layers: [9, 12, 12])
    #expect(cluster.count > 1500)
    let one = try Workers.$limit.withValue(1) { try cluster.pdf().g }
    #expect(try Workers.$limit.withValue(2) { try cluster.pdf().g } == one)
  }

  @Test func theGridHasThePapersPoints() throws {
    let r = ScatteringConditions().r
    #expect(r.count == 3000)
    #expect(r[0] == 0)
    #expect(abs(r[2999] - 29.99) < 1e-9)
  }

  @Test func impossibleConditionsAreSaid() {
    var conditions = ScatteringConditions()
    conditions.qmin = 30
    let one = #expect(throws: ScatteringError.self) { try conditions.validate() }
    #expect(one?.description == "qmin is 30 Å⁻¹, but must be below qmax, 25 Å⁻¹")
    conditions = ScatteringConditions()
    conditions.biso = .nan
    let two = #expect(throws: ScatteringError.self) { try conditions.validate() }
    #expect(two?.description == "biso is nan Å², but must be between 0 and 50 Å²")
    conditions = ScatteringConditions()
    conditions.rstep = 0
    let three = #expect(throws: ScatteringError.self) { try conditions.validate() }
    #expect(three?.description == "rstep is 0 Å, but must be between 0.0001 and 10 Å")
  }
}

/// F(Q) by the Debye sum over every distance.
func exactF(_ cluster: Cluster, _ conditions: ScatteringConditions, q: Double) -> Double {
  exactF(pairs(of: cluster), cluster.count, conditions, q)
}

/// G(r) by the Debye sum over every distance and Simpson's rule with 4000 intervals in Q.
func exactG(_ cluster: Cluster, _ conditions: ScatteringConditions, r: [Double]) -> [Double] {
  let pairs = pairs(of: cluster)
  let intervals = 4000
  let step = (conditions.qmax - conditions.qmin) / Double(intervals)
  var g = [Double](repeating: 0, count: r.count)
  for k in 0...intervals {
    let q = conditions.qmin + Double(k) * step
    let f = exactF(pairs, cluster.count, conditions, q)
    let simpson = (k == 0 || k == intervals ? 1.0 : k % 2 == 0 ? 2 : 4) * step / 3
    for i in r.indices { g[i] += 2 / Double.pi * simpson * f * sin(q * r[i]) }
  }
  return zip(r, g).map { $1 * exp(-conditions.qdamp * conditions.qdamp * $0 * $0 / 2) }
}

/// How many pairs have each distance, which repeats in a crystal.
private func pairs(of cluster: Cluster) -> [Double: Double] {
  var pairs: [Double: Double] = [:]
  for distance in cluster.distances { pairs[(distance * 1e10).rounded() / 1e10, default: 0] += 1 }
  return pairs
}

private func exactF(
  _ pairs: [Double: Double], _ atoms: Int, _ conditions: ScatteringConditions, _ q: Double
) -> Double {
  let width = conditions.biso * q * q / (8 * Double.pi * Double.pi)
  var f = 0.0
  for (distance, count) in pairs {
    let sharpening = max(
      0,
      1 - conditions.width[.delta1] / distance - conditions.delta2 / (distance * distance)
        + pow(conditions.width[.qbroad] * distance, 2))
    f += count * sin(q * distance) / distance * exp(-width * sharpening)
  }
  return 2 / Double(atoms) * f
}
