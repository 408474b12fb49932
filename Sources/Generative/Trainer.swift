import Scattering
import Tensors

/// What a training is told.
public struct TrainingPlan: Codable, Hashable, Sendable {
  /// Samples a step.
  public var batch = 64
  /// Highest learning rate.
  public var rate: Float = 1e-3
  /// How the rate goes on, where it is not as usual.
  public var schedule: RateSchedule?
  /// Steps in all.
  public var steps = 1000
  /// Decoupled weight decay.
  public var decay: Float = 1e-5
  public var seed: UInt64 = 37
  /// What PDFs are simulated under.
  public var conditions = RandomConditions.training

  public init() {}
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
  /// Those of the paper's objective, in place of the above.
  public var paper: PaperLosses?
}

/// Makes an objective small, step by step.
///
/// The state of a training is its step, weights and moments, and what the objective remembers: the
/// same seed gives the same weights for any number of threads and of interruptions.
public final class Trainer {
  public let objective: any Objective
  public private(set) var optimiser: Adam

  /// - Parameter optimiser: of a training on its way, which goes on.
  public init(_ objective: any Objective, optimiser: Adam? = nil) {
    self.objective = objective
    let count = objective.network.parameters.count
    self.optimiser = optimiser ?? Adam(count: count, decay: objective.plan.decay)
  }

  public var step: Int { optimiser.step }

  /// One step of the optimiser on the next batch.
  public func advance() -> TrainingRecord {
    let rate = objective.rate(at: step)
    var record = objective.run(step: step)
    optimiser.update(
      objective.network.parameters.values, gradients: objective.gradients, rate: rate,
      longest: objective.longestGradient)
    record.step = step
    objective.finish(step: step, &record)
    return record
  }
}
