import Clusters
import Numerics
import Script

extension Command {
  static let generators = [
    sc, bcc, fcc, hcp, icosahedron, decahedron, octahedron, stacking, wulff, particle,
  ]

  private static let element = Parameter<Element>(
    "element", "chemical symbol, such as \"Au\""
  ).offering(.elements)
  private static let layers = Parameter<[Int]>(
    "layers", labelled: true, "lattice planes from the centre to {100}, {110} and {111}"
  ).within(0...1000)
  private static let bond = Parameter<Double?>(
    "bond", unit: "Å", shown: "that of the bulk metal", "bond length d"
  ).within(0.1...100)

  private static let sc = Command(
    "sc", "a simple cubic particle", element, layers, bond,
    topic: "structures",
    help: "The lattice constant is d. Atoms stand in the order of ASE's cluster module.",
    examples: [#"sc "Au", layers: [2, 2, 3]"#]
  ) { _, element, layers, bond in try Cluster.sc(element, layers: layers, bond: bond) }

  private static let bcc = Command(
    "bcc", "a body-centred cubic particle", element, layers, bond,
    topic: "structures",
    help: """
      The lattice constant is d, as in the paper's data set, so that nearest neighbours are
      0.866 d apart.
      """,
    examples: [#"bcc "Fe", layers: [1, 1, 3], bond: 2.87"#]
  ) { _, element, layers, bond in try Cluster.bcc(element, layers: layers, bond: bond) }

  private static let fcc = Command(
    "fcc", "a face-centred cubic particle", element, layers, bond,
    topic: "structures",
    examples: [#"fcc "Au", layers: [3, 6, 7]"#]
  ) { _, element, layers, bond in try Cluster.fcc(element, layers: layers, bond: bond) }

  private static let hcp = Command(
    "hcp", "a block of hexagonal close-packed cells", element,
    Parameter<[Int]>("size", labelled: true, "cells along a, b and c, two atoms each").within(
      1...100_000), bond,
    topic: "structures",
    help: "c = 1.633 a, and b is at 120° to a.",
    examples: [#"hcp "Co", size: [3, 3, 3]"#]
  ) { _, element, size, bond in try Cluster.hcp(element, size: size, bond: bond) }

  private static let icosahedron = Command(
    "icosahedron", "a Mackay icosahedron", element,
    Parameter<Int>("shells", labelled: true, "shells, the central atom counted: 13, 55, 147 …")
      .within(1...1000),
    bond,
    topic: "structures",
    help: "Neighbours along a radius are d apart, those in a shell 5 % more.",
    examples: [#"icosahedron "Au", shells: 4"#]
  ) { _, element, shells, bond in
    try Cluster.icosahedron(element, shells: shells, bond: bond)
  }

  private static let decahedron = Command(
    "decahedron", "a decahedron: five tetrahedra of fcc around an axis", element,
    Parameter<Int>("p", labelled: true, "atoms along the edges of {100} facets, across the axis")
      .within(1...100_000),
    Parameter<Int>("q", labelled: true, "atoms along the edges of {100} facets, along the axis")
      .within(1...100_000),
    Parameter("r", default: 0, "depth of the re-entrant edges of a Marks decahedron").within(
      0...1000), bond,
    topic: "structures",
    examples: [#"decahedron "Au", p: 2, q: 2, r: 1"#]
  ) { _, element, p, q, r, bond in
    try Cluster.decahedron(element, p: p, q: q, r: r, bond: bond)
  }

  private static let octahedron = Command(
    "octahedron", "an octahedron of the fcc lattice", element,
    Parameter<Int>("length", labelled: true, "atoms along an edge of the whole octahedron").within(
      1...1000),
    Parameter("cutoff", default: 0, "layers cut from each vertex").within(0...1000), bond,
    topic: "structures",
    help: """
      `length` = 2·`cutoff` + 1 is a cuboctahedron, `length` = 3·`cutoff` + 1 a regular truncated
      octahedron.
      """,
    examples: [#"octahedron "Pt", length: 7, cutoff: 2"#]
  ) { _, element, length, cutoff, bond in
    try Cluster.octahedron(element, length: length, cutoff: cutoff, bond: bond)
  }

  private static let wulff = Command(
    "wulff", "the cubic particle of least surface energy", element,
    Parameter<Int>("atoms", labelled: true, "about how many").within(1...20_000),
    Parameter<[Double]>(
      "energies", labelled: true, "of facets {100}, {110} and {111} per area, in any unit"
    ).within(1e-6...1e6),
    Parameter<StructureType?>("lattice", shown: "that of the bulk metal", "sc, bcc or fcc"), bond,
    topic: "structures",
    help: """
      Wulff's construction: facets stand as far out as their energies are high, to the nearest layer.
      Of all sizes, that is taken which is nearest to `atoms`. A facet of high energy is not seen.
      """,
    examples: [#"wulff "Au", atoms: 300, energies: [1.27, 1.35, 1.0]"#]
  ) { _, element, atoms, energies, lattice, bond in
    guard let type = lattice ?? element.bulkType else {
      throw Complaint(
        "no lattice is known for \(element.symbol); give lattice:", argument: "element")
    }
    return try Cluster(.wulff(type, atoms: atoms, energies: energies), of: element, bond: bond)
  }

  private static let particle = Command(
    "particle", "a particle that nobody has seen: facets at random around a random centre",
    element,
    Parameter<Motif>("motif", labelled: true, "what it is cut of"),
    Parameter<Int>("atoms", labelled: true, "about how many"), bond, .seed,
    topic: "structures",
    help: """
      Each family of facets stands 0.8 to 1.4 radii out, all are stretched by 0.8 to 1.25 along a
      random axis. Motifs are sc, bcc, fcc, hcp, five-fold, twenty-fold, or a word of h and c for
      close-packed layers.
      """,
    examples: [#"particle "Pt", motif: "fcc", atoms: 150, seed: 3"#]
  ) { _, element, motif, atoms, bond, seed in
    guard (2...10_000).contains(atoms) else {
      throw Complaint("atoms is 2 … 10000, not \(atoms)", argument: "atoms")
    }
    var random = RandomGenerator(seed: seed)
    let shape = try Boundary.random(motif, atoms: atoms, using: &random)
      .shape(named: "\(motif.name) particle \(seed)")
    return try Cluster(shape, of: element, bond: bond)
  }

  private static let stacking = Command(
    "stacking", "close-packed layers in any sequence", element,
    Parameter<String>("sequence", "layers from below, such as \"ABCAC\""),
    Parameter<[Int]>("size", labelled: true, "atoms along the two edges of a layer's rhombus")
      .within(1...100_000),
    bond,
    topic: "structures",
    help: "ABCABC is fcc, ABABAB hcp, anything else has stacking faults.",
    examples: [#"stacking "Au", "ABCAC", size: [4, 5]"#]
  ) { _, element, sequence, size, bond in
    try Cluster.stacking(element, sequence: sequence, size: size, bond: bond)
  }
}

extension Motif: ScriptValue {
  public static let typeName = "text"
  public static let choices = simple.map(\.name)

  public static func from(_ value: Value) throws -> Motif {
    let all = choices.map { "\"\($0)\"" }.joined(separator: ", ")
    guard case .text(let name) = value, let motif = Motif(name) else {
      throw Mismatch("one of \(all), or a word of h and c")
    }
    return motif
  }

  public var scriptValue: Value { .text(name) }
}
