import Clusters
import Script
import Numerics

extension Command {
  static let catalogues = [catalogue]

  private static let catalogue = Command(
    "catalogue", "all structures of a kind, in a fixed order",
    Parameter<CatalogueKind>(
      "name",
      "the paper's nanoparticles, stacking faults, shapes that metals take, or any particles"),
    Parameter<Sizes?>("atoms", shown: "5..200", "sizes: a number or a range"),
    Parameter<OneOrMany<StructureType>?>("type", shown: "all", "only these types"),
    Parameter<OneOrMany<Element>?>(
      "element", shown: "one for each radius", "only these elements"),
    Parameter<Int?>("count", shown: "1000", "how many particles of the endless series")
      .within(1...1_000_000),
    Parameter<UInt64?>("seed", shown: "1", "beginning of the endless series"),
    Parameter<ParticleFamily?>("family", shown: "all", "only such particles of the endless series"),
    Parameter<ParticleFamily?>("without", shown: "none", "no such particles"),
    topic: "structures",
    help: CatalogueKind.all.map { "`catalogue \"\($0.name)\"` \($0.help)" }
      .joined(separator: "\n\n"),
    examples: [
      #"catalogue "mmnp", atoms: 5..100, element: "Au""#,
      #"catalogue "common", atoms: 100..150, type: "decahedral", element: "Pt""#,
      #"catalogue "particles", count: 100, atoms: 30..300, seed: 7"#,
      #"catalogue "particles", count: 20, atoms: 30..300, family: "twins""#,
      #"sizes = [c.count for c in catalogue("mmnp", type: "icosahedral", element: "Au")]"#,
    ]
  ) { session, kind, atoms, types, elements, count, seed, family, without -> Catalogue in
    let endless = [
      ("count", count != nil), ("seed", seed != nil), ("family", family != nil),
      ("without", without != nil),
    ]
    if !kind.isEndless, let (argument, _) = endless.first(where: \.1) {
      throw Complaint(
        "only an endless catalogue takes it, \(kind.name) has an end", argument: argument)
    }
    let wish = CatalogueKind.Wish(
      atoms: atoms?.range, elements: elements?.values, types: types.map { Set($0.values) },
      count: count, seed: seed, family: family, without: without,
      while: { !session.interrupt.isRaised })
    var catalogue = try kind.make(wish)
    if let sizes = atoms?.range { catalogue = catalogue.filtered(atoms: sizes) }
    if let types { catalogue = catalogue.filtered(types: .init(types.values)) }
    return catalogue
  }
}

extension ParticleFamily: ScriptChoice {}

extension CatalogueKind: ScriptChoice {
  public static var allCases: [CatalogueKind] { all }
  public var rawValue: String { name }

  public init?(rawValue: String) {
    guard let kind = Self.all.first(where: { $0.name == rawValue }) else { return nil }
    self = kind
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
