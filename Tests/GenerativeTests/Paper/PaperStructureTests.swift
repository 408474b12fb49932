import Tensors
import Clusters
import Foundation
import Generative
import Testing

/// What the paper's network sees of structures.
struct PaperStructureTests {
  /// The largest extents along x and z are those that the published program divides by; along y,
  /// where the catalogue extends to 27.12 Å, it divides by that along x.
  @Test func coordinatesAreOfOrderOne() throws {
    let catalogue = try Catalogue.mmnp()
    var largest: [Float] = [0, 0, 0]
    for cluster in catalogue {
      let positions = PaperStructure(cluster, for: .graph([])).positions
      for axis in 0..<3 {
        let values = stride(from: axis, to: positions.count, by: 3).map { positions[$0] }
        #expect(values.min() == 0)
        largest[axis] = max(largest[axis], values.max() ?? 0)
      }
    }
    // Extents are published with two to four decimals.
    for (own, published) in zip(largest, [1, 27.12 / 25.92, 1]) {
      #expect(abs(own - Float(published)) < 5e-4)
    }
  }

  /// 55 atoms in two shells: at 1.02 bond lengths only radial bonds remain, 12 from the centre,
  /// 12 · 1 from the inner shell outwards to the vertices, 30 · 2 to the edges' middles.
  @Test func anIcosahedronKeepsItsRadialBonds() throws {
    let gold = try #require(Element("Au"))
    let structure = PaperStructure(try Cluster.icosahedron(gold, shells: 3), for: .graph([]))
    // Each bond twice, and each atom itself.
    #expect(structure.neighbours.edgeCount == 2 * (12 + 12 + 60) + 55)
  }

  @Test func targetsArePaddedWithMinusOne() throws {
    let gold = try #require(Element("Au"))
    let structure = PaperStructure(try Cluster.icosahedron(gold, shells: 2), for: .graph([]))
    let target = structure.target(atoms: 15)
    #expect(target.count == 45 && Array(target.suffix(6)) == [-1, -1, -1, -1, -1, -1])
    #expect(Array(target.prefix(39)) == structure.positions)
  }
}
