import Clusters
import Scattering
import Script

extension Command {
  static let simulating = [simulate, scatter, normalise, resample]

  private static let cluster = Parameter<OneOrMany<Cluster>>(
    "structures", "cluster to scatter from, or many")

  private static let simulate = Command(
    "simulate", "the PDF of a cluster, by the Debye equation", cluster,
    Parameter("qmin", default: 0.7, unit: "Å⁻¹", "lower end of the Fourier transform"),
    Parameter("qmax", default: 25.0, unit: "Å⁻¹", "upper end of the Fourier transform"),
    Parameter("qdamp", default: 0.0, unit: "Å⁻¹", "damping, exp(−(qdamp·r)²/2)"),
    Parameter("biso", default: 0.3, unit: "Å²", "displacement parameter B = 8π²⟨u²⟩"),
    Parameter("delta2", default: 0.0, unit: "Å²", "sharpening of near peaks, σ² ∝ 1 − delta2/r²"),
    Parameter("rmin", default: 0.0, unit: "Å", "first distance"),
    Parameter("rmax", default: 30.0, unit: "Å", "end of the distances, itself left out"),
    Parameter("rstep", default: 0.01, unit: "Å", "step of the distances"),
    Parameter("noise", default: 0.0, "standard deviation of noise, as a share of the largest G"),
    .seed,
    topic: "scattering",
    help: """
      F(Q) = (2/N) Σ sin(Qr)/r · exp(−Q² (B/8π²)(1 − delta2/r²)) over all pairs, and
      G(r) = (2/π) ∫ F(Q) sin(Qr) dQ from qmin to qmax, times the damping. The defaults are those of
      the paper's training PDFs. Many structures give a list of PDFs.
      """,
    examples: [
      #"simulate icosahedron("Au", shells: 3), qmax: 22"#,
      #"noisy = simulate fcc("Pt", layers: [3, 4, 4]), qdamp: 0.04, noise: 0.03, seed: 1"#,
    ]
  ) {
    _, clusters, qmin, qmax, qdamp, biso, delta2, rmin, rmax, rstep, noise, seed -> Value in
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (qmin, qmax, qdamp)
    (conditions.biso, conditions.delta2) = (biso, delta2)
    (conditions.rmin, conditions.rmax, conditions.rstep) = (rmin, rmax, rstep)
    guard (0...100).contains(noise) else {
      throw Complaint("noise is 0 to 100, not \(noise)", argument: "noise")
    }
    let transform = try DebyeTransform(conditions, for: clusters.values)
    let all = transform.g(clusters.values)
    let points = transform.r.count
    var random = SeededRandom(seed: seed)
    let pdfs = clusters.values.enumerated().map { place, cluster in
      let g = all[(place * points)..<((place + 1) * points)].map(Double.init)
      let pdf = transform.pdf(of: cluster, g: g)
      return noise > 0 ? pdf.noisy(noise, using: &random) : pdf
    }
    return clusters.isOne ? Value(pdfs[0]) : Value(pdfs)
  }

  private enum Kind: String, ScriptChoice {
    case F, S, I
  }

  private static let scatter = Command(
    "scatter", "the scattering of a cluster in Q, as a table",
    Parameter<Cluster>("cluster", "structure to scatter from"),
    Parameter("kind", default: Kind.F, "F(Q), S(Q) = F(Q)/Q + 1 or I(Q) = N·S(Q)"),
    Parameter("qmin", default: 0.1, unit: "Å⁻¹", "first Q"),
    Parameter("qmax", default: 25.0, unit: "Å⁻¹", "last Q"),
    Parameter("qstep", default: 0.02, unit: "Å⁻¹", "step of Q"),
    Parameter("biso", default: 0.3, unit: "Å²", "displacement parameter B = 8π²⟨u²⟩"),
    topic: "scattering",
    help: """
      The Debye sum over all pairs, without the Fourier transform that makes a PDF of it. I(Q) is in
      units of the squared form factor. `plot scatter(c)` draws it.
      """,
    examples: [#"s = scatter icosahedron("Au", shells: 3), kind: "S", qmax: 15"#]
  ) { _, cluster, kind, qmin, qmax, qstep, biso in
    let curve = try StructureFunction(
      of: cluster, qmin: qmin, qmax: qmax, qstep: qstep, biso: biso)
    let values =
      switch kind {
      case .F: curve.f
      case .S: curve.s
      case .I: curve.i
      }
    return Table([
      .init("Q", unit: "Å⁻¹", of: curve.q),
      .init(kind.rawValue, unit: kind == .F ? "Å⁻¹" : nil, of: values),
    ])
  }

  private static let normalise = Command(
    "normalise", "a PDF divided by its largest value, as the paper's network sees it",
    Parameter<PDF>("pdf", "the PDF"),
    form: .function, topic: "scattering",
    examples: [#"pdf = simulate(icosahedron("Au", shells: 2)).normalise()"#]
  ) { _, pdf in pdf.normalised }

  private static let resample = Command(
    "resample", "a PDF at other distances",
    Parameter<PDF>("pdf", "the PDF"),
    Parameter("rmin", default: 0.0, unit: "Å", "first distance"),
    Parameter("rmax", default: 30.0, unit: "Å", "end of the distances, itself left out"),
    Parameter("rstep", default: 0.01, unit: "Å", "step of the distances"),
    form: .function, topic: "scattering",
    help: "Cubic interpolation; what the PDF lacks is zero, and a warning says so.",
    examples: [#"resample(simulate(icosahedron("Au", shells: 2)), rmin: 2, rstep: 0.1)"#]
  ) { session, pdf, rmin, rmax, rstep in
    var conditions = ScatteringConditions()
    (conditions.rmin, conditions.rmax, conditions.rstep) = (rmin, rmax, rstep)
    try conditions.validate()
    let r = conditions.r
    if let lacking = pdf.lacking(rmin...(r.last ?? rmin)) {
      session.warn("\(pdf.name) has \(lacking)")
    }
    return pdf.resampled(on: r)
  }
}
