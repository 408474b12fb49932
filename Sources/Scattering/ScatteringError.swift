/// A simulation or a fit that cannot be done as asked.
public struct ScatteringError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and which values are possible.
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
