import Clusters
import Scattering

/// Boosted trees that tell the shape of a particle from its PDF: the paper's classifier, but with
/// a class for each shape instead of each structure, since a fit finds the bond length.
public struct TreeClassifier: Sendable {
  public let trees: BoostedTrees
  /// The classes, shapes of a catalogue.
  public let shapes: [Shape]
  /// Name of the catalogue.
  public let catalogue: String
  public let plan: TreePlan
  public let history: [TreeRecord]

  package init(
    _ trees: BoostedTrees, shapes: [Shape], of catalogue: String, plan: TreePlan,
    history: [TreeRecord]
  ) {
    self.trees = trees
    self.shapes = shapes
    self.catalogue = catalogue
    self.plan = plan
    self.history = history
  }

  /// The shapes that a PDF most probably belongs to, the most probable first.
  ///
  /// - Parameters:
  ///   - pdf: a measured or simulated PDF.
  ///   - element: the metal of the structures; their bond length is the element's.
  ///   - top: how many at most.
  /// - Throws: `ClusterError` where no bond length of the element is known.
  public func classify(
    _ pdf: PDF, element: Element, top: Int
  ) throws(ClusterError) -> ShapeRanking {
    let chances = trees.probabilities(of: TreeFeatures.values(of: pdf))
    let order = chances.indices.sorted { (chances[$1], $0) < (chances[$0], $1) }
    var shapes: [RankedShape] = []
    for index in order.prefix(top) {
      shapes.append(
        RankedShape(
          structure: try Cluster(self.shapes[index], of: element), probability: chances[index]))
    }
    return ShapeRanking(pdf: pdf, shapes: shapes)
  }
}

/// A shape that a PDF may belong to.
public struct RankedShape: Sendable {
  public let structure: Cluster
  public let probability: Double
}

/// Shapes that a PDF may belong to, the most probable first.
public struct ShapeRanking: Sendable {
  public let pdf: PDF
  public let shapes: [RankedShape]

  package init(pdf: PDF, shapes: [RankedShape]) {
    self.pdf = pdf
    self.shapes = shapes
  }
}
