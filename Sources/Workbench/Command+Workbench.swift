import Script

extension Command {
  /// From nothing to an answer.
  public static let beginning = [
    "pdf = simulate icosahedron(\"Au\", shells: 3)      # or pdf = load \"yours.gr\"",
    "answer = solve pdf",
    "plot answer",
  ]

  /// All commands of the domain.
  public static let workbench: [Command] =
    generators + samples + catalogues + loading + simulating + transforming + refining + reshaping
    + solving + saving
    + training + inferring + classifying + plotting + comparing
}
