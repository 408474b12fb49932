import Scattering
import Script

extension PDFSeries: ScriptSequence {
  public static let typeName = "series"

  public static let fields: [Field<PDFSeries>] = [
    Field("count", "number of PDFs") { $0.pdfs.count },
    Field("names", "their files") { $0.pdfs.map(\.name) },
    Field("temperature", unit: "K", "temperature of each") { $0.pdfs.map(\.temperature) },
    Field("table", "a row for each, with the numbers of headers and names that differ") {
      $0.table
    },
    Field("skipped", "files that could not be read, with the reasons, as a table") { $0.losses },
  ]

  public var length: Int { pdfs.count }
  public func element(_ index: Int) -> Value { Value(pdfs[index]) }
  public func slice(_ indices: [Int]) -> Value? { Value(PDFSeries(indices.map { pdfs[$0] })) }

  public var summary: String { "series of \(pdfs.count) PDF\(pdfs.count == 1 ? "" : "s")" }

  public var passages: [Passage] {
    let lost = skipped.isEmpty ? "" : "; \(skipped.count) files skipped"
    let doubts = pdfs.flatMap(\.doubts)
    let remarks = doubts.indices.filter { doubts.firstIndex(of: doubts[$0]) == $0 }
    return [.text("\(summary)\(lost)"), .table(table)]
      + remarks.map { .text("· \(doubts[$0])") } + (skipped.isEmpty ? [] : [.table(losses)])
  }

  /// The table of the PDFs.
  public var table: Table {
    Table(
      [Table.Column("name", of: pdfs.map(\.name))]
        + columns.map { Table.Column($0.name, unit: $0.unit, of: $0.values) }
        + [
          Table.Column("composition", of: pdfs.map(\.composition)),
          Table.Column("points", of: pdfs.map(\.r.count)),
          Table.Column("rmax", unit: "Å", of: pdfs.map(\.r.last)),
        ])
  }

  private var losses: Table {
    Table([
      .init("name", of: skipped.map(\.name)), .init("reason", of: skipped.map(\.reason)),
    ])
  }
}
