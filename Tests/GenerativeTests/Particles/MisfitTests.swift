import Clusters
import Numerics
import Scattering
import Testing

import Generative

struct MisfitTests {
  private func misfit(of pdf: PDF) throws -> Double {
    let file = try #require(Checkpoint.shipped("particles"))
    var random = RandomGenerator(seed: 1)
    let guesses = try Checkpoint(contentsOf: file).model.infer(
      pdf, element: Element("Pt")!, samples: 20, sigma: 1, from: &random)
    return try #require(try guesses.misfit())
  }

  /// What was learned is fitted, and noise, for which no structure is right, is not.
  @Test func noiseIsUnlikeWhatWasLearned() throws {
    let particle = Motif.fcc.balls(atoms: 150...250)[0]
    let pdf = try Cluster(particle, of: Element("Pt")!).pdf(ScatteringConditions())
    #expect(try misfit(of: pdf) < 0.2)
    var random = RandomGenerator(seed: 5)
    #expect(try misfit(of: pdf.noisy(3, using: &random)) > 0.6)
  }
}
