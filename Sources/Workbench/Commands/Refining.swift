import Fitting
import Clusters
import Scattering
import Script
import Synchronization

extension Command {
  static let refining = [refine, mine]

  private static let against = Parameter<PDF>("against", labelled: true, "the measured PDF")
  private static let vary = Parameter(
    "vary", default: OneOrMany<String>(["scale", "expansion", "biso"]),
    "what is varied: scale, expansion, biso, delta2, qdamp")
  private static let rmin = Parameter("rmin", default: 1.5, unit: "Å", "start of the fit")
  private static let rmax = Parameter("rmax", default: 20.0, unit: "Å", "end of the fit")
  private static let scale = Parameter<StartOrBounds?>(
    "scale", shown: "the best", "factor of the PDF")
  private static let expansion = Parameter<StartOrBounds?>(
    "expansion", shown: "0.85..1.2", "factor of all distances")
  private static let biso = Parameter<StartOrBounds?>(
    "biso", unit: "Å²", shown: "0..3", "displacement parameter")
  private static let delta2 = Parameter<StartOrBounds?>(
    "delta2", unit: "Å²", shown: "0", "sharpening of near peaks")
  private static let qdamp = Parameter<StartOrBounds?>(
    "qdamp", unit: "Å⁻¹", shown: "the PDF's, or 0.04", "damping by the instrument")
  private static let qmin = Parameter<Double?>(
    "qmin", unit: "Å⁻¹", shown: "the PDF's", "lower end of the Fourier transform")
  private static let qmax = Parameter<Double?>(
    "qmax", unit: "Å⁻¹", shown: "the PDF's", "upper end of the Fourier transform")

  private static let help = """
    Least squares of G(r) by MINPACK's Levenberg–Marquardt with analytic derivatives. A parameter
    takes a number, to start from or to keep if it is not varied, or a range as its bounds:
    `expansion: 0.95..1.1`. Without a number the expansion is first searched for within its
    bounds. Ctrl-C ends the work and keeps the fits so far.
    """

  private static let refine = Command(
    "refine", "fits of structures to a measured PDF, lowest Rw first",
    Parameter<OneOrMany<Cluster>>("structures", "a cluster, a list, a catalogue or guesses"),
    against, vary, rmin, rmax, scale, expansion, biso, delta2, qdamp, qmin, qmax,
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
  ) {
    session, clusters, pdf, vary, rmin, rmax, scale, expansion, biso, delta2, qdamp, qmin, qmax in
    let refinement = try settings(
      vary, rmin, rmax, qmin, qmax,
      [
        .scale: scale, .expansion: expansion, .biso: biso, .delta2: delta2, .qdamp: qdamp,
      ])
    return try fit(clusters.values, to: pdf, refinement, session)
  }

  private static let mine = Command(
    "mine", "fits of every shape of a catalogue, lowest Rw first",
    Parameter<Catalogue>("catalogue", "where to look"),
    against, vary, rmin, rmax, scale, expansion, biso, delta2, qdamp, qmin, qmax,
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
  ) {
    session, catalogue, pdf, vary, rmin, rmax, scale, expansion, biso, delta2, qdamp, qmin, qmax in
    let refinement = try settings(
      vary, rmin, rmax, qmin, qmax,
      [
        .scale: scale, .expansion: expansion, .biso: biso, .delta2: delta2, .qdamp: qdamp,
      ])
    let metal = pdf.metal.flatMap { $0.bond == nil ? nil : $0 }
    let shapes = try catalogue.shapes.map { shape in
      try metal.map { try shape.scaled(to: $0) } ?? shape
    }
    return try fit(shapes, to: pdf, refinement, session)
  }

  private static func settings(
    _ vary: OneOrMany<String>, _ rmin: Double, _ rmax: Double, _ qmin: Double?,
    _ qmax: Double?, _ said: [FitParameter: StartOrBounds?]
  ) throws -> Refinement {
    var refinement = Refinement()
    refinement.vary = try vary.values.map { name in
      guard let parameter = FitParameter(rawValue: name) else {
        throw Complaint(
          "a fit has no parameter '\(name)'", argument: "vary",
          suggestion: Suggestion.didYouMean(name, among: FitParameter.choices)
            ?? "its parameters: \(FitParameter.choices.joined(separator: ", "))")
      }
      return parameter
    }
    (refinement.rmin, refinement.rmax) = (rmin, rmax)
    (refinement.qmin, refinement.qmax) = (qmin, qmax)
    for case (let parameter, let value?) in said {
      if let start = value.start {
        refinement.values[parameter] = start
      } else if refinement.vary.contains(parameter) {
        refinement.bounds[parameter] = value.bounds
      } else {
        throw Complaint(
          "\(parameter.rawValue) has bounds, but is not varied", argument: parameter.rawValue,
          suggestion: "give it a number, or name it in vary:")
      }
    }
    return refinement
  }

  private static func fit(
    _ clusters: [Cluster], to pdf: PDF, _ refinement: Refinement, _ session: Session
  ) throws -> Fits {
    if let lacking = pdf.lacking(refinement.rmin...max(refinement.rmin, refinement.rmax)) {
      session.warn("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left out"))")
    }
    // Threads report here one at a time; the line is drawn by whichever comes.
    let progress = Mutex(Line(session.progress("fitting", total: clusters.count)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let fits = try refinement.fit(clusters, to: pdf) { done in
      progress.withLock { $0.progress.update(done) }
      return !interrupt.isRaised
    }
    if interrupt.isRaised, fits.count < clusters.count {
      guard !fits.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(clusters.count) fits")
    }
    return Fits(fits)
  }

  private struct Line: @unchecked Sendable {
    let progress: Progress
    init(_ progress: Progress) { self.progress = progress }
  }
}
