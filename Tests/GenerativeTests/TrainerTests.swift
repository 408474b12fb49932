import Scattering
import Numerics
import Clusters
import Foundation
import Generative
import Tensors
import Testing

/// Training on a few small shapes with a small network.
@Suite(.serialized)
struct TrainerTests {
  static let shapes = try! Catalogue.mmnp(atoms: 5...20).shapes

  static let architecture: LandmarkArchitecture = {
    var small = LandmarkArchitecture.mmnp
    small.encoder = [16, 16]
    small.bond = .init(width: 32, blocks: 1)
    small.prior = .init(width: 48, blocks: 1)
    small.decoder = .init(width: 48, blocks: 1)
    return small
  }()

  func trainer(steps: Int) -> Trainer {
    var plan = TrainingPlan()
    plan.steps = steps
    let network = LandmarkNetwork(Self.architecture, Landmarks(plane: Self.shapes), seed: 5)
    return Trainer(LandmarkObjective(network, on: Self.shapes, plan: plan))
  }

  func weights(_ trainer: Trainer) -> [Float] {
    trainer.objective.network.parameters.values.array
  }

  @Test func lossesFall() throws {
    let trainer = trainer(steps: 150)
    let first = trainer.advance()
    var last = first
    while trainer.step < 150 { last = trainer.advance() }
    for loss in [LandmarkLoss.presence, LandmarkLoss.structure, LandmarkLoss.surprise] {
      #expect(try #require(last[loss]) < #require(first[loss]), "\(loss.name)")
    }
  }

  @Test func threadsDoNotChangeTheWeights() {
    let results = [1, 2].map { count in
      Workers.$limit.withValue(count) {
        let trainer = trainer(steps: 20)
        for _ in 0..<5 { _ = trainer.advance() }
        return weights(trainer)
      }
    }
    #expect(results[0] == results[1])
  }

  @Test func aResumedTrainingIsTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "half.safetensors")

    let whole = trainer(steps: 12)
    for _ in 0..<12 { _ = whole.advance() }

    var left = 6
    let half = trainer(steps: 12)
    _ = half.run(checkpoint: file) { _ in
      left -= 1
      return left > 0
    }
    let checkpoint = try Checkpoint(contentsOf: file)
    let network = try #require(checkpoint.model.network as? LandmarkNetwork)
    let objective = LandmarkObjective(network, on: Self.shapes, plan: half.objective.plan)
    let rest = Trainer(objective, optimiser: checkpoint.optimiser)
    #expect(rest.step == 6)
    while rest.step < 12 { _ = rest.advance() }
    #expect(weights(rest) == weights(whole))
  }

  /// From 0 to the highest rate in 200 steps, to half of it in the middle, and to 0 at the end.
  @Test func ratesFollowTheirSchedule() {
    func rates(_ schedule: RateSchedule) -> [Float] {
      var plan = TrainingPlan()
      (plan.steps, plan.rate, plan.schedule) = (2000, 0.01, schedule)
      return [0, 99, 1000, 2000].map(plan.rate)
    }
    for (rate, expected) in zip(rates(.cosine), [5e-5, 4.97e-3, 5e-3, 0] as [Float]) {
      #expect(abs(rate - expected) < 1e-5)
    }
    #expect(rates(.constant) == [0.01, 0.01, 0.01, 0.01])
    #expect(TrainingPlan().schedule == .cosine && TrainingPlan.paper.schedule == .constant)
  }

  @Test func checkpointsKeepTheMap() throws {
    let trainer = trainer(steps: 3)
    let model = trainer.run { _ in true }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: file) }
    try Checkpoint(model).write(to: file)
    let back = try Checkpoint(contentsOf: file)
    #expect(back.model.map == model.map && back.model.map.count == Self.shapes.count)
    #expect(back.optimiser == nil)
    #expect(back.model.network.parameters.values.array == weights(trainer))
  }

  @Test(arguments: [
    ("landmarks", #""points":20"#, #""points":-1"#),
    ("landmarks", #""points":20"#, #""points":1000000000000"#),
    ("landmarks", #""choices":[[0]"#, #""choices":[[500]"#),
    ("landmarks", #""choices":[[0]"#, #""choices":[[]"#),
    ("landmarks", #""places":[["#, #""places":[[],["#),
    ("architecture", #""waves":"#, #""waves":-"#),
    ("architecture", #""blocks":"#, #""blocks":-"#),
    ("architecture", #""encoder":["#, #""encoder":[0,"#),
  ])
  func damagedFilesAreRefused(_ key: String, _ part: String, _ damaged: String) throws {
    let model = trainer(steps: 1).run { _ in true }
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    try Checkpoint(model).write(to: url)
    var file = try Safetensors(Data(contentsOf: url))
    let text = try #require(file.metadata[key])
    let range = try #require(text.range(of: part))
    file.metadata[key] = text.replacingCharacters(in: range, with: damaged)
    try file.data(half: []).write(to: url)
    #expect(throws: Safetensors.Malformed.self) { try Checkpoint(contentsOf: url) }
  }

  @Test func inferenceIsReproducibleAndOfTheRightMetal() throws {
    let model = trainer(steps: 3).run { _ in true }
    let pdf = try Cluster(Self.shapes[0], of: .gold).pdf(.init())
    let platinum = try #require(Element("Pt"))
    let lists = [4, 4, 5].map { (seed: UInt64) in
      var random = RandomGenerator(seed: seed)
      return model.infer(pdf, element: platinum, samples: 20, sigma: 3, from: &random).list
    }
    #expect(lists[0].map(\.place) == lists[1].map(\.place))
    #expect(lists[0].map(\.place) != lists[2].map(\.place))
    #expect(lists[0].count == 20 && lists[0].allSatisfy { $0.structure.element == platinum })
  }
}
