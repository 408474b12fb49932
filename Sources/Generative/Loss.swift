import Numerics

/// A number that a training reports of its steps: most are losses, some are weights.
public struct Loss: Hashable, Sendable {
  public let name: String
  public let unit: String?
  /// Digits after the point that are worth reading.
  public let digits: Int
  /// What it is, without a full stop.
  public let help: String
  /// Whether it stands in the progress line and in what a model says of itself.
  public let isShown: Bool
  /// Whether the last of several steps counts, not their mean.
  public let isLast: Bool

  public init(
    _ name: String, unit: String? = nil, digits: Int, _ help: String, isShown: Bool = false,
    isLast: Bool = false
  ) {
    (self.name, self.unit, self.digits, self.help) = (name, unit, digits, help)
    (self.isShown, self.isLast) = (isShown, isLast)
  }

  /// `structure 0.0123 d`
  public func text(_ value: Double) -> String {
    "\(name) \(value.decimals(Int32(digits)))" + (unit.map { " \($0)" } ?? "")
  }
}
