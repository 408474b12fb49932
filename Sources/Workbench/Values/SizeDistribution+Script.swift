import Figures
import Fitting
import Script

extension SizeDistribution: ScriptObject {
  public static let typeName = "sizes"

  public static let fields: [Field<SizeDistribution>] = [
    Field("table", "a row for each size, with its shares of the particles and of the atoms") {
      $0.table
    },
    Field("diameters", unit: "Å", "of the sizes") { $0.diameters },
    Field("mean", unit: "Å", "mean diameter of the particles") { $0.means.particles },
    Field(
      "atomsMean", unit: "Å", "mean diameter over the atoms, which large particles have most of"
    ) { $0.means.atoms },
  ]

  public var summary: String {
    "sizes of mean \(Value.text(of: means.particles, digits: 1)) Å, over the atoms "
      + "\(Value.text(of: means.atoms, digits: 1)) Å"
  }

  public var passages: [Passage] {
    [.text(summary)] + (isContinuous ? [] : [.table(table)])
  }

  var table: Table {
    let unit = isContinuous ? "Å⁻¹" : nil
    return Table(
      [Table.Column("diameter", unit: "Å", digits: isContinuous ? 2 : 1, of: diameters)]
        + (counts.map { [Table.Column("count", of: $0)] } ?? [])
        + [
          .init("particles", unit: unit, digits: 4, of: particles),
          .init("atoms", unit: unit, digits: 4, of: atoms),
        ])
  }
}

extension SizeDistribution: Plottable {
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("sizes are plotted alone", argument: "values")
    }
    return .sizes(
      diameters, particles: particles, atoms: atoms, counts: counts, palette: options.palette)
  }
}
