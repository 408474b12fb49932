/// The weight β of the divergence: constant, or the paper's rule by which it starts at 0 and rises
/// by 0.001 after every epoch whose validation error is 1e-4 or less, to 1 at most.
public struct BetaSchedule: Codable, Hashable, Sendable {
  /// β now.
  public private(set) var value: Float
  private let rises: Bool

  /// The paper's rule.
  public static let rule = BetaSchedule(value: 0, rises: true)

  public static func constant(_ value: Float) -> BetaSchedule {
    BetaSchedule(value: value, rises: false)
  }

  /// After an epoch.
  public mutating func advance(validationError: Double) {
    if rises, validationError <= 1e-4 { value = min(value + 0.001, 1) }
  }
}
