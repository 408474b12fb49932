import Clusters
import Fitting
import Foundation
import Generative
import Numerics
import Scattering
import Script

/// What `solve` gives: an answer, and its place on a model's map.
package struct Solution: Sendable {
  package let answer: Answer

  /// The model on whose map the PDF has its place.
  let model: Model
  let metal: Element
  let seed: UInt64

  /// Candidates that were given in place of the usual ones, and the file in which a saved answer
  /// keeps them.
  let tried: [Cluster]?
  static let triedFile = "tried.xyz"

  /// What the model draws around the place of the PDF on its map.
  package var guesses: Guesses {
    var random = RandomGenerator(seed: seed)
    return model.infer(answer.pdf, element: metal, samples: 300, sigma: 3, from: &random)
  }

  /// The command that gives it again.
  package let command: String
}

extension Solution: ScriptObject {
  package static let typeName = "answer"

  package static let fields: [Field<Solution>] = [
    Field("best", "the fit of lowest Rw of the likeliest type") { $0.answer.best },
    Field("fits", "the fits of candidates that may matter, lowest Rw first") {
      Fits($0.answer.fits)
    },
    Field("kind", "whether the data hold one particle's facets, or a sample of many sizes") {
      $0.answer.kind
    },
    Field("candidates", "the candidates that cannot be told apart, with their odds") {
      $0.candidates
    },
    Field("types", "the odds of each type, with its best fit") { $0.types },
    Field("sizes", "numbers of atoms with their odds") { $0.sizes },
    Field("bond", unit: "Å", "mean distance of nearest neighbours, over the candidates") {
      $0.answer.bond.mean
    },
    Field("bondError", unit: "Å", "its standard error, over the candidates too") {
      $0.answer.bond.error
    },
    Field("verdict", "the answer in a sentence") { $0.answer.verdict },
    Field("noise", "the Rw that noise alone would leave, as the PDF itself tells it") {
      $0.answer.noise.rw(of: $0.answer.best.measured)
    },
    Field("warnings", "why it may be wrong; empty where all is well") { $0.answer.warnings },
    Field("assumptions", "what it rests on") { $0.answer.assumptions },
    Field("shapes", "what was found site by site for each type that is left open") { $0.shapes },
    Field("families", "the same as families of shapes, as reshape gives them; none without it") {
      $0.answer.families.isEmpty ? nil : Shapes($0.answer.families)
    },
    Field("guesses", "what the model draws around the PDF's place on its map") { $0.guesses },
    Field("pdf", "the whole PDF") { $0.answer.pdf },
    Field("command", "what gives this answer again") { $0.command },
  ]

  package var summary: String { answer.verdict }

  package var passages: [Passage] {
    var passages: [Passage] = [.text("\(answer.pdf.name): \(answer.verdict)")]
    if let kind = answer.kind { passages.append(.text(kind)) }
    passages += answer.warnings.map { .text("· warning: \($0)") }
    passages += [
      .text("assumed: \(answer.assumptions.joined(separator: "; "))\n"), .table(candidates),
      .text("\nthe best of each type"), .table(types),
    ]
    if !answer.families.isEmpty {
      passages += [.text("\nshapes found site by site"), .table(shapes)]
    }
    return passages
  }

  /// A row for each candidate that is at least a twentieth as probable as the best, at most ten.
  package var candidates: Table {
    let shares = answer.odds.shares
    let least = (shares.max() ?? 0) / 20
    let shown = answer.fits.indices.filter { shares[$0] >= least }.prefix(10)
    let candidates = shown.map { answer.candidates[$0] }
    let fits = candidates.map(\.fit)
    /// As many digits as show the error, at most two more than usual.
    func withError(_ value: Double, _ error: Double?, _ usual: Int) -> String {
      let shown = error.map { $0 > 0 ? Int(-log10($0).rounded(.down)) : usual } ?? usual
      let digits = min(max(shown, usual), usual + 2)
      return Value.text(
        of: value, error: error.map { max($0, pow(10, -Double(digits))) }, digits: digits)
    }
    return Table([
      .init("rw", digits: 3, of: fits.map(\.rw)),
      .init("odds", of: shown.map { Answer.percent(shares[$0]) }),
      .init("type", of: fits.map(\.cluster.type.rawValue)),
      .init("atoms", of: candidates.map(\.atoms)),
      .init(
        "bond", unit: "Å", givesWay: true, of: fits.map { withError($0.bond, $0.bondError, 3) }),
      .init(
        "biso", unit: "Å²", givesWay: true, of: fits.map { withError($0.biso, $0.error(.biso), 2) }),
      .init(
        "delta2", unit: "Å²", givesWay: true,
        of: fits.map { withError($0.delta2, $0.error(.delta2), 1) }),
      .init("structure", of: candidates.map(\.form)),
    ])
  }

  /// A row for each type.
  package var types: Table {
    let types = answer.odds.types
    let best = types.map { row in
      answer.candidates.first { $0.fit.cluster.type.lattice == row.type }
    }
    return Table([
      .init("type", of: types.map(\.type.rawValue)),
      .init("odds", digits: 3, of: types.map(\.share)),
      .init("rw", digits: 3, of: best.map { $0?.fit.rw }),
      .init("atoms", of: best.map { $0?.atoms }),
      .init("structure", of: best.map { $0?.form }),
    ])
  }

  /// A row for each motif: its best shape, and which kind of model tells the far part of the PDF.
  package var shapes: Table {
    Table([
      .init("motif", of: answer.families.map(\.motif.name)),
      .init("rw", digits: 3, of: answer.families.map(\.best.rw)),
      .init("atoms", of: answer.families.map(\.best.cluster.count)),
      .init("from", of: answer.families.map(\.atoms.lowerBound)),
      .init("to", of: answer.families.map(\.atoms.upperBound)),
      .init("bond", unit: "Å", digits: 3, of: answer.families.map(\.best.bond)),
      .init("biso", unit: "Å²", digits: 2, of: answer.families.map(\.best.biso)),
      .init("as well as any", of: answer.families.map { $0.kind?.kind.rawValue }),
      .init("its atoms", digits: 0, of: answer.families.map { $0.kind?.atoms }),
    ])
  }

  /// A row for each probability with the numbers of atoms that it needs.
  package var sizes: Table {
    let odds = [0.5, 0.68, 0.9, 0.95]
    let intervals = odds.map(answer.odds.interval)
    return Table([
      .init("at least", of: odds),
      .init("odds", digits: 3, of: intervals.map(answer.odds.share)),
      .init("from", of: intervals.map(\.lowerBound)),
      .init("to", of: intervals.map(\.upperBound)),
    ])
  }
}

extension Candidate {
  /// What it is called in a table that has its bond length in another column.
  fileprivate var form: String {
    switch origin {
    case .ideal: fit.structure.shape.label(of: fit.structure.element)
    case .reshaped: origin.rawValue
    case .spheres:
      fit.spheres.map {
        "spheres, \(Value.text(of: $0.diameter, digits: 1)) Å, spread \(Answer.percent($0.spread))"
      } ?? origin.rawValue
    }
  }
}
