import Numerics
import Clusters
import Foundation
import Generative
import Synchronization
import Tensors
import Testing

/// Training of the paper's network, with a graph and without, on few structures and few features.
@Suite(.serialized)
struct PaperObjectiveTests {
  static let data = Dataset(try! Catalogue.mmnp(atoms: 5...20), seed: 1)

  static let graph: PaperArchitecture = {
    var small = PaperArchitecture.paper
    (small.atoms, small.encoder, small.head) = (20, .graph([16, 8]), [12, 8])
    (small.branches, small.decoder) = ([10, 6], [16, 32])
    return small
  }()

  static let perceptron: PaperArchitecture = {
    var small = PaperArchitecture.mlp
    (small.atoms, small.encoder, small.head) = (20, .perceptron([16]), [12, 8])
    (small.branches, small.decoder) = ([10, 6], [16, 32])
    return small
  }()

  func trainer(
    _ architecture: PaperArchitecture, steps: Int, rate: Float = 1e-3
  ) throws -> Trainer {
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch, plan.rate) = (steps, 32, rate)
    let network = PaperNetwork(architecture, seed: 5)
    return Trainer(try PaperObjective(network, on: Self.data, plan: plan))
  }

  func weights(_ trainer: Trainer) -> [Float] { trainer.objective.network.parameters.values.array }

  /// Where the work is to end, the map has the places of the steps that were taken, and no others.
  @Test(arguments: [0.0, 1.0])
  func aStoppedTrainingKeepsThePlacesOfItsSteps(share: Double) throws {
    final class Wish: Sendable { let isThere = Atomic(false) }
    let wish = Wish()
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch) = (4, 16)
    let objective = try PaperObjective(
      PaperNetwork(Self.graph, seed: 5), on: Self.data, plan: plan, fromPDF: share,
      while: { !wish.isThere.load(ordering: .relaxed) })
    objective.spreadMap()
    let trainer = Trainer(objective)
    _ = trainer.advance()
    wish.isThere.store(true, ordering: .relaxed)
    #expect(objective.map().count == 16)
    _ = trainer.advance()
    #expect(objective.map().count == 32)
    wish.isThere.store(false, ordering: .relaxed)
    #expect(objective.map().count == Self.data.training.count)
  }

  @Test(arguments: [graph, perceptron])
  func lossesFall(architecture: PaperArchitecture) throws {
    let trainer = try trainer(architecture, steps: 100, rate: 1e-2)
    let first = trainer.advance()
    var last = first
    while trainer.step < 100 { last = trainer.advance() }
    #expect(try #require(last[PaperLoss.error]) < #require(first[PaperLoss.error]))
  }

  @Test func theRateIsConstantAndBetaStartsAtNothing() throws {
    let trainer = try trainer(Self.graph, steps: 60)
    let plan = trainer.objective.plan
    #expect(plan.rate(at: 0) == 1e-3 && plan.rate(at: 59) == 1e-3)
    #expect(trainer.advance()[PaperLoss.beta] == 0)
  }

  /// The errors of validation come with the last step of an epoch, and only then.
  @Test func validatesOnceAnEpoch() throws {
    let trainer = try trainer(Self.graph, steps: 60)
    let epoch = (Self.data.training.count + 31) / 32
    for step in 1...2 * epoch {
      let record = trainer.advance()
      #expect((record[PaperLoss.validation] != nil) == (step % epoch == 0))
      #expect((record[PaperLoss.validationFromPDF] != nil) == (step % epoch == 0))
    }
  }

  @Test(arguments: [graph, perceptron])
  func threadsDoNotChangeTheWeights(architecture: PaperArchitecture) throws {
    let results = try [1, 2].map { count in
      try Workers.$limit.withValue(count) {
        let trainer = try trainer(architecture, steps: 20)
        for _ in 0..<12 { _ = trainer.advance() }
        return weights(trainer)
      }
    }
    #expect(results[0] == results[1])
  }

  /// With all of the loss from draws of the prior, encoder, branch and head stay as they began.
  @Test(arguments: [graph, perceptron])
  func fromPDFsAloneThePosteriorLearnsNothing(architecture: PaperArchitecture) throws {
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch) = (60, 32)
    let network = PaperNetwork(architecture, seed: 5)
    let objective = try PaperObjective(
      network, on: Self.data, plan: plan, fromPDF: 1, noise: 0.02)
    objective.spreadMap()
    let before = Self.parts(of: network)
    let trainer = Trainer(objective)
    let model = trainer.run { _ in true }
    for (name, values) in Self.parts(of: network) {
      let learns = name.hasPrefix("prior") || name.hasPrefix("decoder")
      #expect((values != before[name]) == learns, "\(name)")
    }
    let errors = model.history.compactMap { $0[PaperLoss.validationFromPDF] }
    #expect(try #require(errors.last) < 0.5 * #require(errors.first))
    #expect(model.history.allSatisfy { $0[PaperLoss.validation] == nil })
  }

  /// Half and half, both networks that draw places learn.
  @Test func aShareFromPDFsTrainsAllParts() throws {
    var plan = TrainingPlan.paper
    (plan.steps, plan.batch) = (2, 32)
    let network = PaperNetwork(Self.graph, seed: 5)
    let before = Self.parts(of: network)
    _ = Trainer(try PaperObjective(network, on: Self.data, plan: plan, fromPDF: 0.5)).run { _ in
      true
    }
    for (name, values) in Self.parts(of: network) { #expect(values != before[name], "\(name)") }
  }

  static func parts(of network: PaperNetwork) -> [String: [Float]] {
    Dictionary(
      uniqueKeysWithValues: network.parameters.list.map {
        ($0.name, network.parameters.array(of: $0))
      })
  }

  /// Interrupted within an epoch, and β's state goes with it.
  @Test(arguments: [graph, perceptron])
  func aResumedTrainingIsTheSame(architecture: PaperArchitecture) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let whole = try trainer(architecture, steps: 20)
    while whole.step < 20 { _ = whole.advance() }

    var left = 7
    _ = try trainer(architecture, steps: 20).run(checkpoint: file) { _ in
      left -= 1
      return left > 0
    }
    let checkpoint = try Checkpoint(contentsOf: file)
    let network = try #require(checkpoint.model.network as? PaperNetwork)
    let beta: BetaSchedule = try checkpoint.memory.value("beta")
    #expect(beta == .rule)
    let objective = try PaperObjective(
      network, on: Self.data, plan: whole.objective.plan, beta: beta)
    let rest = Trainer(objective, optimiser: checkpoint.optimiser)
    #expect(rest.step == 7)
    while rest.step < 20 { _ = rest.advance() }
    #expect(weights(rest) == weights(whole))
  }
}
