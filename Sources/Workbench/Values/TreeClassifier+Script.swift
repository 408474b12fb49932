import Classifying
import Clusters
import Foundation
import Generative
import Script
import Tensors

extension TreeClassifier: ScriptObject {
  public static let typeName = "tree classifier"

  public static let fields: [Field<TreeClassifier>] = [
    Field("shapes", "the shapes it tells apart, in gold") {
      try $0.shapes.map { try Cluster($0, of: .gold) }
    },
    Field("rounds", "rounds of boosting") { $0.trees.rounds },
    Field("history", "loss over the training") { $0.historyTable },
    Field("seconds", unit: "s", "time trained") { $0.history.last?.seconds ?? 0 },
  ]

  public var summary: String {
    "trees for \(shapes.count) \(shapes.count == 1 ? "shape" : "shapes")"
  }

  public var passages: [Passage] {
    let words =
      "\(summary) of the catalogue \(catalogue): \(trees.rounds) rounds of depth \(trees.depth), trained in "
      + "\(Progress.duration(history.last?.seconds ?? 0)) on \(plan.pdfs) PDFs of each shape"
    return [.text(words)]
  }

  private var historyTable: Table {
    Table([
      .init("round", of: history.map(\.round)),
      .init("seconds", unit: "s", digits: 0, of: history.map(\.seconds)),
      .init("loss", digits: 4, of: history.map(\.loss)),
    ])
  }
}

extension TreeClassifier: Savable {
  package func save(to path: String) throws {
    guard path.hasSuffix(".safetensors") else {
      throw Complaint("a tree classifier is written as .safetensors", argument: "to")
    }
    try write(to: URL(filePath: path))
  }
}

extension TreeClassifier {
  /// The name of the one that ships with the program.
  static let shipped = "tree"

  /// A classifier by its name or file; nil where the file holds something else.
  ///
  /// - Throws: `Complaint` that names the file and what is wrong with it.
  static func load(_ name: String) throws -> TreeClassifier? {
    let isShipped = name == shipped
    guard let url = isShipped ? Checkpoint.shipped(name) : URL(filePath: name), isHeld(by: url)
    else {
      guard isShipped else { return nil }
      throw Complaint("the trees do not ship with this program", argument: "name")
    }
    do { return try TreeClassifier(contentsOf: url) } catch let error as Safetensors.Malformed {
      throw Complaint("\(name) cannot be read: \(error.description)", argument: "name")
    }
  }
}
