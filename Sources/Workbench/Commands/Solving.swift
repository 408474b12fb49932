import Clusters
import Fitting
import Generative
import Numerics
import Scattering
import Script

extension Command {
  static let solving = [solve]

  private static let solve = Command(
    "solve", "the particle that a PDF is of, with odds, errors and what speaks against it",
    Parameter<OneOrMany<PDFOrFile>>("pdf", "a measured PDF; a list of PDFs or files is a series"),
    Parameter<OneOrMany<Cluster>?>(
      "candidates", shown: "catalogue \"mmnp\", and balls", "structures to try"),
    Parameter<Sizes?>("atoms", shown: "5..1500", "sizes of candidates: a number or a range"),
    Parameter<Element?>("element", shown: "the PDF's metal", "metal of the particle").offering(
      .elements),
    Parameter(.rmin, default: 1.5, "start of the fit"),
    Parameter(.rmax, default: 30, "end of the fit"),
    Parameter<Double?>(.qmin, shown: "the PDF's"), Parameter<Double?>(.qmax, shown: "the PDF's"),
    Parameter<Double?>(.qdamp, shown: "the PDF's, or 0.04"),
    Parameter<ClosedRange<Double>?>(
      "biso", unit: "Å²", shown: "0.05..3", "bounds of the displacement parameter"
    ).within(Quantity.biso.possible),
    Parameter("expects", default: true, "expect biso near 0.6 Å², as in metals"),
    Parameter<Bool?>(
      "reshape", shown: "for one PDF without candidates",
      "find the shapes of the types that are left open, site by site"),
    Parameter("guided", default: true, "begin with what the model of particles draws for the PDF"),
    Parameter<Model?>("model", shown: "mmnp", "whose map shows the place of the PDF"),
    .seed,
    topic: "fits",
    help: """
      Candidates of every type are fitted with scale, expansion, biso and delta2, told apart and
      weighed. Shapes are ideal: bonds are not bent to soak up what is displacement. A candidate
      with atoms closer than 0.8 of its bond is left out.

      | field | what |
      |---|---|
      | verdict | the answer in a sentence |
      | warnings | why it may be wrong |
      | best | the fit of lowest Rw of the likeliest type |
      | candidates | those that cannot be told apart, with odds and errors |
      | types, sizes | odds of types and of numbers of atoms |
      | fits | all fits that may matter |
      | shapes | what was found site by site for each type that is left open |
      | families | the same as `reshape` gives them, to plot |
      | kind | whether the data hold a particle's facets, or a sample of many sizes |

      For each type that is left open, `reshape` finds the shape site by site. It becomes a candidate
      where it tells a part of the PDF that it was not fitted to better than ideal shapes do, or fits
      better than its freedom explains. Where G goes on beyond what candidates can be, spheres of a
      crystal with a spread of sizes are candidates too.

      Odds come from Rw and the number of independent points, (rmax − rmin)·qmax/π; docs/solving.md
      tells how, and how far they can be trusted. An octahedron counts as fcc there. `plot answer`
      draws map, fit, particle and odds; `save answer, to: "folder/"` writes all of it, with a
      script that repeats it. A series has `table` and `skipped`, and `plot` draws it.
      """,
    examples: [
      #"""
      measured = simulate decahedron("Au", p: 2, q: 2, r: 1), qmax: 22, qdamp: 0.04, biso: 0.6, noise: 0.02
      answer = solve measured, candidates: catalogue("mmnp", atoms: 60..90, element: "Au")
      print answer.best.structure.type
      answer
      """#
    ]
  ) {
    session, pdfs, candidates, atoms, element, rmin, rmax, qmin, qmax, qdamp, biso, expects,
    reshape, guided, model,
    seed -> Value in
    var settings = Solver.refinement
    (settings.rmin, settings.rmax) = (rmin, rmax)
    (settings.qmin, settings.qmax) = (qmin, qmax)
    if let qdamp { settings.values[.qdamp] = qdamp }
    if let biso { settings.bounds[.biso] = biso }
    if !expects { settings.expected = [:] }
    var solver = try Solver(
      settings: settings, given: candidates?.values, atoms: atoms?.range ?? 5...1500,
      element: element, reshapes: reshape ?? (pdfs.isOne && candidates == nil),
      isGuided: guided, model: model, seed: seed)
    if pdfs.isOne, let one = pdfs.values.first {
      return Value(try solver.solve(try one.pdf(session), session))
    }
    return Value(try solver.series(pdfs.values, session))
  }
}

/// A PDF, or the name of a file that holds one.
enum PDFOrFile: ScriptValue {
  case pdf(PDF)
  case file(String)

  static let typeName = "PDF"

  static func from(_ value: Value) throws -> PDFOrFile {
    if case .text(let name) = value { return .file(name) }
    return .pdf(try PDF.from(value))
  }

  var scriptValue: Value {
    switch self {
    case .pdf(let pdf): Value(pdf)
    case .file(let name): .text(name)
    }
  }

  var name: String {
    switch self {
    case .pdf(let pdf): pdf.name
    case .file(let name): name
    }
  }

  /// - Throws: `Complaint` or `FileError` where there is no such PDF.
  func pdf(_ session: Session) throws -> PDF {
    switch self {
    case .pdf(let pdf): return pdf
    case .file(let name):
      guard case .pdf(let pdf) = try CurveFile.read(try session.locate(name)) else {
        throw FileError(name, "it holds S(Q) or F(Q); transform makes G(r) of it")
      }
      return pdf
    }
  }
}
