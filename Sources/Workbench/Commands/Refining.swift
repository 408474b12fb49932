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

  private static let help = """
    Least squares of G(r) by MINPACK's Levenberg–Marquardt with analytic derivatives. A parameter
    takes a number, to start from or to keep if it is not varied, or a range as its bounds:
    `expansion: 0.95..1.1`. Without a number the expansion is first searched for within its
    bounds. Ctrl-C ends the work and keeps the fits so far.
    """

  private static let refine = Command(
    "refine", "fits of structures to a measured PDF, lowest Rw first",
    Parameter<OneOrMany<Cluster>>("structures", "a cluster, a list, a catalogue or guesses"),
    against, vary, rmin, rmax, .fitted, qmin, qmax,
    topic: "fits",
    help: help + """


      A fit has `rw`, `structure`, `scale`, `expansion`, `biso`, `bond`, `errors`, `calculated` and
      `residual`.
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
    ]
  ) { session, clusters, pdf, vary, rmin, rmax, said, qmin, qmax in
    let refinement = try settings(vary, rmin, rmax, qmin, qmax, said)
    return try fit(clusters.values, to: pdf, refinement, session)
  }

  private static let mine = Command(
    "mine", "fits of every shape of a catalogue, lowest Rw first",
    Parameter<Catalogue>("catalogue", "where to look"),
    against, vary, rmin, rmax, .fitted, qmin, qmax,
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
  ) { session, catalogue, pdf, vary, rmin, rmax, said, qmin, qmax in
    let refinement = try settings(vary, rmin, rmax, qmin, qmax, said)
    let metal = pdf.metal.flatMap { $0.bond == nil ? nil : $0 }
    let shapes = try catalogue.representatives.map { shape in
      try metal.map { try shape.scaled(to: $0) } ?? shape
    }
    return try fit(shapes, to: pdf, refinement, session)
  }

  private static func settings(
    _ vary: OneOrMany<String>, _ rmin: Double, _ rmax: Double, _ qmin: Double?,
    _ qmax: Double?, _ said: Options<StartOrBounds>
  ) throws -> Refinement {
    var refinement = Refinement()
    refinement.vary = try vary.values.map { name in
      guard let quantity = Quantity.fitted.first(where: { $0.name == name }) else {
        let names = Quantity.fitted.map(\.name)
        throw Complaint(
          "a fit has no parameter '\(name)'", argument: "vary",
          suggestion: Suggestion.didYouMean(name, among: names)
            ?? "its parameters: \(names.joined(separator: ", "))")
      }
      return quantity
    }
    (refinement.rmin, refinement.rmax) = (rmin, rmax)
    (refinement.qmin, refinement.qmax) = (qmin, qmax)
    for parameter in Quantity.fitted {
      guard let value = said[parameter.name] else { continue }
      if let start = value.start {
        refinement.values[parameter] = start
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

  private static func fit(
    _ clusters: [Cluster], to pdf: PDF, _ refinement: Refinement, _ session: Session
  ) throws -> Fits {
    try requireCurve(pdf, qmax: refinement.qmax)
    warn(ofDoubtsAbout: pdf, session)
    if let lacking = pdf.lacking(.init(between: refinement.rmin, and: refinement.rmax)) {
      session.warn("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left out"))")
    }
    // Threads report here one at a time; the line is drawn by whichever comes.
    let progress = Mutex(Line(session.progress("fitting", total: clusters.count)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let fits = try refinement.fit(
      clusters, to: pdf,
      goesOn: { done in
        progress.withLock { $0.progress.update(done) }
        return !interrupt.isRaised
      }, while: { !interrupt.isRaised })
    if interrupt.isRaised, fits.count < clusters.count {
      guard !fits.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(clusters.count) fits")
    }
    return Fits(fits)
  }

  struct Line: @unchecked Sendable {
    let progress: Progress
    init(_ progress: Progress) { self.progress = progress }
  }
}
