import Clusters
import Numerics
import Scattering
import Tensors

extension ModelFamily {
  /// A toy that shows what a family is made of: everything is linear, all structures have as many
  /// atoms as the largest.
  static let linear = ModelFamily(
    "linear", "a toy of two matrices", help: "It learns the mean structure at best.",
    losses: [LinearObjective.loss], network: { LinearNetwork(atoms: try $0.value("atoms")) },
    objective: { try LinearObjective($0) })
}

/// Mean squared error of coordinates.
final class LinearObjective: Objective {
  static let loss = Loss("error", unit: "Å²", digits: 3, "mean squared error", isShown: true)

  let plan: TrainingPlan
  private let linear: LinearNetwork
  private let clusters: [Cluster]
  private let pdfs: [PDF]
  private let tape: Tape
  private let sum: Buffer

  init(_ task: TrainingTask<LinearNetwork>) throws {
    plan = task.plan
    clusters = task.data.training.map { task.data.catalogue[$0] }
    pdfs = try DebyeTransform(ScatteringConditions(), for: clusters).pdfs(clusters)
    let atoms = clusters.map(\.count).max() ?? 1
    linear = task.resumed?.network ?? LinearNetwork(atoms: atoms, seed: task.plan.seed)
    sum = Buffer(count: linear.parameters.count)
    tape = Tape(linear.parameters, gradients: sum)
  }

  var network: any Network { linear }
  var gradients: [Buffer] { [sum] }

  func accumulateGradients(step: Int) -> TrainingRecord {
    var random = RandomGenerator(seed: plan.seed).branch(step)
    let batch = (0..<plan.batch).map { _ in Int.random(in: clusters.indices, using: &random) }
    tape.reset()
    let output = linear.decoder(linear.places(of: batch.map { pdfs[$0] }, on: tape), on: tape)
    let targets = batch.flatMap { index in
      let known = clusters[index].positions.flatMap { [Float($0.x), Float($0.y), Float($0.z)] }
      return known + [Float](repeating: 0, count: 3 * linear.atoms - known.count)
    }
    let ones = [Float](repeating: 1, count: targets.count)
    let error = tape.squaredError(
      output, tape.constant(targets, batch.count, output.columns),
      weights: tape.constant(ones, batch.count, output.columns))
    let mean = tape.total([(1 / Float(targets.count), error)])
    tape.backward(from: mean)
    return TrainingRecord([Self.loss: Double(mean.array[0])])
  }

  func map() -> [MapPoint] {
    zip(clusters, linear.priors(of: pdfs)).map { MapPoint($0, place: $1.place) }
  }
}
