/// A simulation or a fit that cannot be done as asked.
public struct ScatteringError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and which values are possible.
  public let description: String

  /// The quantity whose value is wrong, where it is one.
  public let quantity: Quantity?

  public init(_ description: String, of quantity: Quantity? = nil) {
    self.description = description
    self.quantity = quantity
  }
}
