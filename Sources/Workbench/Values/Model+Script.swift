import Clusters
import Foundation
import Generative
import Script
import Tensors

extension Model: ScriptObject {
  public static let typeName = "model"

  public static let fields: [Field<Model>] = [
    Field("name", "mmnp, stacking, paper or mlp") { $0.name },
    Field("parameters", "number of trained values") { $0.network.parameters.count },
    Field("map", "the shapes it has learned, with their places") { $0.mapTable },
    Field("history", "losses over the training") { $0.historyTable },
    Field("steps", "steps trained") { $0.history.last?.step ?? 0 },
    Field("seconds", unit: "s", "time trained") { $0.history.last?.seconds ?? 0 },
  ]

  public var summary: String { "model \(name)" }

  public var sentence: String {
    let size = Value.text(of: Double(network.parameters.count) / 1e6, digits: 1)
    guard let last = history.last else {
      return "model \(name): \(size) million parameters, untrained"
    }
    let minutes = Value.text(of: last.seconds / 60, digits: 0)
    let training =
      "model \(name): \(size) million parameters, \(map.count) shapes on its map, "
      + "\(last.step) steps of \(plan.batch) in \(minutes) minutes; "
    if let losses = last.paper {
      let validated =
        losses.validation.map { ", in validation \(Value.text(of: $0, digits: 5))" } ?? ""
      return training + "weighted squared error of scaled positions "
        + Value.text(of: losses.error, digits: 5) + validated
    }
    let error = Value.text(of: last.structureError, digits: 4)
    return training + "mean error of decoded positions \(error) bond lengths"
  }

  private var mapTable: Table {
    Table([
      .init("type", of: map.map(\.typeName)),
      .init("atoms", of: map.map(\.atoms)),
      .init("x", digits: 3, of: map.map { $0.place[0] }),
      .init("y", digits: 3, of: map.map { $0.place[1] }),
      .init("structure", of: map.map(\.label)),
    ])
  }

  private var historyTable: Table {
    let losses = history.compactMap(\.paper)
    if !losses.isEmpty { return table(losses) }
    return Table([
      .init("step", of: history.map(\.step)),
      .init("seconds", unit: "s", digits: 0, of: history.map(\.seconds)),
      .init("structure", unit: "d", digits: 4, of: history.map(\.structureError)),
      .init("presence", digits: 4, of: history.map(\.presence)),
      .init("surprise", digits: 4, of: history.map(\.surprise)),
      .init("divergence", digits: 3, of: history.map(\.divergence)),
      .init("bond", unit: "%", digits: 3, of: history.map(\.bondError)),
      .init("correction", unit: "%", digits: 3, of: history.map(\.correctionError)),
    ])
  }

  private func table(_ losses: [PaperLosses]) -> Table {
    Table([
      .init("step", of: history.map(\.step)),
      .init("seconds", unit: "s", digits: 0, of: history.map(\.seconds)),
      .init("error", digits: 6, of: losses.map(\.error)),
      .init("validation", digits: 6, of: losses.map(\.validation)),
      .init("fromPDF", digits: 6, of: losses.map(\.validationFromPDF)),
      .init("divergence", digits: 3, of: losses.map(\.divergence)),
      .init("beta", digits: 4, of: losses.map(\.beta)),
    ])
  }
}

extension Model: Savable {
  package func save(to path: String) throws {
    guard path.hasSuffix(".safetensors") else {
      throw Complaint("a model is written as .safetensors", argument: "to")
    }
    try Checkpoint(self).write(to: URL(filePath: path), half: true)
  }
}

extension Model {
  /// Names of the models that ship with the program.
  static let shipped = ["mmnp", "stacking", "mlp"]

  /// A model by its name or file.
  ///
  /// - Throws: `Complaint` that names the file and what is wrong with it.
  static func load(_ name: String, _ session: Session) throws -> Value {
    let isShipped = shipped.contains(name)
    guard
      let url = isShipped ? Checkpoint.shipped(name) : URL(filePath: name)
    else { throw Complaint("the model '\(name)' does not ship with this program") }
    do { return Value(try Checkpoint(contentsOf: url).model) } catch let error
      as Safetensors.Malformed
    {
      throw Complaint("\(name) cannot be read: \(error.description)", argument: "name")
    }
  }
}
