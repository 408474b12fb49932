import Clusters
import Fitting
import Testing

struct OddsTests {
  private func odds(_ candidates: [(rw: Double, type: StructureType, atoms: Int)], points: Double)
    -> Odds
  {
    Odds(
      misfits: candidates.map(\.rw), lattices: candidates.map(\.type),
      sizes: candidates.map(\.atoms), points: points)
  }

  /// Two lattices, n/temper = 10: (0.25/0.2)¹⁰ = 9.313225746154785.
  @Test func followTheMisfit() {
    let odds = odds(
      [(0.2, .fcc, 100), (0.25, .hcp, 100)], points: 10 * Odds.temper)
    #expect(abs(odds.shares[0] / odds.shares[1] - 9.313225746154785) < 1e-9)
    #expect(abs(odds.shares.reduce(0, +) - 1) < 1e-12)
  }

  /// A lattice gains nothing by having many candidates of one size.
  @Test func doNotCountCandidates() {
    let crowd = Array(repeating: (rw: 0.2, type: StructureType.hcp, atoms: 100), count: 7)
    let odds = odds([(0.2, .fcc, 100)] + crowd, points: 100)
    #expect(abs(odds.shares[0] - 0.5) < 1e-12)
    #expect(odds.types.map(\.type).contains(.hcp))
    #expect(abs((odds.types.first { $0.type == .hcp }?.share ?? 0) - 0.5) < 1e-12)
  }

  @Test func doNotDependOnTheOrder() {
    let candidates: [(rw: Double, type: StructureType, atoms: Int)] = [
      (0.2, .fcc, 55), (0.21, .fcc, 60), (0.22, .hcp, 147), (0.3, .icosahedral, 147),
    ]
    let (one, other) = (odds(candidates, points: 150), odds(candidates.reversed(), points: 150))
    for (a, b) in zip(one.shares, other.shares.reversed()) { #expect(abs(a - b) < 1e-12) }
    #expect(one.interval(0.9) == other.interval(0.9))
  }

  /// One candidate of 100 atoms: 100·exp(±1.6449·0.08), the normal distribution's 5 %.
  @Test func aCandidateStandsForSizesAroundIt() {
    let odds = odds([(0.1, .fcc, 100)], points: 150)
    #expect(odds.interval(0.9) == 88...114)
    #expect(odds.quantile(0.5) == 100)
  }

  /// Half of its odds are its very number's, the rest the normal distribution's: the error function
  /// gives 0.5249178761055779 from 99.5 to 100.5, and 0.5085920135828612 from 94.5 to 105.5 without.
  @Test func aNumberOfItsOwnMayHaveMostOfTheOdds() {
    let sure = Odds(
      misfits: [0.1], lattices: [.fcc], sizes: [100], widths: [0.08], exactness: [0.5],
      points: 150)
    #expect(sure.interval(0.5) == 100...100)
    #expect(abs(sure.share(of: 100...100) - 0.5249178761055779) < 1e-12)
    let unsure = odds([(0.1, .fcc, 100)], points: 150)
    #expect(abs(unsure.share(of: 95...105) - 0.5085920135828612) < 1e-12)
    #expect(unsure.share(of: unsure.interval(0.9)) >= 0.9)
  }

  @Test func intervalsAreNested() {
    let odds = odds(
      [(0.2, .fcc, 55), (0.201, .fcc, 85), (0.202, .fcc, 147), (0.21, .fcc, 201)], points: 150)
    let (half, most) = (odds.interval(0.5), odds.interval(0.95))
    #expect(most.lowerBound <= half.lowerBound && half.upperBound <= most.upperBound)
    #expect(most.contains(55) && most.contains(147))
  }

  /// An octahedron is cut from fcc.
  @Test func octahedraAreFcc() {
    #expect(StructureType.octahedral.lattice == .fcc)
    for type in StructureType.allCases where type != .octahedral { #expect(type.lattice == type) }
  }
}
