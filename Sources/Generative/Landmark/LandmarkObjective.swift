import Numerics
import Clusters
import Tensors

/// The objective of models that keep shape and size apart: PDFs of shapes, simulated afresh for
/// every batch.
///
/// Each part of a batch (`TrainingPlan.partSize`) has a tape, a gradient buffer and random numbers of
/// its own.
public final class LandmarkObjective: Objective {
  public let plan: TrainingPlan
  private let model: LandmarkNetwork
  private let shapes: [Shape]
  private let subjects: TrainingSubjects
  private let parts: [BatchPart]

  /// - Parameter shouldContinue: is asked often while tables are made, and ends that by false; the
  ///   objective is then worth nothing.
  public init(
    _ network: LandmarkNetwork, on shapes: [Shape], plan: TrainingPlan,
    while shouldContinue: @Sendable () -> Bool = { true }
  ) {
    model = network
    self.shapes = shapes
    self.plan = plan
    subjects = TrainingSubjects(shapes, network, while: shouldContinue)
    let size = plan.partSize
    parts = stride(from: 0, to: plan.batch, by: size).map { start in
      BatchPart(size: min(size, plan.batch - start), model: network)
    }
  }

  public var network: any Network { model }
  public private(set) var gradients: Addends = []

  public func accumulateGradients(step: Int) -> TrainingRecord {
    let random = RandomGenerator(seed: plan.seed).branch(step)
    let (records, toAdd) = Processes.map(adding: parts.map(\.gradients)) {
      [parts, subjects, plan] index in
      var own = random.branch(index)
      return parts[index].run(subjects, plan: plan, from: &own)
    }
    gradients = toAdd
    return TrainingRecord(sumOf: records)
  }

  public func map() -> [MapPoint] { model.map(of: shapes) }
}

extension LandmarkNetwork {
  /// The landmarks of the shapes that the network was laid out for.
  func map(of shapes: [Shape]) -> [MapPoint] {
    shapes.enumerated().map { index, shape in
      MapPoint(shape, place: landmarks.place(of: index))
    }
  }
}

extension Model {
  /// A network with the map of the shapes that it was laid out for.
  public init(
    _ network: LandmarkNetwork, shapes: [Shape], plan: TrainingPlan, history: [TrainingRecord]
  ) {
    self.init(network, map: network.map(of: shapes), plan: plan, history: history)
  }
}
