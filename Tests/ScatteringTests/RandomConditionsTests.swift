import Clusters
import Foundation
import Numerics
import Scattering
import Testing

/// Random conditions are what their rows and texts say, in the order of their rows.
struct RandomConditionsTests {
  static let presets = [
    RandomConditions.paper, .training, .classifier, .beamlines,
  ]

  @Test func withoutRowsTheyAreThePapers() {
    var random = RandomGenerator(seed: 1)
    let drawn = DrawnConditions(.paper, from: &random)
    #expect(drawn.scattering == ScatteringConditions() && drawn.noise == 0 && drawn.bondError == 0)
    #expect(random == RandomGenerator(seed: 1))
  }

  /// Row by row, and a fixed value takes no random number.
  @Test func rowsAreDrawnInTheirOrder() {
    var (random, own) = (RandomGenerator(seed: 5), RandomGenerator(seed: 5))
    let drawn = DrawnConditions(.beamlines, from: &random)
    #expect(drawn.qmin == own.uniform(in: 0.5...1.5) && drawn.qmax == own.uniform(in: 18...28))
    #expect(drawn.qdamp == own.uniform(in: 0...0.05) && drawn.biso == own.uniform(in: 0.1...1))
    #expect(drawn.bond == own.uniform(in: 2.2...3.3) && drawn.noise == 0.02)
    #expect(random == own)
  }

  /// The share of a value that is drawn often is decided before its range or behind.
  @Test func sharesAreDecidedWhereTheRowSays() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      for isFirst in [false, true] {
        var conditions = RandomConditions.beamlines
        let place = try #require(conditions.rows.firstIndex { $0.quantity == .qdamp })
        conditions.rows = [conditions.rows[place]]
        conditions.rows[0].often = .init(value: 0.01, share: 0.5)
        conditions.rows[0].often?.isDrawnFirst = isFirst
        var (random, own) = (RandomGenerator(seed: seed), RandomGenerator(seed: seed))
        let (a, b) = (own.uniform(), own.uniform())
        let (chance, value) = isFirst ? (a, b) : (b, a)
        let drawn = DrawnConditions(conditions, from: &random).qdamp
        #expect(drawn == (chance < 0.5 ? 0.01 : 0.05 * value))
      }
    }
  }

  /// Of 4000 draws a share has a standard deviation of at most 0.8 %.
  @Test func trainingSeesThePapersConditionsAndCleanPDFs() {
    let draws = (0..<4000).map { index in
      var random = RandomGenerator(seed: 3).branch(index)
      return DrawnConditions(.training, from: &random)
    }
    func share(_ isTrue: (DrawnConditions) -> Bool) -> Double {
      Double(draws.count(where: isTrue)) / 4000
    }
    #expect(abs(share { $0.qmin == 0.7 && $0.biso == 0.3 } - 0.3) < 0.03)
    #expect(abs(share { $0.noise == 0 } - (0.3 + 0.7 * 0.33)) < 0.03)
    #expect(abs(share { $0.end == 30 } - (0.3 + 0.7 * 0.67)) < 0.03)
    #expect(draws.allSatisfy { $0.noise > 0 || $0.foreignPeak.height == 0 })
    #expect(draws.allSatisfy { (0.5...1).contains($0.sharpening) && $0.nearBiso <= $0.biso })
    #expect(draws.allSatisfy { (2.15...3.4).contains($0.bond) })
  }

  @Test(arguments: presets)
  func comeBackFromJSON(conditions: RandomConditions) throws {
    let data = try JSONEncoder().encode(conditions)
    #expect(try JSONDecoder().decode(RandomConditions.self, from: data) == conditions)
  }

  /// As older files of networks and of trees hold them.
  @Test(arguments: [
    (
      #"{"biso":[0.1,1],"bond":[2.15,3.4],"bondError":1,"end":[15,30],"ideal":0.3,"#
        + #""largeBondError":4,"noise":[0,0.03],"qdamp":[0,0.05],"qmax":[18,28],"#
        + #""qmin":[0.5,1.5],"sharpening":[0.5,1]}"#, RandomConditions.training
    ),
    (
      #"{"biso":[0.1,1],"bond":[2.25,3.3],"delta2":2,"end":[15,30],"noise":[0,0.03],"#
        + #""qdamp":[0.01,0.04],"qmax":[12,25],"qmin":[0,2]}"#, .classifier
    ),
  ])
  func olderFilesAreRead(text: String, conditions: RandomConditions) throws {
    #expect(try JSONDecoder().decode(RandomConditions.self, from: Data(text.utf8)) == conditions)
  }

  @Test func areToldAsTheyAreDrawn() {
    #expect(
      "\(RandomConditions.beamlines)" == "qmin 0.5 to 1.5 Å⁻¹, qmax 18 to 28 Å⁻¹, "
        + "qdamp 0 to 0.05 Å⁻¹, biso 0.1 to 1 Å², bond length 2.2 to 3.3 Å, "
        + "noise 2 % of the largest G")
    let training = "\(RandomConditions.training)"
    #expect(training.contains("qdamp 0 to 0.05 Å⁻¹ (20 % of them 0)"))
    #expect(training.hasSuffix("30 % of all as in the paper but for the bond length"))
  }

  /// A noisy PDF ends where it is cut.
  @Test func pdfsAreNoisyAndCut() throws {
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    var random = RandomGenerator(seed: 2)
    var drawn = DrawnConditions(.beamlines, from: &random)
    drawn.end = 20
    let noisy = try drawn.pdf(of: cluster, noiseFrom: &random)
    let clean = try cluster.pdf(drawn.scattering).cut(0...20)
    #expect(noisy.r == clean.r && abs((noisy.r.last ?? 0) - 20) < 0.01)
    let square = zip(noisy.g, clean.g).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let deviation = (square / Double(clean.g.count)).squareRoot()
    // 2000 values leave 1.6 % of the standard deviation uncertain; the largest G is near 0 … 20 Å.
    let largest = try cluster.pdf(drawn.scattering).largest
    #expect(abs(deviation / (0.02 * largest) - 1) < 0.08)
  }
}
