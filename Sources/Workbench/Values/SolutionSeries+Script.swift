import Clusters
import Fitting
import Numerics
import Scattering
import Script

/// Answers for many PDFs, in the order in which these were given.
package struct SolutionSeries: Sendable {
  package let solutions: [Solution]

  /// Files that could not be solved, with the reasons.
  package let skipped: [(name: String, reason: String)]
}

extension Solver {
  /// All PDFs that can be solved; bad files are told of and left out.
  ///
  /// - Throws: `Complaint` where there is none, `Interrupted` where the work is stopped before the
  ///   first answer.
  mutating func series(_ pdfs: [PDFOrFile], _ session: Session) throws -> SolutionSeries {
    var solutions: [Solution] = []
    var skipped: [(name: String, reason: String)] = []
    for item in pdfs {
      do {
        solutions.append(try solve(try item.pdf(session), session))
      } catch is Interrupted {
        guard !solutions.isEmpty else { throw Interrupted() }
        session.interrupt.clear()
        session.warn("stopped after \(solutions.count) of \(pdfs.count) PDFs")
        break
      } catch {
        skipped.append((item.name, (error as? Complaint)?.message ?? "\(error)"))
        session.warn("\(item.name) is skipped: \(skipped[skipped.count - 1].reason)")
      }
    }
    guard !solutions.isEmpty else {
      throw Complaint("none of the \(pdfs.count) PDFs could be solved", argument: "pdf")
    }
    return SolutionSeries(solutions: solutions, skipped: skipped)
  }
}

extension SolutionSeries: ScriptSequence {
  package static let typeName = "series of answers"

  package static let fields: [Field<SolutionSeries>] = [
    Field("count", "number of answers") { $0.solutions.count },
    Field("table", "a row for each answer") { $0.table },
    Field("skipped", "files that could not be solved, with the reasons") { series in
      Table([
        .init("name", of: series.skipped.map(\.name)),
        .init("reason", of: series.skipped.map(\.reason)),
      ])
    },
  ]

  package var length: Int { solutions.count }
  package func element(_ index: Int) -> Value { .object(solutions[index]) }

  package var summary: String { "series of \(solutions.count) answers" }

  package var sentence: String {
    let rest = skipped.isEmpty ? "" : "\n\(skipped.count) skipped, see .skipped"
    return "\(summary)\n\(table.summary)\(rest)"
  }

  /// A row for each answer; `number` is the last one in the file's name, such as a temperature.
  package var table: Table {
    let answers = solutions.map(\.answer)
    let best = answers.map(\.best)
    return Table([
      .init("name", of: answers.map(\.pdf.name)),
      .init("number", of: answers.map { $0.pdf.name.lastNumber }),
      .init("type", of: best.map(\.cluster.type.lattice.rawValue)),
      .init("odds", digits: 2, of: answers.map { $0.odds.types[0].share }),
      .init("atoms", of: best.map(\.cluster.count)),
      .init("from", of: answers.map(\.atoms.lowerBound)),
      .init("to", of: answers.map(\.atoms.upperBound)),
      .init("bond", unit: "Å", digits: 4, of: answers.map(\.bond.mean)),
      .init("error", unit: "Å", digits: 4, of: answers.map(\.bond.error)),
      .init("biso", unit: "Å²", digits: 3, of: best.map(\.biso)),
      .init("rw", digits: 3, of: best.map(\.rw)),
      .init("warnings", of: answers.map(\.warnings.count)),
    ])
  }
}

extension String {
  /// The last number that stands in a file's name before its ending.
  var lastNumber: Double? {
    let stem = lastIndex(of: ".").map { self[..<$0] } ?? self[...]
    return stem.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }.last
  }
}
