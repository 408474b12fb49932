import Clusters
import Script

extension Crystal: ScriptObject {
  public static let typeName = "crystal"

  public static let fields: [Field<Crystal>] = [
    Field("element", "its element") { $0.element },
    Field("lattice", "fcc, bcc, hcp or sc") { $0.motif.name },
    Field("a", unit: "Å", "lattice constant") { $0.a },
    Field("c", unit: "Å", "lattice constant along the layers of hcp") { $0.c },
    Field("nearest", unit: "Å", "distance of nearest neighbours") { $0.nearest },
    Field("density", unit: "Å⁻³", "atoms per volume") { $0.density },
    Field("label", "the command that makes it") { $0.label },
  ]

  public var summary: String { label }

  public var passages: [Passage] {
    let constants =
      motif == .hcp
      ? "a = \(Value.text(of: a, digits: 4)), c = \(Value.text(of: c, digits: 4)) Å"
      : "a = \(Value.text(of: a, digits: 4)) Å"
    let words =
      "\(motif.name) crystal of \(element.symbol): \(label); \(constants), neighbours "
      + "\(Value.text(of: nearest, digits: 3)) Å apart"
    return [.text(words)]
  }
}
