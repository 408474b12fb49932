import Clusters
import Generative
import Numerics
import Tensors
import Testing

/// The training of the posterior after prior and decoder, on few structures and few features.
@Suite(.serialized)
struct FollowingObjectiveTests {
  static let data = PaperObjectiveTests.data

  @Test(arguments: [PaperObjectiveTests.graph, PaperObjectiveTests.perceptron])
  func onlyThePosteriorChangesAndComesNearer(architecture: PaperArchitecture) throws {
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch) = (60, 32)
    let first = try PaperObjective(
      PaperNetwork(architecture, seed: 5), on: Self.data, plan: plan, fromPDF: 1)
    first.spreadMap()
    let model = Trainer(first).run { _ in true }
    let network = try #require(model.network as? PaperNetwork)
    let before = PaperObjectiveTests.parts(of: network)

    plan.rate = 3e-3
    let objective = try #require(
      try FollowingObjective(model, on: Self.data, plan: plan, epochs: 40))
    let after = model.trainedFurther(
      to: Trainer(objective).run(history: model.history) { _ in true })
    #expect(PaperObjectiveTests.parts(of: network) == before)
    let learning = try #require(after.network as? PaperNetwork)
    for (name, values) in PaperObjectiveTests.parts(of: learning) {
      let stands = name.hasPrefix("prior") || name.hasPrefix("decoder")
      #expect((values == before[name]) == stands, "\(name)")
    }
    #expect(after.map == model.map && after.plan == model.plan)
    let learned = after.history.dropFirst(model.history.count)
    let divergences = learned.compactMap { $0[PaperLoss.divergence] }
    #expect(try #require(divergences.last) < 0.2 * #require(divergences.first))
    let last = try #require(after.history.last)
    #expect(last.step == (model.history.last?.step ?? 0) + objective.plan.steps)
    #expect(last[PaperLoss.validation] != nil)
  }

  @Test func landmarksHaveNoSuchParts() throws {
    let shapes = try Catalogue.mmnp(atoms: 5...9).shapes
    let network = LandmarkNetwork(.mmnp, Landmarks(plane: shapes), seed: 1)
    let model = Model(network, shapes: shapes, plan: TrainingPlan(), history: [])
    #expect(try FollowingObjective(model, on: Self.data, plan: .paper, epochs: 1) == nil)
  }
}
