import ArgumentParser
import FoundationEssentials
import Glibc
import Numerics
import Script

/// Runs a script and makes a page of it.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a script and make a page of it.",
    discussion: """
      The page holds the script's prose (lines that begin with ##, in Markdown), its code, what it \
      prints and its figures. HTML is one file that needs no other; for Markdown the figures are \
      files beside it.
      """)

  @Argument(help: "The script.", completion: .file(extensions: ["deep"]))
  var file: String

  @Option(help: "The page, .html or .md.", completion: .file(extensions: ["html", "md"]))
  var to: String

  @Argument(help: "The list 'arguments' in the script.")
  var arguments: [String] = []

  func validate() throws {
    guard to.hasSuffix(".html") || to.hasSuffix(".md") else {
      throw ValidationError("'\(to)' ends neither in .html nor in .md")
    }
  }

  func run() throws {
    let session = Session.standard(arguments: arguments)
    throw ExitCode(session.report { try render(session) })
  }

  private func render(_ session: Session) throws {
    let program = try session.parse(try Source(reading: file))
    try session.check(program)
    let notebook = Notebook(program)
    let results = try notebook.run(in: session)
    if to.hasSuffix(".html") {
      let name = URL(filePath: file).lastPathComponent
      let page = try Page(notebook, results, name: name, commands: session.commands)
      return try write(page.html, to: to)
    }
    let url = URL(filePath: to)
    let stem = url.deletingPathExtension().lastPathComponent
    let page = MarkdownPage(notebook, results, stem: stem)
    for (name, figure) in page.figures {
      try figure.write(to: url.deletingLastPathComponent().appending(path: name).path())
    }
    try write(page.text, to: to)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(wholeFile: path)
  }
}
