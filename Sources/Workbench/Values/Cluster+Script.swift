import Scattering
import Clusters
import Script

extension Cluster: ScriptObject {
  public static let typeName = "cluster"

  public static let fields: [Field<Cluster>] = [
    Field("type", "structure type: sc, bcc, fcc, hcp, icosahedral …") { $0.type },
    Field("element", "its element") { $0.element },
    Field("count", "number of atoms") { $0.count },
    Field("bond", unit: "Å", "bond length d of its lattice") { $0.bond },
    Field("positions", unit: "Å", "x, y and z of each atom, around the centre") {
      $0.positions.map { [$0.x, $0.y, $0.z] }
    },
    Field("distances", unit: "Å", "distances of all pairs, the shortest first") {
      try Value.checkList(count: $0.count * ($0.count - 1) / 2)
      guard let distances = $0.distances(while: { !Interrupt.isRaisedHere }) else {
        throw Interrupted()
      }
      return distances
    },
    Field("diameter", unit: "Å", "twice the largest distance from the centre") { $0.diameter },
    Field("sequence", "its close-packed layers across z, as ABCAC; none where there are none") {
      $0.sequence?.layers
    },
    Field("hexagonality", "share of its inner layers that are hexagonal: 0 in fcc, 1 in hcp") {
      $0.sequence?.hexagonality
    },
    Field("block", "of a stacking, the atoms along the two edges of its layers; none else") {
      $0.shape.layering?.size
    },
    Field("label", "the command that makes it, or its name") { $0.label },
    Field("colour", "the colour of its type in figures") { $0.type.colour },
  ]

  public var summary: String { label }

  public var passages: [Passage] {
    let kind = type == .unknown ? "" : "\(type.rawValue) "
    let bondLength = Value.text(of: bond, digits: 3)
    let words =
      "\(kind)cluster of \(count) \(element.symbol) \(count == 1 ? "atom" : "atoms"): "
      + "\(label); bond length \(bondLength) Å, \(Value.text(of: diameter, digits: 1)) Å across"
    return [.text(words)]
  }
}
