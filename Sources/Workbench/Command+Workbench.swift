import Script

extension Command {
  /// All commands of the domain.
  public static let workbench: [Command] =
    generators + catalogues + loading + simulating + transforming + refining + reshaping + solving
    + saving
    + training + inferring + classifying + plotting + comparing
}
