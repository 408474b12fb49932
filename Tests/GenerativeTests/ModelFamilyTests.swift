import Numerics
import Clusters
import Foundation
import Generative
import Numerics
import Tensors
import Testing

/// What holds for every family, whatever its network.
@Suite(.serialized)
struct ModelFamilyTests {
  static let gold = Element("Au")!

  /// Structures that a family can learn.
  static func data(for family: ModelFamily) throws -> Dataset {
    Dataset(
      family.name == "stacking"
        ? try Catalogue.stacking(gold).filtered(atoms: 5...24) : try Catalogue.mmnp(atoms: 5...9),
      seed: 1)
  }

  static func plan(_ family: ModelFamily, steps: Int) -> TrainingPlan {
    var plan = family.plan
    (plan.batch, plan.steps) = (4, steps)
    return plan
  }

  @Test func namesAreDifferent() {
    let names = ModelFamily.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { ModelFamily.named($0)?.name == $0 })
    #expect(ModelFamily.named("no model") == nil)
  }

  /// A network comes back from its file as one of its family, with what was measured.
  @Test(arguments: ModelFamily.all.map(\.name))
  func comesBackFromItsFile(name: String) throws {
    let family = try #require(ModelFamily.named(name))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let objective = try family.objective(
      on: Self.data(for: family), plan: Self.plan(family, steps: 2))
    let model = Trainer(objective).run(checkpoint: file) { _ in true }
    let back = try Checkpoint(contentsOf: file)
    #expect(back.model.name == name && back.model.plan == model.plan)
    #expect(back.model.history == model.history && back.model.map == model.map)
    let record = try #require(model.history.last)
    #expect(record.step == 2 && record[family.losses[0]] != nil)
    #expect(record.summary(of: family.losses).hasPrefix(family.losses[0].name))
    let weights = model.network.parameters.values.array
    #expect(back.model.network.parameters.values.array == weights)
  }

  /// Before its first step a training that is no longer wanted ends as soon.
  @Test(arguments: ModelFamily.all.map(\.name))
  func endsBeforeItsFirstStep(name: String) throws {
    let family = try #require(ModelFamily.named(name))
    #expect(throws: Stopped.self) {
      try family.objective(
        on: Self.data(for: family), plan: Self.plan(family, steps: 2), while: { false })
    }
  }

  /// A training of four steps that is interrupted after two ends with the same weights.
  @Test(arguments: ModelFamily.all.map(\.name))
  func goesOnFromACheckpoint(name: String) throws {
    let family = try #require(ModelFamily.named(name))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    let (data, plan) = (try Self.data(for: family), Self.plan(family, steps: 4))
    let whole = try Trainer(family.objective(on: data, plan: plan)).run { _ in true }
    _ = try Trainer(family.objective(on: data, plan: plan)).run(checkpoint: file) { $0.step < 2 }
    let last = try Checkpoint(contentsOf: file)
    let rest = try family.objective(on: data, plan: plan, resuming: last)
    let model = Trainer(rest, optimiser: last.optimiser).run { _ in true }
    let weights = model.network.parameters.values.array
    #expect(weights == whole.network.parameters.values.array)
  }

  @Test func onlyItsOwnOptionsAreTaken() throws {
    let data = try Self.data(for: .mmnp)
    func problem(_ family: ModelFamily, _ options: [String: Double]) -> TrainingProblem? {
      #expect(throws: TrainingProblem.self) {
        try family.objective(on: data, plan: family.plan, options: options)
      }
    }
    let other = problem(.mmnp, ["beta": 0.1])
    #expect(other?.description == "beta is for paper and mlp, mmnp has none")
    #expect(
      problem(.paper, ["latent": 1])?.description == "latent is a whole number of 2 … 64, not 1")
    #expect(problem(.paper, ["latent": 2.5])?.subject == "latent")
    #expect(problem(.mlp, ["beta": 1.5])?.description == "beta is 0 … 1, not 1.5")
    #expect(problem(.stacking, [:])?.subject == "data")
  }

  @Test func otherFamiliesDoNotGoOn() throws {
    let data = try Self.data(for: .mmnp)
    let plan = Self.plan(.mmnp, steps: 1)
    let model = try Trainer(ModelFamily.mmnp.objective(on: data, plan: plan)).run { _ in true }
    let problem = #expect(throws: TrainingProblem.self) {
      try ModelFamily.mlp.objective(on: data, plan: .paper, resuming: Checkpoint(model))
    }
    #expect(problem?.description == "the checkpoint is of a training of mmnp, not mlp")
  }

  /// Shipped files of the former format name no family; the last lines of their histories are those
  /// of docs/models.md.
  @Test(arguments: [
    ("mmnp", "structure", 0.0001, 5e-5), ("mmnp", "surprise", 0.210, 5e-4),
    ("stacking", "correction", 0.034, 5e-4),
  ])
  func shippedHistoriesAreRead(name: String, loss: String, value: Double, within: Double) throws {
    let file = try #require(Checkpoint.shipped(name))
    let model = try Checkpoint(contentsOf: file).model
    #expect(model.name == name)
    let last = try #require(model.history.last?.values[loss])
    #expect(abs(last - value) <= within)
  }
}
