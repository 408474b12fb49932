import Fitting
import Clusters
import Foundation
import Generative
import Scattering
import Testing

/// What an evaluation says, on a model that knows nothing: its errors are those of its guesses.
struct EvaluationTests {
  static let catalogue = try! Catalogue.mmnp(atoms: 5...20)

  static let model: Model = {
    var small = LandmarkArchitecture.mmnp
    let shapes = catalogue.shapes
    let network = LandmarkNetwork(small, Landmarks(plane: shapes), seed: 1)
    return Model(network, shapes: shapes, plan: TrainingPlan(), history: [])
  }()

  @Test func errorsAreThoseOfTheGuesses() throws {
    let indices = [0, 7, 30, 90]
    let evaluation = try Self.model.evaluate(
      on: Self.catalogue, indices: indices, conditions: .fixed(ScatteringConditions()))
    #expect(evaluation.entries.map(\.index) == indices)
    for entry in evaluation.entries {
      #expect(entry.truth.label == Self.catalogue[entry.index].label)
      #expect(entry.mae == entry.truth.displacement(from: entry.guess))
      #expect(entry.maeFitted == entry.truth.displacement(from: entry.fit.structure))
      #expect(entry.isRightCount == (entry.guess.count == entry.truth.count))
    }
    let right = evaluation.entries.filter(\.isRightType).count
    #expect(evaluation.share(\.isRightType) == Double(right) / 4)
  }

  /// Random conditions are the same for the same seed, and of several samples the best is taken.
  @Test func randomConditionsFollowTheSeed() throws {
    func bonds(_ seed: UInt64, samples: Int = 1) throws -> [(bond: Double, rw: Double)] {
      try Self.model.evaluate(
        on: Self.catalogue, indices: [3, 50], conditions: .random(seed: seed), samples: samples
      ).entries.map { ($0.truth.bond, $0.fit.rw) }
    }
    let (first, again, other) = (try bonds(1), try bonds(1), try bonds(2))
    #expect(first.map(\.bond) == again.map(\.bond) && first.map(\.rw) == again.map(\.rw))
    #expect(first[0].bond != other[0].bond && first.allSatisfy { (2.2...3.3).contains($0.bond) })
    for (one, many) in zip(first, try bonds(1, samples: 20)) { #expect(many.rw <= one.rw) }
  }
}
