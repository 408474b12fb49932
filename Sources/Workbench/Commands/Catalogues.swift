import Clusters
import Script
import Numerics

extension Command {
  static let catalogues = [catalogue]

  private enum Choice: String, ScriptChoice { case mmnp, stacking, common }

  private static let catalogue = Command(
    "catalogue", "all structures of a kind, in a fixed order",
    Parameter<Choice>(
      "name", "the paper's nanoparticles, stacking faults, or shapes that metals take"),
    Parameter<Sizes?>("atoms", shown: "5..200", "sizes: a number or a range"),
    Parameter<OneOrMany<StructureType>?>("type", shown: "all", "only these types"),
    Parameter<OneOrMany<Element>?>(
      "element", shown: "one for each radius", "only these elements"),
    topic: "structures",
    help: """
      `catalogue "mmnp"` are the paper's 3743 structures: 197 shapes of 5 to 200 atoms, each with
      19 bond lengths. Of metals with the same radius one stands for all; `element: "Au"` gives
      every shape in gold. Beyond 200 atoms the shapes are those of the paper's Fig. 4, with at
      most 12 layers and 15 cells.

      `catalogue "stacking"` are 1620 structures of 4 to 8 close-packed layers in every sequence,
      of gold unless `element:` says otherwise. The paper's own were never published.

      `catalogue "common"` are shapes that metals are known to take, of 13 to 3000 atoms: fcc, bcc
      and hcp cut by three families of facets (truncated octahedra and Wulff's shapes among them),
      fcc with a twin plane, decahedra of Marks, and icosahedra whole and incomplete; of gold unless
      `element:` says otherwise.
      """,
    examples: [
      #"catalogue "mmnp", atoms: 5..100, element: "Au""#,
      #"catalogue "common", atoms: 100..150, type: "decahedral", element: "Pt""#,
      #"sizes = [c.count for c in catalogue("mmnp", type: "icosahedral", element: "Au")]"#,
    ]
  ) { session, name, atoms, types, elements -> Catalogue in
    let sizes = atoms?.range
    if let strange = elements?.values.first(where: { $0.bond == nil }) {
      throw Complaint(
        "no metallic radius is known for \(strange.symbol)", argument: "element",
        suggestion: "a catalogue is of "
          + Element.metals.map(\.symbol).joined(separator: ", "))
    }
    let gold = Element("Au").map { [$0] } ?? []
    var catalogue =
      switch name {
      case .mmnp:
        try Catalogue.mmnp(
          atoms: sizes ?? 5...200, elements: elements?.values,
          while: { !session.interrupt.isRaised })
      case .stacking:
        try Catalogue.stacking(one(of: elements?.values ?? gold, name))
      case .common:
        try Catalogue.common(
          one(of: elements?.values ?? gold, name), atoms: sizes ?? 13...3000)
      }
    if let sizes { catalogue = catalogue.filtered(atoms: sizes) }
    if let types { catalogue = catalogue.filtered(types: .init(types.values)) }
    return catalogue
  }

  private static func one(of elements: [Element], _ name: Choice) throws -> Element {
    guard let element = elements.first, elements.count == 1 else {
      throw Complaint("the \(name.rawValue) catalogue is of one element", argument: "element")
    }
    return element
  }
}

/// Numbers of atoms: `147` or `5..1000`.
struct Sizes: ScriptValue {
  let range: ClosedRange<Int>

  static let typeName = "number or range"

  static func from(_ value: Value) throws -> Sizes {
    let sizes =
      if let count = try? Int.from(value) { Double(count)...Double(count) } else {
        try ClosedRange<Double>.from(value)
      }
    let (first, last) = (sizes.lowerBound.rounded(.up), sizes.upperBound.rounded(.down))
    guard first >= 1, last <= 10_000, first <= last else {
      throw Mismatch("sizes of 1 to 10000 atoms, such as 147 or 5..1000")
    }
    return Sizes(range: Int(clamping: first)...Int(clamping: last))
  }

  var scriptValue: Value { .range(.init(Double(range.lowerBound), Double(range.upperBound))) }
}
