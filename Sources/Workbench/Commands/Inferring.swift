import Numerics
import Clusters
import Generative
import Scattering
import Script
import Tensors

extension Command {
  static let inferring = [infer, evaluate, latent]

  private static let infer = Command(
    "infer", "candidate structures for a PDF, drawn around its place on the latent map",
    Parameter<Model>("model", "a trained model"),
    Parameter<PDF>("pdf", "a measured or simulated PDF"),
    Parameter("samples", default: 100, "number of structures").within(1...1_000_000),
    Parameter("sigma", default: 3.0, "factor on the standard deviations of the prior")
      .within(0...1000),
    .seed,
    Parameter<[Double]?>("at", "x, y … on the map, instead of the PDF's own place")
      .within(-1e6...1e6),
    Parameter<StructureType?>("near", "around the likeliest shape of this type instead"),
    Parameter<EachChoice?>("each", "\"type\": around the likeliest shape of every type in turn"),
    Parameter<Element?>("element", shown: "the PDF's metal", "metal of the structures").offering(
      .elements),
    topic: "models",
    help: """
      The prior of a PDF is a mixture of Gaussians on the map. The first guess stands at the
      likeliest place, the mean of the heaviest Gaussian; the others are drawn from the mixture, with
      `sigma` times its standard deviations and its weights to the power 1/`sigma`. `near:` and `each:` reach types that the prior did not think
      of: the paper's icosahedral answer for Au144(PET)60 was found by moving the mean.
      """,
    examples: [
      #"""
      measured = simulate decahedron("Au", p: 2, q: 2, r: 1), qmax: 22, qdamp: 0.04, noise: 0.02
      guesses = infer load("mmnp"), measured, samples: 50
      print refine(guesses, against: measured)[0].structure.count
      """#
    ]
  ) { session, model, pdf, samples, sigma, seed, at, near, each, element in
    try requireCurve(pdf)
    warn(ofDoubtsAbout: pdf, session)
    if let lacking = pdf.lacking(2...29) { session.warn("\(pdf.name) has \(lacking)") }
    var random = RandomGenerator(seed: seed)
    let interrupt = session.interrupt
    let progress = session.progress("drawing", total: samples)
    defer { progress.end() }
    let guesses = model.infer(
      pdf, element: element ?? metal(of: pdf, session), samples: samples, sigma: sigma,
      target: try target(at: at, near: near, each: each, on: model),
      from: &random,
      shouldContinue: { count in
        progress.update(count)
        return !interrupt.isRaised
      }, while: { !interrupt.isRaised })
    if guesses.list.count < samples {
      interrupt.clear()
      session.warn("stopped after \(guesses.list.count) of \(samples) structures")
    }
    return guesses
  }

  private static func target(
    at place: [Double]?, near type: StructureType?, each: EachChoice?, on model: Model
  ) throws -> SamplingTarget {
    guard [place != nil, type != nil, each != nil].count(where: { $0 }) <= 1 else {
      throw Complaint("only one of at, near and each can be given", argument: "near")
    }
    if let place {
      let dimensions = model.network.dimensions
      guard place.count == dimensions else {
        throw Complaint(
          "at is a place on the model's map, a list of \(dimensions) numbers", argument: "at")
      }
      return .at(place)
    }
    if let type, !model.map.contains(where: { $0.type == type }) {
      let known = Set(model.map.map(\.typeName)).sorted().joined(separator: ", ")
      throw Complaint("this model knows no \(type.rawValue) shape, but \(known)", argument: "near")
    }
    return each != nil ? .eachType : type.map(SamplingTarget.near) ?? .prior
  }

  /// - Parameter qmax: what the command says in place of the PDF's own.
  /// - Throws: `Complaint` about a PDF of which no structure can be made, `FileError` where it does
  ///   not say its Qmax.
  static func requireCurve(_ pdf: PDF, qmax: Double? = nil) throws {
    guard pdf.r.count >= 4, pdf.g.allSatisfy(\.isFinite) else {
      throw Complaint("\(pdf.name) has too few points for a structure", argument: "pdf")
    }
    guard qmax ?? pdf.qmax != nil else {
      throw FileError(pdf.name, "it names no Qmax; say it: load \"\(pdf.name)\", qmax: 25")
    }
  }

  static func warn(ofDoubtsAbout pdf: PDF, _ session: Session) {
    for doubt in pdf.doubts { session.warn("\(pdf.name): \(doubt)") }
  }

  static func metal(of pdf: PDF, _ session: Session) -> Element {
    if let metal = pdf.metal { return metal }
    let cause =
      pdf.composition == nil ? "\(pdf.name) does not say which metal it is of" : "\(pdf.name)"
    session.warn("\(cause); taken as Au, see element:")
    return Element.gold
  }

  private static let evaluate = Command(
    "evaluate", "how well a model solves the simulated PDFs of known structures",
    Parameter<Model>("model", "a trained model"),
    Parameter<DatasetPart>("on", labelled: true, "a part of a data set, such as data.test"),
    Parameter("conditions", default: EvaluationChoice.paper, "paper or random"),
    Parameter("samples", default: 1, "structures drawn for each PDF; the lowest Rw counts").within(
      1...100_000),
    Parameter("sigma", default: 3.0, "how far from the likely places they are drawn").within(
      0...1000),
    Parameter("first", default: 1_000_000, "only so many structures, evenly spaced over the part")
      .within(1...1e9),
    .seed,
    topic: "models",
    help: """
      The PDFs are simulated at the paper's conditions, or each under random ones: \
      \(RandomConditions.beamlines). One sample is the structure at the likeliest place. `mae` is the
      mean |x − x̂| over the coordinates, atom against atom; `maeFitted` the same after the fit of
      scale, expansion and biso; `maeFree` free of the order of atoms and of rotation.
      """,
    examples: [
      #"""
      data = dataset catalogue("mmnp", atoms: 5..20)
      e = evaluate load("mmnp"), on: data.test
      print e.rightCount
      """#
    ]
  ) { session, model, part, conditions, samples, sigma, first, seed in
    let count = part.indices.count
    let indices =
      first < count
      ? (0..<first).map { part.indices[$0 * count / first] } : part.indices
    let progress = session.progress("evaluating", total: indices.count)
    defer { progress.end() }
    let interrupt = session.interrupt
    let evaluation = try model.evaluate(
      on: part.dataset.catalogue, indices: indices,
      conditions: conditions == .paper ? .fixed(ScatteringConditions()) : .random(seed: seed),
      samples: samples, sigma: sigma, while: { !interrupt.isRaised },
      report: { progress.update($0) })
    if interrupt.isRaised {
      guard !evaluation.entries.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped after \(evaluation.entries.count) of \(indices.count) structures")
    }
    return evaluation
  }

  private static let latent = Command(
    "latent", "where structures lie on the latent map, by their PDFs or by their atoms",
    Parameter<Model>("model", "a trained model"),
    Parameter<OneOrMany<Cluster>>("structures", "a catalogue, a part of a data set, clusters"),
    Parameter("by", default: LatentChoice.pdf, "pdf or structure"),
    topic: "models",
    help: """
      By `pdf`, the PDFs are simulated at the paper's conditions and placed by the prior; x and y are
      the likeliest place, where `infer` begins, sigmaX and sigmaY its standard deviations. Of a map
      of more than two dimensions they are of the plane that is shown, upwards the direction in which
      sizes grow and across that in which places differ most besides, and z1, z2 … are the map's
      own. By `structure`, the atoms themselves are placed by the posterior, which with some models
      sees the PDFs besides.
      """,
    examples: [
      #"print latent(load("mmnp"), icosahedron("Au", shells: 3))"#,
      #"print latent(load("mmnp"), octahedron("Pt", length: 5), by: "structure")"#,
    ]
  ) { session, model, clusters, choice in
    let clusters = clusters.values
    var priors: [LatentDistribution] = []
    let progress = session.progress("placing", total: clusters.count)
    defer { progress.end() }
    switch choice {
    case .pdf:
      let transform = try DebyeTransform(ScatteringConditions(), for: clusters)
      for start in stride(from: 0, to: clusters.count, by: 256) {
        let part = Array(clusters[start..<min(start + 256, clusters.count)])
        priors += model.network.priors(of: transform.pdfs(part))
        try session.checkInterrupt()
        progress.update(priors.count)
      }
    case .structure:
      guard let posteriors = try model.network.posteriors(of: clusters) else {
        throw Complaint("\(model.name) places structures only by their PDFs", argument: "by")
      }
      priors = posteriors
    }
    // The plane that is shown, and behind it the map's own dimensions where they are more.
    let dimensions = model.network.dimensions > 2 ? model.network.dimensions : 0
    let names = ["x", "y"] + (0..<dimensions).map { "z\($0 + 1)" }
    func row(_ plane: (x: Double, y: Double), _ own: [Double]) -> [Double] {
      [plane.x, plane.y] + own.prefix(dimensions)
    }
    let places = priors.map { row(model.plane.shown($0.place), $0.place) }
    let deviations = priors.map {
      row(model.plane.shown(deviation: $0.deviation), $0.deviation)
    }
    return Table(
      [
        .init("type", of: clusters.map(\.type.rawValue)),
        .init("atoms", of: clusters.map(\.count)),
      ]
        + names.enumerated().map { axis, name in
          .init(name, digits: 3, of: places.map { $0[axis] })
        }
        + names.enumerated().map { axis, name in
          .init("sigma\(name.uppercased())", digits: 4, of: deviations.map { $0[axis] })
        }
        + [.init("bond", unit: "Å", digits: 4, of: priors.map(\.bond))])
  }
}

/// What `latent` places structures by.
enum LatentChoice: String, ScriptChoice { case pdf, structure }

/// Conditions that `evaluate` simulates PDFs under.
enum EvaluationChoice: String, ScriptChoice { case paper, random }

/// What `infer` can go through in turn.
enum EachChoice: String, ScriptChoice { case type }
