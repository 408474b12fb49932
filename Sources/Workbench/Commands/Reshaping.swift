import Clusters
import Fitting
import Numerics
import Scattering
import Script
import Synchronization

extension Command {
  static let reshaping = [reshape]

  private static let reshape = Command(
    "reshape", "the shape that fits a PDF, found facet by facet and atom by atom",
    Parameter<OneOrMany<ShapeStart>>(
      "start", "a motif, such as \"five-fold\", a cluster or a fit; a list of motifs tries each"),
    Parameter<PDF>("against", labelled: true, "the measured PDF"),
    Parameter(.rmin, default: 1.5, "start of the fit"),
    Parameter(.rmax, default: 30, "end of the fit"),
    Parameter<Double?>(.qmin, shown: "the PDF's"),
    Parameter<Double?>(.qmax, shown: "the PDF's"),
    Parameter<Double?>(.qdamp, shown: "the PDF's, or 0.04"),
    Parameter<Double?>(
      "bond", unit: "Å", shown: "the PDF's first peak",
      "nearest neighbours stand about so far apart"
    ).within(1...10),
    Parameter("starts", default: 4, "how many centres are tried").within(1...1000),
    Parameter("effort", default: 1.0, "factor of the number of moves").within(0.01...1000),
    Parameter("surface", default: 0.1, "cost of the surface, as a share of the misfit").within(
      0...10),
    Parameter(
      "predict", default: true, "whether models also fit the near part and tell the far one"),
    Parameter<Element?>("element", shown: "the PDF's metal", "metal of the particle").offering(
      .elements),
    .seed,
    topic: "fits",
    help: """
      A particle is a motif and a boundary. Motifs are `sc`, `bcc`, `fcc`, `hcp`, `five-fold`,
      `twenty-fold`, and close-packed layers by a word of h and c, as `chc` for one twin plane. From
      balls around several centres, annealing moves facets and then single atoms, in turn with least
      squares of scale, bond length, biso and delta2. Bonds stay those of the motif. A cluster or a
      fit gives its motif, its bond length, and its atoms where they lie on the motif.

      The answer is a family of shapes: `best` and `fits`, `atoms` (the range that fits as well),
      `sites` (each with its probability). Two hundred sites fit what five numbers may fit as well,
      so `models` also holds spheres of one size and of many: each is fitted to the near part of the
      PDF as well and tells the far part. `kind` is the model of least freedom that tells it as well
      as any, to a tenth. `plot` shows the fit beside the sites, dark where an atom always is.

      The answer depends on the seed only. Ctrl-C ends the work and keeps what was found.
      """,
    examples: [
      #"""
      measured = simulate particle("Pt", motif: "fcc", atoms: 60, seed: 5), qmax: 22, noise: 0.01
      answer = reshape "fcc", against: measured, predict: false
      print answer.best.structure.count, answer.atoms
      """#,
      #"""
      measured = simulate decahedron("Au", p: 2, q: 2), qmax: 22, biso: 0.5, noise: 0.01
      reshape ["fcc", "five-fold"], against: measured, starts: 2
      """#,
    ]
  ) {
    session, start, pdf, rmin, rmax, qmin, qmax, qdamp, bond, starts, effort, surface, predict,
    element, seed in
    guard pdf.r.count >= 4 else {
      throw Complaint("\(pdf.name) has too few points for a fit", argument: "against")
    }
    var settings = Reshape()
    (settings.rmin, settings.rmax) = (rmin, rmax)
    (settings.qmin, settings.qmax, settings.qdamp) = (qmin, qmax, qdamp)
    (settings.nearest, settings.starts, settings.effort) = (bond, starts, effort)
    (settings.surface, settings.predicts, settings.seed) = (surface, predict, seed)
    let metal = element ?? metal(of: pdf, session)
    // Threads report here one at a time; the line is drawn by whichever comes.
    let line = Mutex(ReshapeLine(session.progress("reshaping", total: 100)))
    defer { line.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let motifs = start.values.map(\.motif)
    let families = try settings.run(
      motifs, of: metal, startingAt: start.values.compactMap(\.cluster), against: pdf
    ) { share in
      line.withLock { $0.progress.update(Int(100 * share)) }
      return !interrupt.isRaised
    }
    if interrupt.isRaised {
      guard !families.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped before all starts were tried")
    }
    guard !families.isEmpty else {
      throw Complaint(
        "\(pdf.name) has no peak that a motif could begin with", argument: "against",
        suggestion: "say how far apart neighbours stand: bond: 2.8")
    }
    return Shapes(families)
  }

  private struct ReshapeLine: @unchecked Sendable {
    let progress: Progress
    init(_ progress: Progress) { self.progress = progress }
  }
}

/// What reshaping begins with: a motif, or a cluster with its motif.
struct ShapeStart: ScriptValue {
  let motif: Motif
  let cluster: Cluster?

  static let typeName = "motif, cluster or fit"

  static func from(_ value: Value) throws -> ShapeStart {
    if case .text = value {
      return ShapeStart(motif: try Motif.from(value), cluster: nil)
    }
    let cluster = try Cluster.from(value)
    guard let motif = Motif(of: cluster) else {
      throw Mismatch(
        "a motif", suggestion: "\(cluster.label) has none that is known; name one, as \"fcc\"")
    }
    return ShapeStart(motif: motif, cluster: cluster)
  }

  var scriptValue: Value { cluster.map { .object($0) } ?? .text(motif.name) }
}
