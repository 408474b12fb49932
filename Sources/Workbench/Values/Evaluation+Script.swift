import Scattering
import Fitting
import Numerics
import Clusters
import Generative
import Script

extension Evaluation: ScriptObject {
  public static let typeName = "evaluation"

  public static let fields: [Field<Evaluation>] = [
    Field("count", "number of structures") { $0.entries.count },
    Field("mae", unit: "Å", "mean absolute error of coordinates before the fit") {
      Spread($0.entries.map(\.mae)).mean
    },
    Field("maeFitted", unit: "Å", "the same after the fit of scale, expansion and biso") {
      Spread($0.entries.map(\.maeFitted)).mean
    },
    Field("maeFree", unit: "Å", "the same after the fit, free of order and rotation") {
      Spread($0.entries.map(\.maeFree)).mean
    },
    Field("errors", "mean, standard deviation and median of the three") { $0.errors },
    Field("rw", "mean Rw of the fits") { Spread($0.entries.map(\.fit.rw)).mean },
    Field("rightCount", "share with the right number of atoms") { $0.share(\.isRightCount) },
    Field("rightType", "share of the right type") { $0.share(\.isRightType) },
    Field("rightSequence", "share with the right stacking sequence, of those that have one") {
      $0.rightSequence
    },
    Field("byType", "the figures for each type") { $0.byType },
    Field("bySize", "the figures by the number of atoms") { $0.bySize },
    Field("table", "a row for each structure") { $0.table },
  ]

  public var summary: String { "evaluation on \(entries.count) structures" }

  public var passages: [Passage] {
    func perCent(_ value: Double?) -> String? {
      value.map { "\(Value.text(of: 100 * $0, digits: 1)) %" }
    }
    let right = [
      ("number of atoms", perCent(share(\.isRightCount))), ("type", perCent(share(\.isRightType))),
      ("sequence", perCent(rightSequence)),
    ].compactMap { name, share in share.map { "right \(name) \($0)" } }
    return [
      .text("\(entries.count) structures: \(right.joined(separator: ", "))"),
      .table(errors), .text(""), .table(byType),
    ]
  }

  private var rightSequence: Double? {
    let known = entries.compactMap(\.isRightSequence)
    return known.isEmpty ? nil : Double(known.count { $0 }) / Double(known.count)
  }

  private var errors: Table {
    let rows = [
      ("before the fit", Spread(entries.map(\.mae))),
      ("after the fit", Spread(entries.map(\.maeFitted))),
      ("after, free of order", Spread(entries.map(\.maeFree))),
    ]
    return Table([
      .init("error of positions", of: rows.map(\.0)),
      .init("mean", unit: "Å", digits: 4, of: rows.map(\.1.mean)),
      .init("deviation", unit: "Å", digits: 4, of: rows.map(\.1.deviation)),
      .init("median", unit: "Å", digits: 4, of: rows.map(\.1.median)),
    ])
  }

  private var byType: Table {
    parts(
      named: "type", StructureType.allCases.map { type in (type.rawValue, { $0.type == type }) })
  }

  private var bySize: Table {
    let ranges = [5...20, 21...50, 51...100, 101...150, 151...200, 201...1000]
    return parts(
      named: "atoms",
      ranges.map { range in
        ("\(range.lowerBound) to \(range.upperBound)", { range.contains($0.count) })
      })
  }

  private func parts(named name: String, _ groups: [(String, (Cluster) -> Bool)]) -> Table {
    let parts = groups.map { name, belongs in
      (name: name, part: Evaluation(entries: entries.filter { belongs($0.truth) }))
    }.filter { !$0.part.entries.isEmpty }
    return Table([
      .init(name, of: parts.map(\.name)),
      .init("structures", of: parts.map(\.part.entries.count)),
      .init("mae", unit: "Å", digits: 4, of: parts.map { Spread($0.part.entries.map(\.mae)).mean }),
      .init(
        "maeFitted", unit: "Å", digits: 4,
        of: parts.map { Spread($0.part.entries.map(\.maeFitted)).mean }),
      .init(
        "rightCount", unit: "%", digits: 1, of: parts.map { 100 * $0.part.share(\.isRightCount) }),
      .init(
        "rightType", unit: "%", digits: 1, of: parts.map { 100 * $0.part.share(\.isRightType) }),
    ])
  }

  private var table: Table {
    Table([
      .init("type", of: entries.map(\.truth.type.rawValue)),
      .init("guessed", of: entries.map(\.guess.type.rawValue)),
      .init("atoms", of: entries.map(\.truth.count)),
      .init("guessedAtoms", of: entries.map(\.guess.count)),
      .init("mae", unit: "Å", digits: 4, of: entries.map(\.mae)),
      .init("maeFitted", unit: "Å", digits: 4, of: entries.map(\.maeFitted)),
      .init("maeFree", unit: "Å", digits: 4, of: entries.map(\.maeFree)),
      .init("rw", digits: 4, of: entries.map(\.fit.rw)),
      .init("biso", unit: "Å²", digits: 3, of: entries.map { $0.fit.values[.biso] ?? 0 }),
      .init("structure", of: entries.map(\.truth.label)),
    ])
  }
}
