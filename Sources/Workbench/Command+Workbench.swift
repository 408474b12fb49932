import Script

extension Command {
  /// All commands of the domain.
  public static let workbench: [Command] = plotting
}
