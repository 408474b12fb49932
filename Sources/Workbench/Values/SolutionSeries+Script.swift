import Clusters
import Fitting
import Numerics
import Scattering
import Script

/// Answers for many PDFs, in the order in which these were given.
package struct SolutionSeries: Sendable {
  package let solutions: [Solution]

  /// Files that could not be solved, with the reasons.
  package let skipped: [PDFSeries.Skipped]
}

extension Solver {
  /// All PDFs that can be solved; bad files are told of and left out.
  ///
  /// - Throws: `Complaint` where there is none, `Interrupted` where the work is stopped before the
  ///   first answer.
  mutating func series(_ pdfs: [PDFOrFile], _ session: Session) throws -> SolutionSeries {
    var solutions: [Solution] = []
    var skipped: [PDFSeries.Skipped] = []
    // Processes solve a PDF each and wait for each other after each portion.
    let portion = Processes.count == 1 || reshapes ? 1 : 8 * Processes.count
    for start in stride(from: 0, to: pdfs.count, by: portion) {
      do {
        for (item, outcome) in try outcomes(pdfs[start...].prefix(portion).map { $0 }, session) {
          switch outcome {
          case .answer(let answer): solutions.append(try solution(answer))
          case .reason(let reason):
            skipped.append(.init(name: item.name, reason: reason))
            session.warn("skipped: \(item.name): \(reason)")
          }
        }
      } catch is Interrupted {
        guard !solutions.isEmpty else { throw Interrupted() }
        session.interrupt.clear()
        session.warn("stopped after \(solutions.count) of \(pdfs.count) PDFs")
        break
      }
    }
    guard !solutions.isEmpty else {
      throw Complaint(
        pdfs.isEmpty
          ? "there are no PDFs"
          : pdfs.count == 1
            ? "the PDF could not be solved" : "none of the \(pdfs.count) PDFs could be solved",
        argument: "pdf")
    }
    return SolutionSeries(solutions: solutions, skipped: skipped)
  }
}

extension Solver {
  /// The answer for a PDF, or why there is none.
  private enum Outcome: Codable {
    case answer(Answer)
    case reason(String)

    /// - Throws: `Interrupted`.
    init(_ body: () throws -> Answer) throws {
      do { self = .answer(try body()) } catch let error where !(error is Interrupted) {
        self = .reason((error as? FileError)?.description ?? "\(error)")
      }
    }
  }

  /// The answers for some PDFs, a PDF a rank where there are several.
  private mutating func outcomes(
    _ items: [PDFOrFile], _ session: Session
  ) throws -> [(PDFOrFile, Outcome)] {
    var pdfs: [Result<PDF, any Error>] = []
    for item in items {
      pdfs.append(
        Result {
          let pdf = try item.pdf(session)
          try prepare(for: pdf, session)
          return pdf
        })
    }
    let solver = self
    func outcome(_ place: Int) throws -> Outcome {
      try Outcome { try solver.answer(for: try pdfs[place].get(), session) }
    }
    // Shapes that are found site by site stay where they were found: all ranks find them.
    if reshapes { return try items.indices.map { (items[$0], try outcome($0)) } }
    do {
      let outcomes = try Processes.mapInTurn(
        items.count, while: { !session.interrupt.isRaised },
        { place in do { return try outcome(place) } catch is Interrupted { throw Stopped() } })
      return Array(zip(items, outcomes))
    } catch is Stopped { throw Interrupted() }
  }
}

extension SolutionSeries: ScriptSequence {
  package static let typeName = "series of answers"

  package static let fields: [Field<SolutionSeries>] = [
    Field("count", "number of answers") { $0.solutions.count },
    Field("table", "a row for each answer") { $0.table },
    Field("skipped", "files that could not be solved, with the reasons") { $0.losses },
  ]

  package var length: Int { solutions.count }
  package func element(_ index: Int) -> Value { .object(solutions[index]) }

  package var summary: String {
    "series of \(solutions.count) answer\(solutions.count == 1 ? "" : "s")"
  }

  package var passages: [Passage] {
    [.text(summary), .table(table)]
      + (skipped.isEmpty ? [] : [.text("\(skipped.count) skipped, see .skipped")])
  }

  /// What differs from file to file: temperature, numbers of headers and names.
  package var columns: [PDFSeries.Column] { PDFSeries(solutions.map(\.answer.pdf)).columns }

  /// A row for each answer.
  package var table: Table {
    let answers = solutions.map(\.answer)
    let best = answers.map(\.best)
    return Table(
      [Table.Column("name", of: answers.map(\.pdf.name))]
        + columns.map { Table.Column($0.name, unit: $0.unit, of: $0.values) } + [
          .init("type", of: best.map(\.cluster.type.lattice.rawValue)),
          .init("odds", digits: 2, of: answers.map { $0.odds.types[0].share }),
          .init("atoms", of: answers.map(\.leading.atoms)),
          .init("from", of: answers.map(\.atoms.lowerBound)),
          .init("to", of: answers.map(\.atoms.upperBound)),
          .init("bond", unit: "Å", digits: 4, of: answers.map(\.bond.mean)),
          .init("error", unit: "Å", digits: 4, of: answers.map(\.bond.error)),
          .init("biso", unit: "Å²", digits: 3, of: best.map(\.biso)),
          .init("rw", digits: 3, of: best.map(\.rw)),
          .init("warnings", of: answers.map(\.warnings.count)),
        ])
  }

  /// The files that were skipped, with the reasons.
  var losses: Table {
    Table([.init("name", of: skipped.map(\.name)), .init("reason", of: skipped.map(\.reason))])
  }
}
