import Clusters
import Script

extension Catalogue: ScriptSequence {
  public static let typeName = "catalogue"

  public static let fields: [Field<Catalogue>] = [
    Field("name", "which kind of catalogue it is") { $0.name },
    Field("count", "number of structures") { $0.count },
    Field("shapes", "one cluster for each distinct shape") { $0.representatives },
    Field("table", "types, shapes and sizes as a table") { $0.table },
  ]

  public static func from(_ value: Value) throws -> Catalogue {
    switch value {
    case .object(let catalogue as Catalogue): return catalogue
    case .text(let name):
      throw Mismatch("a catalogue", suggestion: "such as catalogue(\(Value.text(name).json))")
    default: throw Mismatch("a catalogue")
    }
  }

  public var length: Int { count }
  public func element(_ index: Int) -> Value { .object(self[index]) }

  public var summary: String { "catalogue \(name), \(count) structures" }

  public var passages: [Passage] {
    guard let smallest = shapes.map(\.count).min(), let largest = shapes.map(\.count).max() else {
      return [.text("catalogue \(name) without structures")]
    }
    let sizes = smallest == largest ? "\(smallest)" : "\(smallest) to \(largest)"
    let words = "catalogue \(name): \(count) structures of \(shapes.count) shapes, \(sizes) atoms"
    return [.text(words), .table(table)]
  }

  /// A row for each type.
  private var table: Table {
    let types = StructureType.allCases.filter { type in shapes.contains { $0.type == type } }
    var structures: [StructureType: Int] = [:]
    for index in shapeIndex { structures[shapes[index].type, default: 0] += 1 }
    let counts = types.map { type in shapes.filter { $0.type == type }.map(\.count) }
    return Table([
      .init("type", of: types.map(\.rawValue)),
      .init("shapes", of: counts.map(\.count)),
      .init("structures", of: types.map { structures[$0] ?? 0 }),
      .init("smallest", of: counts.map { $0.min() ?? 0 }),
      .init("largest", of: counts.map { $0.max() ?? 0 }),
    ])
  }
}
