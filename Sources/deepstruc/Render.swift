import ArgumentParser
import FoundationEssentials
import Glibc
import Jupyter
import Numerics
import Script

/// Runs a script and makes a page of it.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a script or a notebook and make a page of it.",
    discussion: """
      The page holds the script's prose (lines that begin with ##, in Markdown), its code, what it \
      prints and its figures. HTML is one file that needs no other; for Markdown the figures are \
      files beside it; .ipynb is a notebook of Jupyter, and .deep makes a script of one. What stands \
      below a heading that begins with "Solution" is folded away.
      """)

  private static let endings = [".html", ".md", ".ipynb", ".deep"]

  @Argument(
    help: "The script, or a notebook that ends in .ipynb.",
    completion: .file(extensions: ["deep", "ipynb"]))
  var file: String

  @Option(
    help: "The page, .html, .md, .ipynb or .deep.",
    completion: .file(extensions: ["html", "md", "ipynb", "deep"]))
  var to: String

  @Flag(help: "Run nothing: a notebook whose cells are still to be run.")
  var unrun = false

  @Argument(help: "The list 'arguments' in the script.")
  var arguments: [String] = []

  func validate() throws {
    guard Self.endings.contains(where: to.hasSuffix) else {
      throw ValidationError("'\(to)' ends neither in .html nor in .md, .ipynb or .deep")
    }
    if to.hasSuffix(".deep"), !file.hasSuffix(".ipynb") {
      throw ValidationError("only a notebook (.ipynb) is made a script")
    }
    if unrun, !to.hasSuffix(".ipynb") {
      throw ValidationError("--unrun makes a notebook: '\(to)' does not end in .ipynb")
    }
  }

  func run() throws {
    let session = Session.standard(arguments: arguments)
    throw ExitCode(session.report { try render(session) })
  }

  private func render(_ session: Session) throws {
    let source = try Source(reading: file)
    let program = try session.parse(source)
    if to.hasSuffix(".deep") {
      return try String(decoding: source.bytes, as: UTF8.self).write(wholeFile: to)
    }
    try session.check(program)
    let notebook = Notebook(program)
    if to.hasSuffix(".ipynb") {
      return try NotebookFile(notebook, program, unrun ? nil : session).text.write(wholeFile: to)
    }
    let results = try notebook.run(in: session)
    if to.hasSuffix(".html") {
      let name = URL(filePath: file).lastPathComponent
      let page = try Page(notebook, results, name: name, commands: session.commands)
      return try page.html.write(wholeFile: to)
    }
    let url = URL(filePath: to)
    let stem = url.deletingPathExtension().lastPathComponent
    let page = MarkdownPage(notebook, results, stem: stem)
    for (name, figure) in page.figures {
      try figure.write(to: url.deletingLastPathComponent().appending(path: name).path())
    }
    try page.text.write(wholeFile: to)
  }
}

extension NotebookFile {
  /// A script as a notebook.
  ///
  /// - Parameter session: with which it runs; nil where its cells have no outputs.
  /// - Throws: `Diagnostic` or `Interrupted`.
  init(_ notebook: Notebook, _ program: Program, _ session: Session?) throws {
    let language = session.map {
      SessionLanguage($0, name: "deepstruc", version: Deepstruc.version, banner: "") { _ in true }
    }
    try self.init(notebook) { cell, number in
      guard let language, case .code(_, let span) = notebook.cells[cell] else { return nil }
      return try language.outputs(of: program.part(in: span), number: number)
    }
  }
}
