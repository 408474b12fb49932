import Tensors

/// What a training makes small: it draws batches and leaves the gradients of their losses.
///
/// The same step and parameters give the same gradients, for any number of threads.
public protocol Objective: AnyObject {
  /// What is trained.
  var network: any Network { get }
  var plan: TrainingPlan { get }
  /// The gradients of a batch's parts, which the optimiser adds in their order.
  var gradients: [Buffer] { get }
  /// Length that longer gradients are shortened to.
  var longestGradient: Float { get }
  /// What a training has to remember beside its step, weights and moments.
  var memory: TrainingMemory { get }

  /// The learning rate of a step, counted from 0.
  func rate(at step: Int) -> Float

  /// Draws the batch of a step, runs forward and backward, and leaves the gradients.
  func run(step: Int) -> TrainingRecord

  /// Is told that so many steps have been taken; may measure more.
  func finish(step: Int, _ record: inout TrainingRecord)

  /// The shapes that are learned, with their places on the map as it is now.
  func map() -> [MapPoint]
}

/// What objectives remember from step to step.
public struct TrainingMemory: Sendable {
  /// The paper's weight of the divergence.
  public var beta: BetaSchedule?
  /// What a decoder last made of places that no shape has.
  public var dreams: Dreams?

  public init(beta: BetaSchedule? = nil, dreams: Dreams? = nil) {
    (self.beta, self.dreams) = (beta, dreams)
  }
}
