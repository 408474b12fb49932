import Clusters
import Foundation
import Testing

struct CrystalTests {
  /// Theta series of the lattices (J. H. Conway and N. J. A. Sloane, Sphere Packings, Lattices and
  /// Groups, 1999, chapter 4; OEIS A004015, A004013, A005875, A004012).
  @Test(arguments: [
    (Motif.fcc, [12.0, 6, 24, 12, 24, 8, 48, 6, 36, 24]),
    (.bcc, [8, 6, 12, 24, 8, 6, 24, 24, 24]),
    (.sc, [6, 12, 8, 6, 24, 24, 12, 30, 24]),
    (.hcp, [12, 6, 2, 18, 12, 6, 12, 12, 6, 6]),
  ])
  func neighboursAreThoseOfTheThetaSeries(_ motif: Motif, _ numbers: [Double]) throws {
    let gold = try #require(Element("Au"))
    let crystal = try Crystal(gold, motif, a: 1)
    var shells: [Int: Double] = [:]
    let found = crystal.shells(upTo: 3.2)
    for shell in found {
      shells[Int((shell.distance * shell.distance * 1e6).rounded()), default: 0] += shell.number
    }
    #expect(shells.sorted { $0.key < $1.key }.prefix(numbers.count).map(\.value) == numbers)
    #expect(abs((found.map(\.distance).min() ?? 0) - crystal.nearest) < 1e-9)
  }

  /// As many atoms as the density says, to the surface's part of them.
  @Test(arguments: Crystal.motifs)
  func densityIsThatOfALargeBall(_ motif: Motif) throws {
    let crystal = try Crystal(try #require(Element("Co")), motif)
    let numbers = crystal.shells(upTo: 60).reduce(1) { $0 + $1.number }
    let volume = 4 / 3 * Double.pi * 60 * 60 * 60
    #expect(abs(numbers / volume / crystal.density - 1) < 5e-3)
    let ball = crystal.ball(diameter: 20)
    #expect(abs((ball.shortestDistance ?? 0) - crystal.nearest) < 1e-9)
    #expect(abs(Double(ball.count) / (4 / 3 * Double.pi * 1000) / crystal.density - 1) < 0.2)
  }

  /// CRC Handbook of Chemistry and Physics, section 12.
  @Test func bulkMetalsHaveTheirLattices() throws {
    let nickel = try Crystal(try #require(Element("Ni")))
    #expect(nickel.motif == .fcc && nickel.a == 3.524 && nickel.label == "crystal \"Ni\"")
    let zinc = try Crystal(try #require(Element("Zn")))
    #expect(zinc.motif == .hcp && zinc.a == 2.665 && zinc.c == 4.947)
    #expect(try Crystal(try #require(Element("Fe")), .fcc).label.contains("lattice: \"fcc\""))
  }

  @Test func whatHasNoCrystalIsSaid() throws {
    let one = #expect(throws: ClusterError.self) {
      try Crystal(try #require(Element("Au")), .fiveFold)
    }
    #expect(one?.description.contains("no lattice 'five-fold'") == true)
    let two = #expect(throws: ClusterError.self) { try Crystal(try #require(Element("S"))) }
    #expect(two?.description.contains("lattice of S is not known") == true)
  }
}
