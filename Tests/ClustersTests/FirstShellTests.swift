import Clusters
import Testing

struct FirstShellTests {
  private let gold: Element
  init() throws { gold = try #require(Element("Au")) }

  /// The first neighbours of an icosahedron of 13 atoms: 12 radii d and 30 edges, each
  /// 1/sin 72° of a radius.
  @Test func countsSurfaceBondsOfAnIcosahedron() throws {
    let shell = try #require(try Cluster.icosahedron(gold, shells: 2, bond: 2.8).firstShell)
    let edge = 2.8 * 1.0514622242382672
    let mean = (12 * 2.8 + 30 * edge) / 42
    #expect(shell.pairs == 42)
    #expect(abs(shell.mean - mean) < 1e-9)
    #expect(abs(shell.shortest - 2.8) < 1e-9)
    let variance = (12 * 2.8 * 2.8 + 30 * edge * edge) / 42 - mean * mean
    #expect(abs(shell.spread - variance.squareRoot()) < 1e-6)
  }

  /// In a lattice all neighbours are equally far: d in fcc, √3/2 d in bcc, whose second neighbours
  /// at d are not counted.
  @Test func isSharpInLattices() throws {
    let cuboctahedron = try Cluster.octahedron(gold, length: 3, cutoff: 1, bond: 2.88)
    let fcc = try #require(cuboctahedron.firstShell)
    #expect(fcc.pairs == 36 && fcc.spread == 0)
    #expect(abs(fcc.mean - 2.88) < 1e-9)
    let bcc = try #require(try Cluster.bcc(gold, layers: [2, 4, 4], bond: 3).firstShell)
    #expect(bcc.spread == 0)
    #expect(abs(bcc.mean - 3 * 0.75.squareRoot()) < 1e-9)
  }

  @Test func scalesWithTheCluster() throws {
    let cluster = try Cluster.decahedron(gold, p: 2, q: 2, r: 1)
    let shell = try #require(cluster.firstShell)
    let larger = try #require(cluster.expanded(by: 1.1).firstShell)
    #expect(larger.pairs == shell.pairs)
    #expect(abs(larger.mean - shell.scaled(by: 1.1).mean) < 1e-9)
    #expect(abs(larger.spread - 1.1 * shell.spread) < 1e-9)
  }

  @Test func aSingleAtomHasNone() {
    let atom = Cluster(gold, type: .unknown, positions: [.zero], bond: 2.8)
    #expect(atom.firstShell == nil)
  }
}
