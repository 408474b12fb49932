import Fitting
import Clusters
import Scattering
import Script

extension JointFit: ScriptObject {
  public static let typeName = "joint fit"

  public static let fields: [Field<JointFit>] = [
    Field("rw", "√(Σ(G − G_c)²/ΣG²) over all PDFs") { $0.rw },
    Field("phases", "each structure, against what the others leave of its PDF, in the given order")
    {
      $0.phases
    },
    Field("table", "a row for each structure") { $0.table },
    Field("errors", "what was varied, with values and standard errors") { $0.errors },
    Field("correlations", "correlations of what was varied") { $0.correlations },
    Field("shares", "the share of the first PDF's scattering that each structure has, by scales") {
      $0.shares(of: 0)
    },
    Field("calculated", "G(r) of all structures, for the first PDF") { $0.calculated },
    Field("measured", "the fitted part of the first PDF") { $0.measured[0] },
    Field("residual", "measured less calculated") { $0.residual },
    Field("evaluations", "how often the PDFs were computed") { $0.evaluations },
  ]

  public var summary: String {
    "\(phases.count) structures together, Rw = \(Value.text(of: rw, digits: 4))"
  }

  public var passages: [Passage] {
    let stuck = variables.indices.filter { variables[$0].isAtBound }
    return [.text(summary), .table(table), .text(""), .table(errors)]
      + stuck.map { .text("\(name($0)) ended at its bound") }
  }

  /// G(r) of all structures of the first PDF.
  var calculated: PDF {
    var pdf = measured[0]
    pdf.name = labels[..<groups[0].count].joined(separator: " + ")
    (pdf.g, pdf.errors) = (g[0], nil)
    return pdf
  }

  private var residual: PDF {
    var pdf = measured[0]
    pdf.name = "\(measured[0].name) − \(calculated.name)"
    pdf.g = zip(measured[0].g, g[0]).map { $0 - $1 }
    return pdf
  }

  /// `biso`, or `biso of 2` where each structure has its own.
  private func name(_ variable: Int) -> String {
    let places = variables[variable].phases.map { "\($0 + 1)" }
    let quantity = variables[variable].quantity.name
    return places.count == phases.count
      ? quantity : "\(quantity) of \(places.joined(separator: ", "))"
  }

  /// A row for each structure of each PDF.
  var table: Table {
    let pdfs = groups.indices.flatMap { group in groups[group].map { _ in measured[group].name } }
    let shares = groups.indices.flatMap(shares)
    let named: [Quantity] = [.biso, .delta1, .delta2, .diameter, .spread, .strain, .faults].filter {
      quantity in variables.contains { $0.quantity == quantity }
    }
    return Table(
      [
        .init("number", of: phases.indices.map { $0 + 1 }), .init("structure", of: labels),
      ] + (groups.count > 1 ? [.init("pdf", of: pdfs)] : [])
        + [
          .init("share", digits: 3, of: shares), .init("scale", digits: 4, of: phases.map(\.scale)),
          .init("bond", unit: "Å", digits: 4, of: phases.map(\.bond)),
        ]
        + named.map { quantity in
          .init(
            quantity.name, unit: quantity.unit, digits: 3,
            of: phases.map { phase in
              Quantity.envelope.contains(quantity) && phase.isCluster
                ? nil : phase.values[quantity]
            })
        })
  }

  /// A row for each variable.
  var errors: Table {
    Table([
      .init("parameter", of: variables.indices.map(name)),
      .init("value", digits: 5, of: variables.map(\.value)),
      .init("error", digits: 5, of: variables.map(\.error)),
      .init("unit", of: variables.map { $0.quantity.unit ?? "" }),
    ])
  }

  var correlations: Table {
    Table(
      [.init("parameter", of: variables.indices.map(name))]
        + variables.indices.map { other in
          .init(name(other), digits: 2, of: variables.indices.map { correlation($0, other) })
        })
  }
}
