import Clusters
import Fitting
import Generative
import Numerics
import Scattering
import Script
import Synchronization

/// How `solve` finds its answers; candidates and model are made once for a series.
struct Solver {
  let settings: Refinement

  /// Candidates that the script gives instead of the usual ones.
  private let given: [Cluster]?

  /// Numbers of atoms of the usual ones.
  let atoms: ClosedRange<Int>
  let element: Element?

  /// Whether the shapes of open types are found site by site.
  let reshapes: Bool
  /// Whether these begin with samples of the model of particles.
  let isGuided: Bool
  var model: Model?
  private(set) var particles: Model?
  let seed: UInt64

  /// By the metal that is known of PDFs.
  private var surveys: [Element?: Survey] = [:]

  init(
    settings: Refinement, given: [Cluster]?, atoms: ClosedRange<Int>, element: Element?,
    reshapes: Bool, isGuided: Bool, model: Model?, seed: UInt64
  ) throws {
    if given?.isEmpty == true {
      throw Complaint(
        "there are no candidates", argument: "candidates",
        suggestion: "without candidates: all known shapes are tried")
    }
    (self.settings, self.atoms, self.given) = (settings, atoms, given)
    (self.element, self.reshapes, self.isGuided) = (element, reshapes, isGuided)
    (self.model, self.seed) = (model, seed)
  }

