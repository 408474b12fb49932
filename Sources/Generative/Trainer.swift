import Tensors

/// Minimises an objective step by step.
///
/// The state of a training is its step, weights and moments, and the objective's memory: the same
/// seed gives the same weights for any number of threads and of interruptions.
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
    let plan = objective.plan
    let rate = plan.rate(at: step)
    var record = objective.accumulateGradients(step: step)
    optimiser.update(
      objective.network.parameters.values, gradients: objective.gradients, rate: rate,
      longest: plan.clipsGradients ? 1 : .infinity)
    record.step = step
    objective.didTake(step: step, &record)
    return record
  }
}
