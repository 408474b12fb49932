import Clusters
import Script

extension Ensemble.Kind: ScriptChoice {}

/// What is no single particle.
extension Command {
  static let samples = [crystal, ensemble]

  private static let element = Parameter<Element>(
    "element", "chemical symbol, such as \"Au\""
  ).offering(.elements)

  private static let crystal = Command(
    "crystal", "an endless crystal of a metal, to be fitted", element,
    Parameter<Motif?>("lattice", shown: "the bulk metal's", "fcc, bcc, hcp or sc"),
    Parameter<Double?>("a", unit: "Å", shown: "the bulk metal's", "lattice constant").within(
      0.1...100),
    Parameter<Double?>(
      "c", unit: "Å", shown: "the bulk metal's ratio", "lattice constant of hcp along its layers"
    ).within(0.1...100),
    topic: "structures",
    help: """
      `refine` fits it to a PDF with its expansion; where `diameter` is varied or given, spheres are
      cut of it, and with `spread` spheres of many sizes, log-normal. `strain` stretches the c of hcp,
      `faults` is the probability of a stacking fault in fcc and hcp. The fit has `a`, `c`, `lattice`
      with errors, and `sizes`.
      """,
    examples: [
      #"crystal "Ni""#, #"crystal "Co", lattice: "fcc""#,
      #"""
      measured = simulate particle("Pt", motif: "fcc", atoms: 300, seed: 2), biso: 0.5
      fits = refine crystal("Pt"), against: measured, vary: ["scale", "expansion", "biso", "diameter"]
      print fits[0].diameter > 15, fits[0].diameter < 30
      """#,
    ]
  ) { _, element, lattice, a, c in try Crystal(element, lattice, a: a, c: c) }

  private static let ensemble = Command(
    "ensemble", "particles of one kind of shape in all their sizes, to be fitted", element,
    Parameter<Ensemble.Kind>("of", labelled: true, "which shapes they have"),
    Parameter<Sizes?>("atoms", shown: "6..3000", "from the smallest to the largest size"),
    Parameter<Double?>("bond", unit: "Å", shown: "that of the bulk metal", "bond length d").within(
      0.1...100),
    topic: "structures",
    help: """
      `refine` fits their mean `diameter` and its `spread`, which have to be varied or given: numbers
      of particles are log-normal in the diameter of a sphere with as many atoms. The fit has `sizes`.
      Spheres are cut of fcc around an atom; `crystal` has spheres around any place, of any lattice.
      """,
    examples: [
      #"""
      e = ensemble "Au", of: "icosahedra"
      measured = simulate icosahedron("Au", shells: 4), biso: 0.5
      fit = refine(e, against: measured, vary: ["scale", "expansion", "biso", "diameter", "spread"])[0]
      print fit.structure.count
      """#
    ]
  ) { _, element, kind, atoms, bond in
    try Ensemble(
      element, of: kind, atoms: atoms?.range ?? Ensemble.usualAtoms, bond: bond)
  }
}
