import Clusters
import Foundation
import Scattering
import Tensors

/// What a training is told.
public struct TrainingPlan: Codable, Hashable, Sendable {
  /// Samples a step.
  public var batch = 64
  /// Highest learning rate.
  public var rate: Float = 1e-3
  /// Steps in all; the rate falls to zero over them by a cosine.
  public var steps = 1000
  /// Decoupled weight decay.
  public var decay: Float = 1e-5
  public var seed: UInt64 = 37
  public var conditions = TrainingConditions()

  public init() {}

  /// Cosine decay after a warm-up of 200 steps.
  func rate(at step: Int) -> Float {
    let progress = Float(step) / Float(max(steps, 1))
    return rate * min(1, Float(step + 1) / 200) * (0.5 + 0.5 * cosf(.pi * min(progress, 1)))
  }
}

/// The means of the losses over some steps.
public struct TrainingRecord: Codable, Hashable, Sendable {
  public var step = 0
  /// Seconds since the training began.
  public var seconds = 0.0
  /// Mean absolute error of coordinates in units of the bond length, decoded from the prior's
  /// Gaussians around the landmarks.
  public var structureError = 0.0
  /// Cross entropy of which atoms are there, from the same.
  public var presence = 0.0
  /// −log of the weight that the prior gives the shape's landmark.
  public var surprise = 0.0
  /// KL divergence of the posterior from the Gaussian around the landmark.
  public var divergence = 0.0
  /// Error of the bond length in per cent: of the head, and after the prior's correction.
  public var bondError = 0.0
  public var correctionError = 0.0
}

/// Trains a model on freshly simulated PDFs.
///
/// A batch is cut into shards of fixed size, each with a tape, a gradient buffer and random numbers
/// of its own; their gradients are added in order. The same seed therefore gives the same weights
/// for any number of threads, and the state of a training is its step, weights, moments and dreams.
public final class Trainer {
  public let model: GraphCVAE
  public let plan: TrainingPlan
  public private(set) var optimiser: Adam
  private let shapes: [Cluster]
  private var subjects: TrainingSubjects
  private let shards: [Shard]

  private static let shardSize = 32

  /// - Parameters:
  ///   - optimiser: of a training on its way, which goes on.
  ///   - dreams: of the same training.
  public init(
    _ model: GraphCVAE, on shapes: [Cluster], plan: TrainingPlan, optimiser: Adam? = nil,
    dreams: Dreams? = nil
  ) {
    self.model = model
    self.plan = plan
    self.shapes = shapes
    subjects = TrainingSubjects(shapes, model, dreams: dreams)
    self.optimiser = optimiser ?? Adam(count: model.parameters.count, decay: plan.decay)
    shards = stride(from: 0, to: plan.batch, by: Self.shardSize).map { start in
      Shard(size: min(Self.shardSize, plan.batch - start), model: model)
    }
  }

  public var step: Int { optimiser.step }
  var dreams: Dreams? { subjects.dreams }

  /// One step of the optimiser on a fresh batch.
  ///
  /// After every fifth of the plan the decoder dreams anew.
  public func advance() -> TrainingRecord {
    if step > 0, step % max(plan.steps / 5, 1) == 0, !model.landmarks.unseen.isEmpty {
      subjects = TrainingSubjects(shapes, model, dreams: Dreams(of: model))
    }
    let random = RandomGenerator(seed: plan.seed).branch(step)
    let records = Threads.map(shards.count) { [shards, subjects, plan] index in
      var own = random.branch(index)
      return shards[index].run(subjects, plan: plan, from: &own)
    }
    optimiser.update(
      model.parameters.values, gradients: shards.map(\.gradients), rate: plan.rate(at: step),
      longest: 1)
    var record = TrainingRecord(sumOf: records)
    record.step = step
    return record
  }
}
