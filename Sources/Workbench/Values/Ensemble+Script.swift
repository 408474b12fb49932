import Clusters
import Script

extension Ensemble: ScriptSequence {
  public static let typeName = "ensemble"

  public static let fields: [Field<Ensemble>] = [
    Field("element", "its element") { $0.element },
    Field("of", "which shapes it has") { $0.kind.rawValue },
    Field("count", "number of sizes") { $0.members.count },
    Field("diameters", unit: "Å", "of spheres of the bulk metal with as many atoms") {
      $0.diameters
    },
    Field("label", "the command that makes it") { $0.label },
  ]

  public var length: Int { members.count }
  public func element(_ index: Int) -> Value { .object(members[index]) }

  public var summary: String { label }

  public var passages: [Passage] {
    let atoms = members.map { "\($0.count)" }
    let shown = atoms.count > 8 ? atoms.prefix(5) + ["…"] + atoms.suffix(2) : atoms[...]
    return [.text("\(label): \(members.count) sizes of \(shown.joined(separator: ", ")) atoms")]
  }
}
