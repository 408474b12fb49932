import Scattering
import Classifying
import Clusters
import Generative
import Script

extension RankedShape: ScriptObject {
  public static let typeName = "ranked shape"

  public static let fields: [Field<RankedShape>] = [
    Field("structure", "the cluster, with the bond length of its metal") { $0.structure },
    Field("type", "its type") { $0.structure.type },
    Field("count", "number of atoms") { $0.structure.count },
    Field("probability", "how probable it is") { $0.probability },
  ]

  public var summary: String {
    "\(structure.label), \(Value.text(of: 100 * probability, digits: 1)) %"
  }
}

extension RankedShape: StructureHolder {}

extension ShapeRanking: ScriptSequence {
  public static let typeName = "ranking"

  public static let fields: [Field<ShapeRanking>] = [
    Field("pdf", "the PDF that it is for") { $0.pdf },
    Field("count", "number of shapes") { $0.shapes.count },
    Field("structures", "the clusters") { $0.shapes.map(\.structure) },
    Field("table", "the shapes as a table") { $0.table },
  ]

  public var length: Int { shapes.count }
  public func element(_ index: Int) -> Value { .object(shapes[index]) }
  public func slice(_ indices: [Int]) -> Value? {
    .object(ShapeRanking(pdf: pdf, shapes: indices.map { shapes[$0] }))
  }

  public var summary: String {
    shapes.first.map { "\(shapes.count) shapes, first \($0.summary)" } ?? "no shapes"
  }

  public var passages: [Passage] { [.text("shapes for \(pdf.name)"), .table(table)] }

  private var table: Table {
    Table([
      .init("probability", unit: "%", digits: 1, of: shapes.map { 100 * $0.probability }),
      .init("type", of: shapes.map(\.structure.type.rawValue)),
      .init("atoms", of: shapes.map(\.structure.count)),
      .init("structure", of: shapes.map(\.structure.label)),
    ])
  }
}
