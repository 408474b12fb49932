import Clusters
import Foundation
import Generative
import Script
import Tensors

extension Model: ScriptObject {
  public static let typeName = "model"

  public static let fields: [Field<Model>] = [
    Field("name", ModelFamily.all.map(\.name).joined(separator: ", ")) { $0.name },
    Field("parameters", "number of trained values") { $0.network.parameters.count },
    Field("map", "the shapes it has learned, with their places") { $0.mapTable },
    Field("history", "losses over the training") { $0.historyTable },
    Field("steps", "steps trained") { $0.history.last?.step ?? 0 },
    Field("seconds", unit: "s", "time trained") { $0.history.last?.seconds ?? 0 },
  ]

  public var summary: String { "model \(name)" }

  public var passages: [Passage] {
    let size = Value.text(of: Double(network.parameters.count) / 1e6, digits: 1)
    guard let last = history.last else {
      return [.text("model \(name): \(size) million parameters, untrained")]
    }
    let training =
      "model \(name): \(size) million parameters, \(map.count) shapes on its map, "
      + "\(last.step) steps of \(plan.batch) in \(Progress.duration(last.seconds)); "
    return [.text(training + last.summary(of: network.family.losses))]
  }

  private var mapTable: Table {
    Table([
      .init("type", of: map.map(\.typeName)),
      .init("atoms", of: map.map(\.atoms)),
      .init("x", digits: 3, of: map.map { plane.shown($0.place).x }),
      .init("y", digits: 3, of: map.map { plane.shown($0.place).y }),
      .init("structure", of: map.map(\.label)),
    ])
  }

  private var historyTable: Table {
    Table(
      [
        .init("step", of: history.map(\.step)),
        .init("seconds", unit: "s", digits: 0, of: history.map(\.seconds)),
      ]
        + network.family.losses.map { loss in
          .init(loss.name, unit: loss.unit, digits: loss.digits, of: history.map { $0[loss] })
        })
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
  static let shipped = ModelFamily.all.map(\.name).filter { Checkpoint.shipped($0) != nil }

  /// A model by its name or file.
  ///
  /// - Throws: `Complaint` that names the file and what is wrong with it.
  static func load(_ name: String, _ session: Session) throws -> Value {
    let isShipped = shipped.contains(name)
    guard
      let url = isShipped ? Checkpoint.shipped(name) : URL(filePath: name)
    else { throw Complaint("the model '\(name)' does not ship with this program") }
    return Value(try Checkpoint(reading: url, argument: "name").model)
  }
}

extension Checkpoint {
  /// A checkpoint of the file that an argument names.
  ///
  /// - Throws: `Complaint` that names the file and what is wrong with it.
  init(reading url: URL, argument: String) throws {
    do { self = try Checkpoint(contentsOf: url) } catch let error as Safetensors.Malformed {
      throw Complaint(
        "\(url.relativePath) cannot be read: \(error.description)", argument: argument)
    }
  }
}
