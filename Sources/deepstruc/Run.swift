import ArgumentParser
import FoundationEssentials
import Glibc
import Numerics
import Script
import Workbench

/// Runs a script: a file, the text after `-c`, or standard input.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a script, or start the prompt.", shouldDisplay: false)

  @Option(name: .customShort("c"), help: "Run this code.")
  var code: String?

  @Flag(name: .customShort("i"), help: "Stay at the prompt when the script has run.")
  var interactive = false

  @Flag(help: "Only check the script for errors.")
  var check = false

  @Flag(help: "Print results as lines of JSON.")
  var json = false

  @Flag(help: "Print only what scripts print.")
  var quiet = false

  @Argument(help: "The script, - for standard input.", completion: .file(extensions: ["deep"]))
  var file: String?

  @Argument(parsing: .captureForPassthrough, help: "The list 'arguments' in the script.")
  var arguments: [String] = []

  func run() throws {
    let given = (code == nil ? [] : [file].compactMap { $0 }) + arguments
    let session = Session.standard(arguments: given)
    session.printsJSON = json
    session.isQuiet = quiet
    let hasTerminal = isatty(0) == 1 && isatty(1) == 1 && Processes.count == 1
    if code == nil, file == nil, !check, hasTerminal { return Prompt(session).run() }
    let status = session.report {
      let source = try source()
      let program = try session.parse(source)
      try session.check(program)
      if !check { try session.run(program) }
    }
    if interactive, hasTerminal { return Prompt(session).run() }
    throw ExitCode(status)
  }

  private func source() throws -> Source {
    if let code { return Source(name: "-c", text: code) }
    return try Source(reading: file ?? "-")
  }
}
