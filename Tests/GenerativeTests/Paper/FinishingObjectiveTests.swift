import Clusters
import Generative
import Numerics
import Tensors
import Testing

/// The training of prior and decoder by themselves, on few structures and few features.
@Suite(.serialized)
struct FinishingObjectiveTests {
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

  @Test(arguments: [0, 0.5]) func onlyPriorAndDecoderChangeAndComeNearer(
    fromPDF share: Double
  ) throws {
    let model = try Self.model()
    let before = weights(model)
    var plan = TrainingPlan.paper
    plan.batch = 64
    let objective = try #require(
      try FinishingObjective(
        model, on: Self.data, plan: plan, epochs: 6, bonds: 10, fromPDF: share))
    let after = model.trainedFurther(
      to: Trainer(objective).run(history: model.history) { _ in true })

    #expect(weights(model) == before, "the model that it began with is another one")
    for (name, values) in weights(after) {
      let learns = name.hasPrefix("prior") || name.hasPrefix("decoder")
      #expect((values != before[name]) == learns, "\(name)")
    }
    #expect(after.map == model.map && after.plan == model.plan)
    let (first, last) = (try #require(model.history.last), try #require(after.history.last))
    #expect(last.step == first.step + objective.plan.steps)
    var losses = [PaperLoss.error, PaperLoss.validation, PaperLoss.validationFromPDF]
    // Once its own error counts, the prior no longer goes to the posterior wherever that is.
    if share == 0 { losses.append(PaperLoss.divergence) }
    for loss in losses {
      #expect(try #require(last[loss]) < #require(first[loss]), "\(loss.name)")
    }
  }

  @Test func theErrorOfThePriorsDrawsBringsStructuresFromPDFsNearer() throws {
    let model = try Self.model()
    func errorFromPDF(_ share: Double) throws -> Double {
      var plan = TrainingPlan.paper
      plan.batch = 64
      let objective = try #require(
        try FinishingObjective(
          model, on: Self.data, plan: plan, epochs: 20, bonds: 10, fromPDF: share))
      let after = Trainer(objective).run(history: model.history) { _ in true }
      return try #require(after.history.last?[PaperLoss.validationFromPDF])
    }
    #expect(try errorFromPDF(0.5) < errorFromPDF(0))
  }

  @Test func landmarksHaveNoSuchParts() throws {
    let shapes = try Catalogue.mmnp(atoms: 5...9).shapes
    let network = LandmarkNetwork(.mmnp, Landmarks(plane: shapes), seed: 1)
    let model = Model(network, shapes: shapes, plan: TrainingPlan(), history: [])
    #expect(try FinishingObjective(model, on: Self.data, plan: .paper, epochs: 1) == nil)
  }
}
