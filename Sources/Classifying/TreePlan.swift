import Scattering

/// What the training of a tree classifier is told.
public struct TreePlan: Codable, Hashable, Sendable {
  /// Rounds of boosting, each with a tree for every shape.
  public var rounds = 240
  /// Factor on what a tree adds.
  public var rate = 0.15
  /// Splits between the root of a tree and a leaf, at most.
  public var depth = 3
  /// Share of the features, drawn for each tree, that it may ask for.
  public var share = 0.3
  /// Simulated PDFs of each shape.
  public var pdfs = 400
  public var seed: UInt64 = 37
  /// What these are simulated under.
  public var conditions = RandomConditions.classifier

  public init() {}
}
