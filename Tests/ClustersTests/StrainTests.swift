import Clusters
import Foundation
import Testing

struct StrainTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  /// u = ε ρ ln(ρ/R): from a shell at R/2 to one at R the radius grows as 1 − ε ln 2.
  @Test func icosahedraAreStrainedAroundTheirCentre() throws {
    let ideal = try Cluster.icosahedron(gold, shells: 3, bond: 2.8)
    let strained = ideal.strained(by: 0.05)
    func radii(_ cluster: Cluster) -> [Double] {
      cluster.positions.map { ($0 * $0).sum().squareRoot() }.sorted()
    }
    let (before, after) = (radii(ideal), radii(strained))
    #expect(abs(after[54] - before[54]) < 1e-9, "vertices stay")
    #expect(abs(after[1] - before[1] * (1 - 0.05 * log(2.0))) < 1e-9)
    #expect(abs(after[0]) < 1e-9)
  }

  @Test func decahedraAreStrainedAroundTheirAxisAndOthersAlongZ() throws {
    let decahedron = try Cluster.decahedron(gold, p: 2, q: 2)
    for (a, b) in zip(decahedron.positions, decahedron.strained(by: 0.04).positions) {
      #expect(abs(a.z - b.z) < 1e-9)
      #expect(b.x * b.x + b.y * b.y <= a.x * a.x + a.y * a.y + 1e-9)
    }
    let block = try Cluster.hcp(gold, size: [2, 2, 2])
    for (a, b) in zip(block.positions, block.strained(by: -0.02).positions) {
      #expect(abs(b.z - 0.98 * a.z) < 1e-9 && a.x == b.x)
    }
  }
}
