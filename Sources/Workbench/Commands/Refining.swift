import Clusters
import Fitting
import Numerics
import Scattering
import Script
import Synchronization

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
    Parameter<OneOrMany<Phase>>(
      "structures", "a cluster, a crystal, a list, a catalogue or guesses"),
    Parameter<OneOrMany<PDF>>("against", labelled: true, "the measured PDF, or a series"),
    vary, rmin, rmax, .fitted, qmin, qmax, weigh,
    Parameter("together", default: false, "whether all structures are in the sample at once"),
    Parameter(
      "equal", default: OneOrMany<String>([]), "with together: what is the same for all structures"),
    topic: "fits",
    help: help + """


      A fit has `rw`, `structure`, `scale`, `expansion`, `biso`, `bond`, `errors`, `calculated` and
      `residual`; that of a crystal has `a`, `c` and `atoms`. `save fit, to: "folder/"` writes a
      report.

      With `together: true` all structures are fitted at once, each with a scale; qdamp, qbroad and
      the background `offset + slope·r` are those of the PDF, and what `equal:` names is the same in
      all. A list of PDFs is fitted in turn, each from where the last one ended, or together with
      what `equal:` names.
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
    session, phases, pdfs, vary, rmin, rmax, said, qmin, qmax, weigh, together, equal -> Value in
    var refinement = try settings(vary, rmin, rmax, qmin, qmax, said)
    refinement.isWeighted = weigh
    for pdf in pdfs.values { try check(pdf, refinement, session) }
    if together || !equal.values.isEmpty {
      guard together else {
        throw Complaint("equal goes with together: true", argument: "equal")
      }
      return Value(
        try refinement.fit(
          phases.values, togetherTo: pdfs.values,
          equal: equal.values.map { try quantity($0, of: "equal") }))
    }
    guard pdfs.isOne, let pdf = pdfs.values.first else {
      return Value(try series(phases.values, pdfs.values, refinement, session))
    }
    return Value(try fit(phases.values, to: pdf, refinement, session))
  }

  private static let mine = Command(
    "mine", "fits of every shape of a catalogue, lowest Rw first",
    Parameter<Catalogue>("catalogue", "where to look"),
    against, vary, rmin, rmax, .fitted, qmin, qmax, weigh,
    topic: "fits",
    help: """
      Each shape is fitted once, in the metal of the PDF's composition where it names one, since the
      expansion covers the bond length: the brute-force search of the paper's baselines.
      `fits.byType` are the best of each structure type.

      """ + help,
    examples: [
      #"""
      measured = simulate decahedron("Au", p: 2, q: 1, bond: 2.86), qdamp: 0.04, noise: 0.02
      fits = mine catalogue("mmnp", atoms: 10..40), against: measured
      print fits[0].structure.type
      fits.byType
      """#
    ]
  ) { session, catalogue, pdf, vary, rmin, rmax, said, qmin, qmax, weigh in
    var refinement = try settings(vary, rmin, rmax, qmin, qmax, said)
    refinement.isWeighted = weigh
    let metal = pdf.metal.flatMap { $0.bond == nil ? nil : $0 }
    let shapes = try catalogue.representatives.map { shape in
      try metal.map { try shape.scaled(to: $0) } ?? shape
    }
    try check(pdf, refinement, session)
    return try fit(shapes.map { .cluster($0) }, to: pdf, refinement, session)
  }

  private static func settings(
    _ vary: OneOrMany<String>, _ rmin: Double, _ rmax: Double, _ qmin: Double?,
    _ qmax: Double?, _ said: Options<StartOrBounds>
  ) throws -> Refinement {
    var refinement = Refinement()
    refinement.vary = try vary.values.map { try quantity($0, of: "vary") }
    (refinement.rmin, refinement.rmax) = (rmin, rmax)
    (refinement.qmin, refinement.qmax) = (qmin, qmax)
    for parameter in Quantity.fitted {
      guard let value = said[parameter.name] else { continue }
      if let start = value.start {
        refinement.values[parameter] = start
        refinement.expected[parameter] = value.known
      } else if refinement.vary.contains(parameter) {
        refinement.bounds[parameter] = value.bounds
      } else {
        throw Complaint(
          "\(parameter.name) has bounds, but is not varied", argument: parameter.name,
          suggestion: "give it a number, or name it in vary:")
      }
    }
    return refinement
  }

  /// A quantity of a fit by its name.
  private static func quantity(_ name: String, of argument: String) throws -> Quantity {
    guard let quantity = Quantity.fitted.first(where: { $0.name == name }) else {
      let names = Quantity.fitted.map(\.name)
      throw Complaint(
        "a fit has no parameter '\(name)'", argument: argument,
        suggestion: Suggestion.didYouMean(name, among: names)
          ?? "its parameters: \(names.joined(separator: ", "))")
    }
    return quantity
  }

  /// Complains about a PDF that cannot be fitted, and warns of what may be wrong with it.
  private static func check(_ pdf: PDF, _ refinement: Refinement, _ session: Session) throws {
    try requireCurve(pdf, qmax: refinement.qmax)
    warn(ofDoubtsAbout: pdf, session)
    if let lacking = pdf.lacking(.init(between: refinement.rmin, and: refinement.rmax)) {
      session.warn("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left out"))")
    }
  }

  /// One structure against PDFs in turn.
  private static func series(
    _ phases: [Phase], _ pdfs: [PDF], _ refinement: Refinement, _ session: Session
  ) throws -> FitSeries {
    guard phases.count == 1, let phase = phases.first else {
      throw Complaint(
        "a series is fitted by one structure, not by \(phases.count)", argument: "structures",
        suggestion: "fit several to one PDF, or all with together: true")
    }
    let progress = session.progress("fitting", total: pdfs.count)
    defer { progress.end() }
    let interrupt = session.interrupt
    let fits = try refinement.fit(phase, inTurnTo: pdfs) { done in
      progress.update(done)
      return !interrupt.isRaised
    }
    guard !fits.isEmpty else { throw Interrupted() }
    if fits.count < pdfs.count {
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(pdfs.count) fits")
    }
    return FitSeries(fits: fits, pdfs: Array(pdfs.prefix(fits.count)))
  }

  private static func fit(
    _ phases: [Phase], to pdf: PDF, _ refinement: Refinement, _ session: Session
  ) throws -> Fits {
    // Threads report here one at a time; the line is drawn by whichever comes.
    let progress = Mutex(Line(session.progress("fitting", total: phases.count)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let fits = try refinement.fit(
      phases, to: pdf,
      goesOn: { done in
        progress.withLock { $0.progress.update(done) }
        return !interrupt.isRaised
      }, while: { !interrupt.isRaised })
    if interrupt.isRaised, fits.count < phases.count {
      guard !fits.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(phases.count) fits")
    }
    return Fits(fits)
  }

  struct Line: @unchecked Sendable {
    let progress: Progress
    init(_ progress: Progress) { self.progress = progress }
  }
}
