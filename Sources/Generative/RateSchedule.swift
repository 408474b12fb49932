import Foundation

/// How the learning rate goes on from step to step.
public enum RateSchedule: String, Codable, CaseIterable, Sendable {
  /// The plan's rate at every step.
  case constant
  /// Up to the plan's rate over 200 steps, and down to 0 by half a cosine over the plan
  /// (Loshchilov and Hutter 2017, arXiv:1608.03983).
  case cosine
}

extension TrainingPlan {
  /// The learning rate of a step, counted from 0.
  public func rate(at step: Int) -> Float {
    switch schedule {
    case .constant: return rate
    case .cosine:
      let progress = min(Float(step) / Float(max(steps, 1)), 1)
      return rate * min(1, Float(step + 1) / 200) * (0.5 + 0.5 * cosf(.pi * progress))
    }
  }
}
