import Numerics
import Clusters
import Scattering
import Script

extension Quadrature: ScriptChoice {}

extension Command {
  static let simulating = [simulate, scatter, normalise, resample, graph]

  private static let cluster = Parameter<OneOrMany<Cluster>>(
    "structures", "cluster to scatter from, or many")

  private static let kept = KeptTransform()

  private static let simulate = Command(
    "simulate", "the PDF of a cluster, by the Debye equation", cluster,
    Parameter(.qmin, default: Quantity.qmin.usual), Parameter(.qmax, default: Quantity.qmax.usual),
    Parameter(.qdamp, default: 0), Parameter(.biso, default: 0.3), .widths,
    Parameter(.rmin, default: Quantity.rmin.usual), Parameter(.rmax, default: Quantity.rmax.usual),
    Parameter(.rstep, default: Quantity.rstep.usual),
    Parameter(
      "quadrature", default: Quadrature.exact,
      "exact: the integral over Q; diffpy: over whole steps of Q, as its DebyePDFCalculator"),
    Parameter("noise", default: 0.0, "standard deviation of noise, as a share of the largest G")
      .within(0...100),
    .seed,
    topic: "scattering",
    help: """
      F(Q) = (2/N) Σ sin(Qr)/r · exp(−Q² (B/8π²) w(r)) over all pairs, and
      G(r) = (2/π) ∫ F(Q) sin(Qr) dQ from qmin to qmax, times the damping. The defaults are those of
      the paper's training PDFs. Widths of peaks are equal, w = 1, but for what
      \(PeakWidth.quantities.map(\.name).joined(separator: ", ")) add (docs/fits.md). Many
      structures give a list of PDFs.

      diffpy sums over whole steps of Q, of which the first lies up to half a step beside qmin. For
      few atoms that moves G by up to 1 % of its largest value; `quadrature: "diffpy"` does the same.
      """,
    examples: [
      #"simulate icosahedron("Au", shells: 3), qmax: 22"#,
      #"noisy = simulate fcc("Pt", layers: [3, 4, 4]), qdamp: 0.04, noise: 0.03, seed: 1"#,
    ]
  ) {
    session, clusters, qmin, qmax, qdamp, biso, widths, rmin, rmax, rstep, quadrature, noise, seed
      -> Value in
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (qmin, qmax, qdamp)
    conditions.biso = biso
    for quantity in PeakWidth.quantities {
      conditions.width[quantity] = widths[quantity.name] ?? 0
    }
    (conditions.rmin, conditions.rmax, conditions.rstep) = (rmin, rmax, rstep)
    conditions.quadrature = quadrature
    let interrupt = session.interrupt
    let transform = try kept.transform(
      conditions, for: clusters.values, while: { !interrupt.isRaised })
    let structures = clusters.values
    var pdfs: [PDF] = []
    let progress = session.progress("simulating", total: structures.count)
    defer { progress.end() }
    // Whole blocks of what is computed together.
    for start in stride(from: 0, to: structures.count, by: 256) {
      pdfs += transform.pdfs(Array(structures[start..<min(start + 256, structures.count)]))
      try session.checkInterrupt()
      progress.update(pdfs.count)
    }
    if noise > 0 {
      var random = RandomGenerator(seed: seed)
      pdfs = pdfs.map { $0.noisy(noise, using: &random) }
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
    Parameter(.qmin, default: 0.1, "first Q"), Parameter(.qmax, default: 25, "last Q"),
    Parameter(.qstep, default: Quantity.qstep.usual), Parameter(.biso, default: 0.3),
    topic: "scattering",
    help: """
      The Debye sum over all pairs, without the Fourier transform that makes a PDF of it. I(Q) is in
      units of the squared form factor. `plot scatter(c)` draws it.
      """,
    examples: [#"s = scatter icosahedron("Au", shells: 3), kind: "S", qmax: 15"#]
  ) { session, cluster, kind, qmin, qmax, qstep, biso in
    let interrupt = session.interrupt
    let curve = try StructureFunction(
      of: cluster, qmin: qmin, qmax: qmax, qstep: qstep, biso: biso,
      while: { !interrupt.isRaised })
    try session.checkInterrupt()
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
    Parameter(.rmin, default: Quantity.rmin.usual), Parameter(.rmax, default: Quantity.rmax.usual),
    Parameter(.rstep, default: Quantity.rstep.usual),
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

  private static let graph = Command(
    "graph", "a structure with its PDF as a graph, to save for the published program",
    Parameter<Cluster>("structure", "its atoms are the nodes"),
    Parameter<PDF?>("pdf", shown: "the paper's", "the label"),
    Parameter("cutoff", default: 1.02, unit: "d", "longest edge in bond lengths").within(
      0.01...100),
    form: .function, topic: "scattering",
    help: """
      `save` writes it as .h5 with the data sets 'Node Feature Matrix', 'Edge Feature Matrix',
      'Edge Directions' and 'PDF label', and `load` reads such a file. The label is G(r) each 0.01 Å:
      3000 points from 0 Å as in the paper's files, or 2800 from 2 Å, as the program makes them
      now: `simulate(c, rmin: 2)`. Without `pdf:` it is the paper's PDF, by diffpy's sum over Q.
      """,
    examples: [
      #"""
      c = fcc "Zn", layers: [3, 6, 7]
      save graph(c), to: "/tmp/deepstruc-example.h5"
      g = load "/tmp/deepstruc-example.h5"
      print g.structure, g.edges.count
      """#
    ]
  ) { session, cluster, pdf, cutoff in
    let interrupt = session.interrupt
    let graph = try LabelledGraph(
      cluster, pdf: pdf, cutoff: cutoff, while: { !interrupt.isRaised })
    try session.checkInterrupt()
    return graph
  }
}
