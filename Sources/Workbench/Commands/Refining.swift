import Clusters
import Fitting
import Scattering
import Script

extension Command {
  static let refining = [refine, mine]

  private static let against = Parameter<PDF>("against", labelled: true, "the measured PDF")
  private static let vary = Parameter(
    "vary", default: OneOrMany<String>(["scale", "expansion", "biso"]),
    "what is varied: \(Quantity.fitted.map(\.name).joined(separator: ", "))")
  private static let rmin = Parameter(.rmin, default: 1.5, "start of the fit")
  private static let rmax = Parameter(.rmax, default: 20, "end of the fit")
  private static let qmin = Parameter<Double?>(.qmin, shown: "the PDF's")
  private static let qmax = Parameter<Double?>(.qmax, shown: "the PDF's")

  private static let weigh = Parameter(
    "weigh", default: false, "whether points count by the errors that the PDF's file gives")

  private static let help = """
    Least squares of G(r) by MINPACK's Levenberg–Marquardt with analytic derivatives. A parameter
    takes a number, to start from or to keep if it is not varied, a range as its bounds,
    `expansion: 0.95..1.1`, or what is known of it before, a mean with a standard deviation:
    `biso: [0.6, 0.2]`. Without a number the expansion is first searched for within its
    bounds, and so is the diameter. Ctrl-C ends the work and keeps the fits so far. docs/fits.md has
    the equations.
    """

  private static let refine = Command(
    "refine", "fits of structures to a measured PDF, lowest Rw first",
    Parameter<OneOrMany<FitStart>>(
      "structures", "a cluster, a crystal, an ensemble, a fit, a list, a catalogue or guesses"),
    Parameter<OneOrMany<PDF>>("against", labelled: true, "the measured PDF, or a series"),
    vary, rmin, rmax, .fitted, qmin, qmax, weigh,
    Parameter("together", default: false, "whether all structures are in the sample at once"),
    Parameter(
      "equal", default: OneOrMany<String>([]),
      "with together: what is the same for all structures and PDFs"),
    Parameter(
      "steady", default: OneOrMany<String>([]),
      "with together: what each structure has alike in all PDFs"),
    Parameter(
      "ratios", default: Record(),
      "with together: factors of what structures, or PDFs, have in a fixed ratio"),
    topic: "fits",
    help: help + """


      A fit has `rw`, `structure`, `scale`, `expansion`, `biso`, `bond`, `errors`, `calculated` and
      `residual`; that of a crystal has `lattice`, `a` and `c`, and where sizes differ there are `sizes`.
      `save fit, to: "folder/"` writes a report.

      A fit goes on from where it ended: `refine answer.best, against: p, vary: ["scale", "biso", "delta2"]`
      begins with its biso, delta1, delta2, diameter, spread, strain and faults, and keeps those that
      are not varied. Of several fits the structures are fitted.

      A list of PDFs is fitted in turn, each from where the last one ended. With `together: true` all
      structures are fitted at once to all PDFs. Each structure has its own parameters for each PDF;
      qdamp, qbroad and the background `offset + slope·r` are those of the PDF. What `equal:` names is
      one for all, what `steady:` names each structure has alike in all PDFs, and `ratios:` gives
      factors: `{biso: [1, 1.5]}` keeps the second structure's biso at 1.5 times the first one's, or
      the second PDF's where there is one structure. The variable is then the first one's value.
      """,
    examples: [
      #"""
      measured = simulate icosahedron("Au", shells: 3, bond: 2.8), qdamp: 0.04, noise: 0.02
      fits = refine icosahedron("Au", shells: 3), against: measured
      print fits[0].bond
      """#,
      #"""
      measured = simulate fcc("Pt", layers: [3, 4, 4]), delta2: 2, biso: 0.6
      refine fcc("Pt", layers: [3, 4, 4]), against: measured, vary: ["scale", "biso", "delta2"], expansion: 1
      """#,
      #"""
      a = octahedron "Ni", length: 5, cutoff: 1
      b = icosahedron "Ni", shells: 3
      measured = (simulate(a) + simulate(b)) / 2
      mixture = refine [a, b], against: measured, together: true, equal: "biso"
      print mixture.shares
      """#,
    ]
  ) {
    session, starts, pdfs, vary, rmin, rmax, said, qmin, qmax, weigh, together, equal, steady,
    ratios -> Value in
    var refinement = try refinement(vary, rmin, rmax, qmin, qmax, said)
    let phases = starts.values.map(\.phase)
    if phases.count == 1, let fit = starts.values[0].fit { refinement.goOn(from: fit) }
    refinement.isWeighted = weigh
    for pdf in pdfs.values { try checkPDF(pdf, refinement, session) }
    let sharing = try sharing(equal.values, steady.values, ratios)
    if together {
      return Value(try refinement.fit(phases, togetherTo: pdfs.values, sharing: sharing))
    }
    let shared = [
      ("equal", equal.values.count), ("steady", steady.values.count), ("ratios", ratios.count),
    ]
    if let (name, _) = shared.first(where: { $0.1 > 0 }) {
      throw Complaint("\(name) goes with together: true", argument: name)
    }
    guard pdfs.isOne, let pdf = pdfs.values.first else {
      return Value(try fitInTurn(phases, pdfs.values, refinement, session))
    }
    return Value(try fitEach(phases, to: pdf, refinement, session))
  }

  private static let mine = Command(
    "mine", "fits of every shape of a catalogue, lowest Rw first",
    Parameter<Catalogue>("catalogue", "where to look"),
    against, vary, rmin, rmax, .fitted, qmin, qmax, weigh,
    topic: "fits",
    help: """
      Each shape is fitted once, in the metal of the PDF's composition where it names one, since the
      expansion covers the bond length: the brute-force search of the paper's baselines.
      `fits.byType` are the best of each structure type. Of more than 500 shapes, all are looked at
      by their numbers of pairs, and those that may come within 1.5 times the lowest Rw are fitted.

      """ + help,
    examples: [
      #"""
      measured = simulate decahedron("Au", p: 2, q: 1, bond: 2.86), qdamp: 0.04, noise: 0.02
      fits = mine catalogue("mmnp", atoms: 10..40), against: measured
      print fits[0].structure.type
      fits.byType
      """#
    ]
  ) { session, catalogue, pdf, vary, rmin, rmax, said, qmin, qmax, weigh -> Fits in
    var refinement = try refinement(vary, rmin, rmax, qmin, qmax, said)
    refinement.isWeighted = weigh
    let metal = pdf.metal.flatMap { $0.bond == nil ? nil : $0 }
    let shapes = try catalogue.representatives.map { shape in
      try metal.map { try shape.scaled(to: $0) } ?? shape
    }
    try checkPDF(pdf, refinement, session)
    guard shapes.count > 500, Survey.allows(refinement) else {
      return try fitEach(shapes.map { .cluster($0) }, to: pdf, refinement, session)
    }
    return Fits(
      try fits(
        of: Survey(shapes, reach: refinement.rmax, for: session), to: pdf, refinement, session))
  }
}
