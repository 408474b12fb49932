import Scattering
import Script

extension StructureFactor: ScriptObject {
  public static let typeName = "structure factor"

  public static let fields: [Field<StructureFactor>] = [
    Field("name", "the file it is of") { $0.name },
    Field("kind", "S(Q), S(Q) − 1 or F(Q)") { $0.kind.rawValue },
    Field("q", unit: "Å⁻¹", "where it is known") { $0.q },
    Field("s", "S(Q)") { $0.s },
    Field("f", unit: "Å⁻¹", "F(Q) = Q (S(Q) − 1)") { $0.f },
    Field("errors", "standard errors of the file's values") { $0.errors },
    Field("count", "number of points") { $0.q.count },
    Field("temperature", unit: "K", "temperature of the sample") { $0.temperature },
    Field("composition", "all elements, as the file gives them") { $0.composition },
    Field("header", "the keys and values of the file's header, as a table") { $0.header.table },
    Field("notes", "what was mended and left out when the file was read") { $0.notes },
    Field("table", "Q, S(Q) and F(Q) as a table") {
      Table([
        .init("q", unit: "Å⁻¹", of: $0.q), .init("s", of: $0.s), .init("f", unit: "Å⁻¹", of: $0.f),
      ])
    },
  ]

  public var summary: String { "\(kind.rawValue) of \(name)" }

  public var passages: [Passage] {
    let first = Value.text(of: q.first ?? 0, digits: 3)
    let last = Value.text(of: q.last ?? 0, digits: 3)
    let words =
      "\(summary): \(q.count) points from \(first) to \(last) Å⁻¹; transform makes its PDF"
    return [.text(words)] + notes.map { .text("· \($0)") }
  }
}
