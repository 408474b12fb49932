import Numerics
import Generative
import Clusters
import Foundation
import Classifying
import Scattering
import Tensors
import Testing

/// Trees for a few small shapes.
struct TreeClassifierTests {
  static let shapes = try! Catalogue.mmnp(atoms: 5...13).shapes

  static func tree(rounds: Int = 20, seed: UInt64 = 5) throws -> TreeClassifier {
    var plan = TreePlan()
    plan.rounds = rounds
    plan.pdfs = 40
    plan.seed = seed
    return try TreeTrainer(shapes, of: "mmnp", plan: plan).run { _ in true }
  }

  @Test func learnsATinyCatalogue() throws {
    let tree = try Self.tree()
    let gold = Element.gold
    var conditions = ScatteringConditions()
    conditions.qmax = 20
    conditions.qdamp = 0.02
    let right = try Self.shapes.filter { shape in
      // A bond length and conditions that are none of the training's.
      let pdf = try Cluster(shape, of: gold, bond: 2.83).pdf(conditions)
      return try tree.classify(pdf, element: gold, top: 1).shapes[0].structure.label
        == shape.label(of: gold)
    }
    // By chance it would be one of them.
    #expect(right.count > Self.shapes.count * 3 / 4)
  }

  /// XGBoost computes the loss in the history from its own trees.
  @Test func itsTreesAreThoseOfXGBoost() throws {
    var plan = TreePlan()
    plan.rounds = 4
    plan.pdfs = 20
    let trainer = TreeTrainer(Self.shapes, of: "mmnp", plan: plan)
    let (tree, features) = (try trainer.run { _ in true }, try trainer.features())
    let rows = Self.shapes.count * plan.pdfs
    let width = features.count / rows
    let sum = (0..<rows).reduce(0.0) { sum, row in
      let chances = tree.trees.probabilities(of: Array(features[row * width..<(row + 1) * width]))
      return sum - log(chances[row / plan.pdfs])
    }
    // XGBoost prints six digits after the point, of a sum in single precision.
    #expect(abs(sum / Double(rows) - (try #require(tree.history.last).loss)) < 1e-4)
  }

  @Test func theLossFalls() throws {
    let losses = try Self.tree(rounds: 5).history.map(\.loss)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func theSeedDecides() throws {
    let one = try Workers.$limit.withValue(1) { try Self.tree(rounds: 3).trees }
    #expect(try Workers.$limit.withValue(2) { try Self.tree(rounds: 3).trees } == one)
    #expect(try Self.tree(rounds: 3, seed: 6).trees != one)
  }

  @Test func endsWhenItIsNoLongerWanted() throws {
    var plan = TreePlan()
    plan.pdfs = 10
    let tree = try TreeTrainer(Self.shapes, of: "mmnp", plan: plan).run { $0.round < 3 }
    #expect(tree.history.map(\.round) == [1, 2, 3])
    plan.rounds = 3
    #expect(
      try TreeTrainer(Self.shapes, of: "mmnp", plan: plan).run { _ in true }.trees == tree.trees)
  }

  @Test func ranksByProbability() throws {
    let tree = try Self.tree(rounds: 5)
    let platinum = try #require(Element("Pt"))
    let pdf = try Cluster(Self.shapes[3], of: .gold).pdf(.init())
    let all = try tree.classify(pdf, element: platinum, top: 1000)
    let chances = all.shapes.map(\.probability)
    #expect(chances.count == Self.shapes.count && chances == chances.sorted(by: >))
    #expect(abs(chances.reduce(0, +) - 1) < 1e-12)
    #expect(Set(all.shapes.map(\.structure.label)).count == Self.shapes.count)
    #expect(all.shapes.allSatisfy { $0.structure.element == platinum })
    let three = try tree.classify(pdf, element: platinum, top: 3)
    #expect(three.shapes.map(\.probability) == Array(chances.prefix(3)))
  }

  @Test(arguments: [("empty", [], []), ("zero", [1.0, 2, 3, 4], [0.0, 0, 0, 0])])
  func anyCurveGetsAnAnswer(name: String, r: [Double], g: [Double]) throws {
    let gold = try #require(Element("Au"))
    let ranking = try Self.tree(rounds: 2).classify(
      PDF(name: name, r: r, g: g), element: gold, top: 5)
    #expect(ranking.shapes.allSatisfy { $0.probability.isFinite })
  }
}
