import Clusters
import Foundation
import Numerics
import Tensors

/// A classifier is a safetensors file: its trees are tensors; plan, history and the names of the
/// shapes, which make these again, are JSON in the metadata.
extension TreeClassifier {
  private static let format = "deepstruc trees 1"

  /// Whether a file says that it holds trees, whatever else may be wrong with it.
  public static func isHeld(by url: URL) -> Bool {
    (try? Safetensors.metadata(of: Data(readingFile: url.path, most: Safetensors.most)))?["format"]
      == format
  }

  /// Reads a file.
  ///
  /// - Throws: `Safetensors.Malformed` with what is wrong with it, or the system's error.
  public init(contentsOf url: URL) throws {
    let file = try Safetensors(Data(readingFile: url.path, most: Safetensors.most))
    guard file.metadata["format"] == Self.format else {
      throw Safetensors.Malformed(description: "it holds no trees of this program")
    }
    let header = JSONHeader(file.metadata)
    let classes: ShapeNames = try header.value("shapes")
    let plan: TreePlan = try header.value("plan")
    self.init(
      try BoostedTrees(file.tensors, classes: classes.labels.count, depth: plan.depth),
      shapes: try classes.shapes(), of: classes.catalogue, plan: plan,
      history: try header.value("history"))
  }

  /// Writes a file beside its place and renames it, so that there is never half a file.
  public func write(to url: URL) throws {
    var header = JSONHeader()
    try header.set("plan", to: plan)
    try header.set("history", to: history)
    try header.set("shapes", to: ShapeNames(shapes, of: catalogue))
    var file = Safetensors()
    file.tensors = trees.tensors
    file.metadata = header.texts.merging(["format": Self.format]) { $1 }
    try file.data(half: BoostedTrees.halfTensors).write(wholeFile: url.path)
  }
}

/// The names of shapes, which make them again.
private struct ShapeNames: Codable {
  let catalogue: String
  let labels: [String]

  init(_ shapes: [Shape], of catalogue: String) {
    self.catalogue = catalogue
    labels = shapes.map { $0.label(of: .gold) }
  }

  /// - Throws: `Safetensors.Malformed` where a name makes none.
  func shapes() throws -> [Shape] {
    guard !labels.isEmpty else { throw Safetensors.Malformed(description: "it has no shapes") }
    return try labels.map { label in
      guard let shape = try? Recipe(label: label)?.shape() else {
        throw Safetensors.Malformed(description: "its shape '\(label)' cannot be made")
      }
      return shape
    }
  }
}
