import Numerics
import Clusters
import Generative
import Scattering
import Tensors
import Testing

/// What the training of the paper's network draws.
struct PaperDataTests {
  static let clusters = Array(try! Catalogue.mmnp(atoms: 5...20))
  let tape = Tape(Parameters())

  /// Every structure keeps its shape; its PDF is that of the bond length it was drawn with.
  @Test func freshBondsKeepTheShape() throws {
    let data = try PaperData(Self.clusters, .mlp)
    let bonds = Self.clusters.map(\.bond)
    let indices = Array(0..<12)
    var random = RandomGenerator(seed: 3)
    let (structures, pdfs) = data.batch(of: indices, bondsFrom: &random, on: tape)
    var drawn: [Double] = []
    for (row, index) in indices.enumerated() {
      let (own, cluster) = (data.structures[index].positions, Self.clusters[index])
      // From the largest coordinate, as many are 0.
      let place = try #require(own.indices.max { own[$0] < own[$1] })
      let factor = structures[row].positions[place] / own[place]
      for (a, b) in zip(structures[row].positions, own) { #expect(abs(a - factor * b) < 1e-6) }
      let bond = cluster.bond * Double(factor)
      #expect(try bond >= #require(bonds.min()) && bond <= #require(bonds.max()))
      drawn.append(bond)

      var conditions = ScatteringConditions()
      (conditions.qmin, conditions.qmax, conditions.qdamp) = (0.7, 25, 0)
      (conditions.biso, conditions.delta2) = (0.3, 0)
      (conditions.rmin, conditions.rmax, conditions.rstep) = (2, 30, 0.04)
      let g = try cluster.expanded(by: Double(factor)).pdf(conditions).g
      let highest = try #require(g.max())
      let values = pdfs.array[row * pdfs.columns..<(row + 1) * pdfs.columns]
      // Single precision of the factor moves peaks of width 0.1 Å at 30 Å by 2e-6 Å.
      for (a, b) in zip(values, g) { #expect(abs(Double(a) - b / highest) < 1e-4) }
    }
    #expect(Set(drawn).count == 12)
  }

  @Test func oneBondLengthIsKept() throws {
    let gold = try Catalogue.mmnp(atoms: 5...20, elements: [#require(Element("Au"))])
    let data = try PaperData(Array(gold), .mlp)
    var random = RandomGenerator(seed: 3)
    let (fresh, own) = (
      data.batch(of: 0..<4, bondsFrom: &random, on: tape), data.batch(of: 0..<4, on: tape)
    )
    #expect(fresh.pdfs.array == own.pdfs.array)
    #expect(fresh.structures.map(\.positions) == own.structures.map(\.positions))
  }
}
