import Clusters
import Fitting
import Numerics
import Scattering
import Testing

struct NoiseEstimateTests {
  /// Noise that was added is found to 8 %, whatever the structure: the sixth differences of 3000
  /// numbers, which are not independent, tell a deviation to 2.4 %; three of those.
  @Test(arguments: [0.003, 0.01, 0.05])
  func findsWhiteNoise(_ level: Double) throws {
    let gold = try #require(Element("Au"))
    var random = RandomGenerator(seed: 5)
    for cluster in [
      try Cluster.icosahedron(gold, shells: 3), try .octahedron(gold, length: 6),
    ] {
      var conditions = ScatteringConditions()
      (conditions.qmax, conditions.qdamp) = (28, 0.03)
      let pdf = try cluster.pdf(conditions)
      let noise = try #require(NoiseEstimate(pdf.noisy(level, using: &random)).white)
      #expect(abs(noise / (level * pdf.largest) - 1) < 0.08)
    }
  }

  @Test func aSimulationHasNone() throws {
    let platinum = try #require(Element("Pt"))
    var conditions = ScatteringConditions()
    conditions.qdamp = 0.04
    let pdf = try Cluster.fcc(platinum, layers: [3, 4, 4]).pdf(conditions)
    let noise = NoiseEstimate(pdf)
    #expect(try #require(noise.white) < 1e-4 * pdf.largest)
    // Beyond the particle only ripples of the transform are left.
    #expect(noise.quietest < 0.03 * pdf.largest)
  }

  /// Points that lie as far apart as the transform's own steps cannot tell noise from structure.
  @Test func saysNothingOfCoarsePoints() {
    let r = (0..<200).map { Double($0) * 0.2 }
    #expect(NoiseEstimate(PDF(name: "", r: r, g: r, qmax: 25)).white == nil)
  }
}
