import Clusters
import Generative
import Numerics
import Tensors
import Testing

/// The prior's training by itself, on few structures and few features.
@Suite(.serialized)
struct PriorObjectiveTests {
  static let data = PaperObjectiveTests.data

  static func model() throws -> Model {
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch) = (40, 32)
    let objective = try PaperObjective(
      PaperNetwork(PaperObjectiveTests.graph, seed: 5), on: data, plan: plan, beta: .constant(1e-6))
    objective.spreadMap()
    return Trainer(objective).run { _ in true }
  }

  func weights(_ model: Model) -> [String: [Float]] {
    let parameters = model.network.parameters
    return Dictionary(
      uniqueKeysWithValues: parameters.list.map { ($0.name, parameters.array(of: $0)) })
  }

  @Test func onlyThePriorChangesAndComesNearer() throws {
    let model = try Self.model()
    let before = weights(model)
    var plan = TrainingPlan.paper
    plan.batch = 64
    let objective = try #require(
      try PriorObjective(model, on: Self.data, plan: plan, epochs: 6, bonds: 10))
    let after = objective.joined(
      to: Trainer(objective).run(history: model.history) { _ in true })

    for (name, values) in weights(after) {
      #expect((values == before[name]) == !name.hasPrefix("prior"), "\(name)")
    }
    #expect(after.map == model.map && after.plan == model.plan)
    let (first, last) = (try #require(model.history.last), try #require(after.history.last))
    #expect(last.step == first.step + objective.plan.steps)
    #expect(try #require(last[PaperLoss.divergence]) < #require(first[PaperLoss.divergence]))
    #expect(last[PaperLoss.validationFromPDF] != nil)
  }

  @Test func landmarksHaveNoSuchPrior() throws {
    let shapes = try Catalogue.mmnp(atoms: 5...9).shapes
    let network = LandmarkNetwork(.mmnp, Landmarks(plane: shapes), seed: 1)
    let model = Model(network, shapes: shapes, plan: TrainingPlan(), history: [])
    #expect(try PriorObjective(model, on: Self.data, plan: .paper, epochs: 1) == nil)
  }
}
