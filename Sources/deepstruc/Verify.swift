import ArgumentParser
import Foundation
import Jupyter
import Numerics
import Script

/// Runs the code of a Markdown page again and compares what it prints.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the code of a page or a notebook again and compare what it prints.",
    discussion: """
      The page's code runs as a script of yours does: it can write files. Differences are shown as a \
      diff, and the exit status is 1.
      """)

  @Argument(
    help: "A page made by render --to page.md, or a notebook that has run.",
    completion: .file(extensions: ["md", "ipynb"]))
  var file: String

  func run() throws {
    let session = Session.standard()
    var isSame = true
    let status = session.report {
      isSame = try file.hasSuffix(".ipynb") ? verifyNotebook(session) : verify(session)
    }
    throw ExitCode(status != 0 ? status : isSame ? 0 : 1)
  }

  private func verify(_ session: Session) throws -> Bool {
    let bytes = try Source(reading: file).bytes
    let page = MarkdownScript(String(decoding: bytes, as: UTF8.self))
    let program = try session.parse(Source(name: file, text: page.script))
    guard !page.expected.isEmpty else {
      throw Complaint("\(file): the page has no code between ```deep and ```")
    }
    let pieces = page.expected.count == 1 ? "1 piece" : "\(page.expected.count) pieces"
    session.complain("running the code of \(file), \(pieces)")
    let results = try Notebook(program).run(in: session)
    guard results.count == page.expected.count else {
      throw Complaint("\(file): a piece of code is cut by a blank line; render the page again")
    }
    var isSame = true
    for (result, (expected, figures)) in zip(results, zip(page.expected, page.figures)) {
      let drawn = result.parts.compactMap { part in
        if case .figure(let figure) = part { figure.digest } else { nil }
      }
      // A page that says nothing of its figures is from before they were compared.
      guard !figures.isEmpty, drawn != figures else { continue }
      isSame = false
      session.print("\(file):\(expected.line): the numbers of a figure differ")
      session.print(
        Self.difference(
          from: figures.joined(separator: "\n") + "\n", to: drawn.joined(separator: "\n") + "\n"))
    }
    for (result, expected) in zip(results, page.expected) where result.output != expected.output {
      isSame = false
      session.print("\(file):\(expected.line): the output differs")
      session.print(Self.difference(from: expected.output, to: result.output))
    }
    if isSame {
      session.print(
        "\(file): \(pieces) of code \(results.count == 1 ? "prints" : "print") the same")
    }
    return isSame
  }

  private func verifyNotebook(_ session: Session) throws -> Bool {
    let data = try Data(readingFile: file, most: Source.longest)
    let cells = try NotebookOutputs(data, path: file).cells
    guard cells.contains(where: { !$0.printed.isEmpty }) else {
      throw Complaint(
        "\(file): no cell has an output; render --to notebook.ipynb runs a notebook")
    }
    let language = SessionLanguage(
      session, name: "deepstruc", version: Deepstruc.version, banner: ""
    ) { _ in true }
    var isSame = true
    for cell in cells {
      let printed: String
      do throws(Failure) {
        printed = try language.printed(by: cell)
      } catch {
        throw Complaint("\(file), cell \(cell.number): \(error.message)")
      }
      guard printed != cell.printed else { continue }
      isSame = false
      session.print("\(file), cell \(cell.number): the output differs")
      session.print(Self.difference(from: cell.printed, to: printed))
    }
    if isSame { session.print("\(file): \(cells.count) cells print the same") }
    return isSame
  }

  /// Lines that are gone with `-`, new ones with `+`.
  static func difference(from old: String, to new: String) -> String {
    let (old, new) = (lines(old), lines(new))
    // What is common to many lines takes a square of them to find; they are then shown as changed.
    let isLong = old.count + new.count > 4000
    var removed = Set(isLong ? old.indices : 0..<0)
    var inserted = Set(isLong ? new.indices : 0..<0)
    for change in isLong ? [] : Array(new.difference(from: old)) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var shown: [String] = []
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      if removed.contains(i) {
        shown.append("- \(old[i])")
        i += 1
      } else if inserted.contains(j) {
        shown.append("+ \(new[j])")
        j += 1
      } else {
        shown.append("  \(old[i])")
        i += 1
        j += 1
      }
    }
    return shown.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}
