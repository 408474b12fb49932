import Numerics
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
  /// The weight of the divergence, where it changes as a training goes on.
  var beta: BetaSchedule? { get }

  /// The learning rate of a step, counted from 0.
  func rate(at step: Int) -> Float

  /// Draws the batch of a step, runs forward and backward, and leaves the gradients.
  func run(step: Int) -> TrainingRecord

  /// Is told that so many steps have been taken; may measure more.
  func finish(step: Int, _ record: inout TrainingRecord)

  /// The shapes that are learned, with their places on the map as it is now.
  func map() -> [MapPoint]
}
