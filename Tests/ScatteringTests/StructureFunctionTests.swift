import Foundation
import Testing

import Clusters
import Scattering

struct StructureFunctionTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  /// Single precision leaves about 1e-6 of the largest F.
  @Test func isTheDebyeSum() throws {
    let cluster = try Cluster.decahedron(gold, p: 2, q: 2, r: 1)
    let curve = try StructureFunction(of: cluster, qmin: 0, qmax: 20, qstep: 0.5, biso: 0.4)
    var conditions = ScatteringConditions()
    conditions.biso = 0.4
    let largest = try #require(curve.f.map(abs).max())
    #expect(curve.q.count == 41)
    for (q, f) in zip(curve.q, curve.f) {
      #expect(abs(f - exactF(cluster, conditions, q: q)) < 1e-5 * largest, "at \(q)")
    }
  }

  @Test func allAtomsScatterTogetherAtZero() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 3)
    let curve = try StructureFunction(of: cluster, qmin: 0, qmax: 30)
    #expect(curve.s[0] == 55)
    #expect(curve.i[0] == 55 * 55)
    // Two independent pairs of numbers: S falls to 1 where the displacements have damped F.
    #expect(try abs(#require(curve.s.last) - 1) < 0.1)
  }

  /// For two atoms S(Q) = 1 + sin(Qd)/(Qd) · exp(−Q²B/8π²).
  @Test func twoAtomsHaveASine() throws {
    let pair = Cluster(gold, type: .unknown, positions: [[0, 0, 0], [0, 0, 2.5]], bond: 2.5)
    let curve = try StructureFunction(of: pair, qmin: 0.1, qmax: 20, qstep: 0.1, biso: 0.2)
    for (q, s) in zip(curve.q, curve.s) {
      let exact = 1 + sin(2.5 * q) / (2.5 * q) * exp(-q * q * 0.2 / (8 * Double.pi * Double.pi))
      #expect(abs(s - exact) < 1e-5)
    }
  }

  @Test func impossibleRangesAreSaid() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    let error = #expect(throws: ScatteringError.self) {
      _ = try StructureFunction(of: cluster, qmin: 5, qmax: 2)
    }
    #expect(error?.description == "qmin is 5 Å⁻¹, but must be below qmax, 2 Å⁻¹")
  }
}
