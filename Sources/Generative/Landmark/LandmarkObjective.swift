import Numerics
import Clusters
import Tensors

/// The objective of models that keep shape and size apart: PDFs of shapes, simulated afresh for
/// every batch.
///
/// A batch is cut into two shards or shards of 64, whatever the number of threads, each with a
/// tape, a gradient buffer and random numbers of its own.
public final class LandmarkObjective: Objective {
  public let plan: TrainingPlan
  private let cvae: LandmarkNetwork
  private let shapes: [Cluster]
  private let subjects: TrainingSubjects
  private let shards: [BatchPart]

  public init(_ network: LandmarkNetwork, on shapes: [Cluster], plan: TrainingPlan) {
    cvae = network
    self.shapes = shapes
    self.plan = plan
    subjects = TrainingSubjects(shapes, network)
    let size = min(64, (plan.batch + 1) / 2)
    shards = stride(from: 0, to: plan.batch, by: size).map { start in
      BatchPart(size: min(size, plan.batch - start), model: network)
    }
  }

  public var network: any Network { cvae }
  public var gradients: [Buffer] { shards.map(\.gradients) }
  public var longestGradient: Float { 1 }
  public var beta: BetaSchedule? { nil }

  public func rate(at step: Int) -> Float { plan.rate(at: step, usual: .cosine) }

  public func run(step: Int) -> TrainingRecord {
    let random = RandomGenerator(seed: plan.seed).branch(step)
    let records = Workers.map(shards.count) { [shards, subjects, plan] index in
      var own = random.branch(index)
      return shards[index].run(subjects, plan: plan, from: &own)
    }
    return TrainingRecord(sumOf: records)
  }

  public func finish(step: Int, _ record: inout TrainingRecord) {}

  public func map() -> [MapPoint] { cvae.map(of: shapes) }
}

extension LandmarkNetwork {
  /// The landmarks of the shapes that the network was laid out for.
  func map(of shapes: [Cluster]) -> [MapPoint] {
    shapes.enumerated().map { index, shape in
      MapPoint(shape, place: landmarks.place(of: index))
    }
  }
}