  /// Scale, expansion, biso and delta2; in metals at room temperature biso is 0.3 to 1 Å².
  static var refinement: Refinement {
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2]
    (refinement.values[.biso], refinement.values[.delta2]) = (0.6, 1)
    refinement.bounds[.biso] = 0.05...3
    refinement.expected[.biso] = (mean: 0.6, deviation: 0.4)
    return refinement
  }

  /// - Throws: `Complaint` about a PDF that cannot be solved, `ScatteringError`, `Interrupted`.
  mutating func solve(_ pdf: PDF, _ session: Session) throws -> Solution {
    try prepare(for: pdf, session)
    return try solution(try answer(for: pdf, session))
  }

  /// Shipped models that were read once; `solve` trains none.
  private static let models = Mutex<[String: Model]>([:])

  private static func model(_ name: String, _ session: Session) throws -> Model {
    if let known = models.withLock({ $0[name] }) { return known }
    let read = try Model.from(try Model.load(name, session))
    models.withLock { $0[name] = read }
    return read
  }

  /// Makes what the answer for a PDF needs, its candidates and models, unless it is there.
  ///
  /// - Throws: `Complaint` about a PDF that cannot be solved, `Interrupted`.
  mutating func prepare(for pdf: PDF, _ session: Session) throws {
    try Command.requireCurve(pdf, qmax: settings.qmax)
    let (known, metal) = (element ?? pdf.metal, metal(of: pdf))
    if surveys[known] == nil {
      surveys[known] =
        try given.map { try survey(of: $0, as: known, session) }
        ?? survey(of: metal, bond: metal.bond ?? pdf.firstPeak, session)
    }
    if model == nil { model = try Self.model("mmnp", session) }
    if reshapes, isGuided, particles == nil { particles = try Self.model("particles", session) }
  }

  /// What a PDF says, once all is prepared for it.
  ///
  /// - Throws: `ScatteringError`, `Interrupted`.
  func answer(for pdf: PDF, _ session: Session) throws -> Answer {
    let pdf = settings.qmin == nil ? pdf.withoutSmallAngles : pdf
    let metal = metal(of: pdf)
    guard let survey = surveys[element ?? pdf.metal] else {
      preconditionFailure("nothing was prepared for \(metal.symbol)")
    }
    var doubts = pdf.doubts
    if let known = element ?? pdf.metal {
      doubts += pdf.doubts(as: known)
    } else {
      doubts.append(
        pdf.composition == nil
          ? "\(pdf.name) does not say which metal it is of, taken as Au; element: says it"
          : "it is taken as Au; element: says another")
    }
    if let lacking = pdf.lacking(.init(between: settings.rmin, and: min(settings.rmax, 20))) {
      doubts.append("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left out"))")
    }
    let fits = try Command.fits(of: survey, to: pdf, settings, session)
    guard let first = fits.first else { throw Interrupted() }
    let ideal = Answer(pdf, fits.map(Candidate.init(ideal:)), among: survey.clusters)
    let families = reshapes ? try families(for: ideal, of: survey, metal, session) : []
    let spheres = given == nil ? try spheres(for: ideal, families, metal, session) : []
    return Answer(
      pdf, ideal.candidates + found(families, ideal, spheres) + spheres, among: survey.clusters,
      families: families,
      assumptions: assumptions(metal, first, survey.clusters, notes: pdf.notes), doubts: doubts)
  }

  /// An answer with its place on the map.
  func solution(_ answer: Answer) throws -> Solution {
    guard let model else { preconditionFailure("no model was prepared") }
    return Solution(
      answer: answer, model: model, metal: metal(of: answer.pdf), seed: seed, tried: given,
      command: command(for: answer.pdf))
  }

  private func metal(of pdf: PDF) -> Element { element ?? pdf.metal ?? .gold }

  private func assumptions(
    _ metal: Element, _ fit: Fit, _ candidates: [Cluster], notes: [String]
  ) -> [String] {
    let sizes = candidates.map(\.count)
    let (rmin, rmax) = (fit.measured.r.first ?? 0, fit.measured.r.last ?? 0)
    var list = [
      "one particle of \(metal.symbol) alone",
      candidates.count == 1
        ? "one candidate of \(sizes[0]) atoms"
        : "\(candidates.count) candidates of \(sizes.min() ?? 0) to \(sizes.max() ?? 0) atoms",
      "r from \(rmin.plain) to \(rmax.plain) Å, \(fit.independentPoints.decimals(0)) independent points",
      "qdamp \(fit.qdamp.plain) Å⁻¹",
    ]
    if let known = settings.expected[.biso] {
      list.append("biso about \(known.mean.plain) ± \(known.deviation.plain) Å²")
    }
    return list + notes
  }

  /// The script's line that gives the answer again.
  private func command(for pdf: PDF) -> String {
    var parts = ["answer = solve load(\(Value.text(pdf.name).literal))"]
    func add(_ name: String, _ value: Double?) {
      if let value { parts.append("\(name): \(value.plain)") }
    }
    if given != nil { parts.append("candidates: load(\"\(Solution.triedFile)\")") }
    if let element { parts.append("element: \"\(element.symbol)\"") }
    if atoms != 5...1500 { parts.append("atoms: \(atoms.lowerBound)..\(atoms.upperBound)") }
    add("rmin", settings.rmin)
    add("rmax", settings.rmax)
    add("qmin", settings.qmin)
    add("qmax", settings.qmax)
    add("qdamp", settings.values[.qdamp])
    parts.append("reshape: \(reshapes)")
    if reshapes, !isGuided { parts.append("guided: false") }
    if settings.expected.isEmpty { parts.append("expects: false") }
    if let biso = settings.bounds[.biso], biso != Self.refinement.bounds[.biso] {
      parts.append("biso: \(biso.lowerBound.plain)..\(biso.upperBound.plain)")
    }
    parts.append("seed: \(seed)")
    return parts.joined(separator: ", ")
  }
}

extension PDF {
  /// The same with a qmin that candidates can be compared at.
  ///
  /// A measured G(r) lacks the scattering at small angles, whatever qmin its header names: that of
  /// a whole particle, without which G falls along −4πρr before the first peak. Candidates lack it
  /// from about 0.5 Å⁻¹ on.
  fileprivate var withoutSmallAngles: PDF {
    guard (qmin ?? 0) < 0.5 else { return self }
    var pdf = self
    pdf.qmin = 0.8
    pdf.notes.append("candidates without small angles, from 0.8 Å⁻¹ on; qmin: says otherwise")
    return pdf
  }

  /// Where the highest point between 2 and 3.8 Å stands, in Å.
  fileprivate var firstPeak: Double {
    let near = cut(2...3.8)
    return near.g.indices.max { near.g[$0] < near.g[$1] }.map { near.r[$0] } ?? 2.8
  }
}
