import Clusters
import Generative
import Script

extension Evaluation: ScriptObject {
  public static let typeName = "evaluation"

  public static let fields: [Field<Evaluation>] = [
    Field("count", "number of structures") { $0.entries.count },
    Field("mae", unit: "Å", "mean absolute error of coordinates") { $0.mae },
    Field("rightCount", "share with the right number of atoms") { $0.rightCount },
    Field("rightType", "share of the right type") { $0.rightType },
    Field("byType", "the figures for each type") { $0.byType },
    Field("table", "a row for each structure") { $0.table },
  ]

  public var summary: String {
    let (error, right) = (
      Value.text(of: mae, digits: 4), Value.text(of: 100 * rightCount, digits: 1)
    )
    return "\(entries.count) structures: MAE \(error) Å, right number of atoms \(right) %, "
      + "right type \(Value.text(of: 100 * rightType, digits: 1)) %"
  }

  public var sentence: String { "\(summary)\n\(byType.summary)" }

  private var byType: Table {
    let parts = StructureType.allCases.map { type in
      (type: type, part: Evaluation(entries: entries.filter { $0.truth.type == type }))
    }.filter { !$0.part.entries.isEmpty }
    return Table([
      .init("type", of: parts.map(\.type.rawValue)),
      .init("structures", of: parts.map(\.part.entries.count)),
      .init("mae", unit: "Å", digits: 4, of: parts.map(\.part.mae)),
      .init("rightCount", unit: "%", digits: 1, of: parts.map { 100 * $0.part.rightCount }),
      .init("rightType", unit: "%", digits: 1, of: parts.map { 100 * $0.part.rightType }),
    ])
  }

  private var table: Table {
    Table([
      .init("type", of: entries.map(\.truth.type.rawValue)),
      .init("guessed", of: entries.map(\.guess.type.rawValue)),
      .init("atoms", of: entries.map(\.truth.count)),
      .init("guessedAtoms", of: entries.map(\.guess.count)),
      .init("mae", unit: "Å", digits: 4, of: entries.map(\.mae)),
      .init("structure", of: entries.map(\.truth.label)),
    ])
  }
}
