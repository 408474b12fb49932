import Clusters
import Fitting
import Scattering
import Script

/// Families of shapes that fit a PDF, one for each motif, best first.
public struct Shapes: ScriptSequence {
  let families: [ShapeFamily]

  init(_ families: [ShapeFamily]) { self.families = families }

  public static let typeName = "shapes"

  public static let fields: [Field<Shapes>] = [
    Field("best", "the fit of the best shape") { $0.families[0].best },
    Field("motif", "the motif of the best shape") { $0.families[0].motif.name },
    Field("atoms", "numbers of atoms that fit as well") { $0.families[0].atomRange },
    Field("ideal", "the fit of the best shape that facets alone cut") { $0.families[0].ideal },
    Field("free", "the fit of the best shape with single atoms moved") { $0.families[0].free },
    Field("fits", "the fits of all starts, lowest Rw first") { Fits($0.families[0].fits) },
    Field("models", "how well models of different freedom fit and tell what was not fitted") {
      $0.families[0].modelTable
    },
    Field("kind", "the model of least freedom that tells the far part as well as any") {
      $0.families[0].kind?.kind.rawValue
    },
    Field("sites", "places of atoms, each with its probability") { $0.families[0].siteTable },
    Field("moves", "how many moves were tried in the starts that were followed to the end") {
      $0.families[0].moves
    },
    Field("motifs", "the best shape of each motif as a table") { $0.table },
  ]

  public var length: Int { families.count }
  public func element(_ index: Int) -> Value { .object(Shapes([families[index]])) }
  public func slice(_ indices: [Int]) -> Value? { .object(Shapes(indices.map { families[$0] })) }

  public var summary: String {
    "\(families[0].motif.name), \(families[0].best.cluster.count) atoms, "
      + "Rw = \(Value.text(of: families[0].best.rw, digits: 4))"
  }

  public var passages: [Passage] {
    (families.count > 1 ? [.table(table)] : []) + families[0].passages
  }

  var table: Table {
    Table([
      .init("motif", of: families.map(\.motif.name)),
      .init("rw", digits: 4, of: families.map(\.best.rw)),
      .init("atoms", of: families.map(\.best.cluster.count)),
      .init("from", of: families.map(\.atoms.lowerBound)),
      .init("to", of: families.map(\.atoms.upperBound)),
      .init("bond", unit: "Å", digits: 4, of: families.map(\.best.bond)),
      .init("biso", unit: "Å²", digits: 3, of: families.map(\.best.biso)),
      .init("delta2", unit: "Å²", digits: 2, of: families.map(\.best.delta2)),
      .init("surface", digits: 1, of: families.map(\.surface)),
    ])
  }
}

extension Shapes: StructureHolder {
  package var structure: Cluster { families[0].best.structure }
}

extension ShapeFamily {
  fileprivate var atomRange: ClosedRange<Double> {
    Double(atoms.lowerBound)...Double(atoms.upperBound)
  }

  /// What was found, and what it rests on.
  fileprivate var passages: [Passage] {
    let (taken, open) = certain
    let count = best.cluster.count
    let sizes =
      atoms.count == 1
      ? "no other number of atoms fits as well"
      : "\(atoms.lowerBound) to \(atoms.upperBound) atoms fit as well"
    let words =
      "\(motif.name), \(count) \(best.cluster.element.symbol) atoms, Rw = "
      + "\(Value.text(of: best.rw, digits: 4)): neighbours at \(Value.text(of: best.bond, error: best.bondError, digits: 4)) Å, "
      + "biso \(Value.text(of: best.biso, error: best.error(.biso), digits: 3)) Å², "
      + "delta2 \(Value.text(of: best.delta2, error: best.error(.delta2), digits: 2)) Å²"
    let places = "\(sizes); \(taken) sites are always taken, \(open) sometimes"
    guard let kind else { return [.text(words), .text(places)] }
    let end = Value.text(of: kind.end, digits: 1)
    return [
      .text(words), .text(places), .table(modelTable),
      .text("up to \(end) Å fitted, beyond told: \(kind.kind.advice)"),
    ]
  }

  fileprivate var modelTable: Table {
    Table([
      .init("model", of: models.map(\.kind.rawValue)),
      .init("numbers", of: models.map(\.freedom)),
      .init("atoms", digits: 0, of: models.map(\.atoms)),
      .init("rw", digits: 4, of: models.map(\.rw)),
      .init("rw beyond", digits: 3, of: models.map(\.predicted)),
    ])
  }

  var siteTable: Table {
    Table([
      .init("x", unit: "Å", digits: 3, of: places.map(\.position.x)),
      .init("y", unit: "Å", digits: 3, of: places.map(\.position.y)),
      .init("z", unit: "Å", digits: 3, of: places.map(\.position.z)),
      .init("probability", digits: 3, of: places.map(\.probability)),
    ])
  }
}

extension ModelScore.Kind {
  fileprivate var advice: String {
    switch self {
    case .spheres: "spheres do as well as any shape, so the data say size and motif, not facets"
    case .spread:
      "sizes that vary do as well as any one shape, so single facets and atoms mean little"
    case .ideal: "an ideal shape does as well as any that was found"
    case .facets: "one particle cut by facets does best, single atoms add nothing"
    case .atoms: "one particle with single atoms moved does best"
    }
  }
}
