import Clusters
import Scattering
import Script

extension LabelledGraph: StructureHolder {
  public static let typeName = "graph"

  public static let fields: [Field<LabelledGraph>] = [
    Field("structure", "the cluster: the nodes") { $0.cluster },
    Field("pdf", "the PDF: the label") { $0.pdf },
    Field("edges", "the atoms that each edge joins, and their distance, as a table") { $0.table },
    Field("count", "number of atoms") { $0.cluster.count },
  ]

  package var structure: Cluster { cluster }

  public var summary: String { "graph of \(cluster.label)" }

  public var passages: [Passage] {
    [
      .text(
        "\(summary): \(cluster.count) atoms, \(edges.count) edges, a PDF of \(pdf.r.count) points")
    ]
  }

  private var table: Table {
    Table([
      .init("from", of: edges.map(\.x)), .init("to", of: edges.map(\.y)),
      .init("distance", unit: "Å", of: lengths),
    ])
  }
}
