import Figures
import Fitting
import Numerics
import Scattering
import Script

/// Fits of one structure to the PDFs of a series, in their order.
package struct FitSeries: Sendable {
  package let fits: [Fit]
  package let pdfs: [PDF]
}

extension FitSeries: ScriptSequence {
  package static let typeName = "series of fits"

  package static let fields: [Field<FitSeries>] = [
    Field("count", "number of fits") { $0.fits.count },
    Field("table", "a row for each PDF: what was varied, with standard errors") { $0.table },
  ]

  package var length: Int { fits.count }
  package func element(_ index: Int) -> Value { .object(fits[index]) }

  package var summary: String { "series of \(fits.count) fit\(fits.count == 1 ? "" : "s")" }
  package var passages: [Passage] { [.text(summary), .table(table)] }

  /// What differs from PDF to PDF, Rw, the bond, and each varied parameter with its error.
  package var table: Table {
    let varied = fits.first?.varied ?? []
    let own = PDFSeries(pdfs).columns.map { Table.Column($0.name, unit: $0.unit, of: $0.values) }
    return Table(
      [Table.Column("name", of: fits.map(\.measured.name))] + own + [
        .init("rw", digits: 4, of: fits.map(\.rw)),
        .init("bond", unit: "Å", digits: 4, of: fits.map(\.bond)),
      ]
        + varied.flatMap { quantity in
          [
            Table.Column(
              quantity.name, unit: quantity.unit, digits: 4, of: fits.map { $0.values[quantity] }),
            Table.Column(
              "\(quantity.name)_error", unit: quantity.unit, digits: 4,
              of: fits.map { $0.error(quantity) }),
          ]
        })
  }
}
