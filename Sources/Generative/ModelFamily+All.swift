extension ModelFamily {
  /// All families, in the order in which help tells of them.
  public static let all = [
    mmnp,
    particles,
    stacking,
    paper,
    mlp,
  ]
}
