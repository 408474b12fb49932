/// How to make a cluster again: its command in the language, without element and bond.
public struct Recipe: Hashable, Sendable {
  /// The command, such as `icosahedron`.
  public let command: String

  /// Its arguments after the element, such as `shells: 4`.
  public let arguments: String

  init(_ command: String, _ arguments: String) {
    self.command = command
    self.arguments = arguments
  }
}
