import Clusters
import Foundation
import Numerics
import Testing

struct LayerCorrelationTests {
  /// The share of like layers in a long random sequence. Of 400 000 layers a share is known to
  /// 8e-4, and to somewhat less where neighbours are alike.
  @Test(arguments: [Motif.fcc, .hcp], [0.0, 0.05, 0.3, 0.5, 0.8])
  func isThatOfRandomSequences(_ motif: Motif, _ faults: Double) {
    var random = RandomGenerator(seed: 7)
    let hexagonal = motif == .hcp ? 1 - faults : faults
    var sites = [0, 1]
    for _ in 0..<400_000 {
      let (below, last) = (sites[sites.count - 2], sites[sites.count - 1])
      sites.append(random.uniform(in: 0...1) < hexagonal ? below : 3 - below - last)
    }
    let correlation = LayerCorrelation(motif, faults: faults, layers: 12)
    for k in 0...12 {
      let like = zip(sites, sites.dropFirst(k)).count { $0 == $1 }
      let share = Double(like) / Double(sites.count - k)
      #expect(abs(correlation.shares[k] - share) < 5e-3, "\(motif.name), \(k) layers apart")
    }
  }

  @Test(arguments: [Motif.fcc, .hcp])
  func slopesAreThoseOfDifferences(_ motif: Motif) {
    let h = 1e-5
    func at(_ faults: Double) -> LayerCorrelation {
      LayerCorrelation(motif, faults: faults, layers: 20)
    }
    for k in 0...20 {
      let difference = (at(0.2 + h).shares[k] - at(0.2 - h).shares[k]) / (2 * h)
      #expect(abs(at(0.2).slopes[k] - difference) < 1e-8)
    }
  }

  /// fcc all of whose layers are faulted is hcp, and the other way round.
  @Test func faultedEverywhereIsTheOther() throws {
    let cobalt = try #require(Element("Co"))
    let edge = 2.5
    let fcc = try Crystal(cobalt, .fcc, a: edge * 2.0.squareRoot())
    let hcp = try Crystal(cobalt, .hcp, a: edge, c: edge * (8.0 / 3).squareRoot())
    func numbers(_ shells: [CrystalShell]) -> [Int: Double] {
      var numbers: [Int: Double] = [:]
      for shell in shells {
        let square = Int((3 * shell.distance * shell.distance / (edge * edge)).rounded())
        numbers[square, default: 0] += shell.number
      }
      return numbers.filter { $0.value > 1e-9 }
    }
    for (a, b) in [(fcc, hcp), (hcp, fcc)] {
      let (one, other) = (
        numbers(a.shells(upTo: 12, faults: 1)), numbers(b.shells(upTo: 12))
      )
      #expect(Set(one.keys) == Set(other.keys))
      for (square, number) in one { #expect(abs(number - (other[square] ?? 0)) < 1e-9) }
    }
  }
}
