import Numerics
import Tensors

/// A loss that training minimises: it draws batches and computes their gradients.
///
/// The same step and parameters give the same gradients, for any number of threads.
public protocol Objective: AnyObject {
  /// What is trained.
  var network: any Network { get }
  var plan: TrainingPlan { get }
  /// The gradients of a batch's parts, which the optimiser adds in their order.
  var gradients: Addends { get }
  /// What a checkpoint keeps besides the network, by name.
  var memory: [String: any Encodable & Sendable] { get }

  /// Draws the batch of a step, counted from 0, and leaves the gradients of its losses.
  func accumulateGradients(step: Int) -> TrainingRecord

  /// Called when so many steps have been taken; may measure more.
  func didTake(step: Int, _ record: inout TrainingRecord)

  /// The shapes that are learned, with their places on the map as it is now; where the work is to end,
  /// as far as they are known.
  func map() -> [MapPoint]
}

extension Objective {
  public var memory: [String: any Encodable & Sendable] { [:] }
  public func didTake(step: Int, _ record: inout TrainingRecord) {}
}
