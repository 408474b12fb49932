import ArgumentParser
import Foundation
import Numerics

/// Starts the program.
@main
enum Start {
  static func main() {
    // A closed stream would be taken by the first file that is opened, which then got the output.
    for file: Int32 in 0...2 where fcntl(file, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
    // The version is told before other options are read; this longer one before that.
    let arguments = Set(CommandLine.arguments.dropFirst())
    if arguments == ["--version", "--verbose"] { return print(Deepstruc.longVersion) }
    guard Processes.start() else {
      FileHandle.standardError.write(Data("deepstruc: the other ranks cannot be joined\n".utf8))
      exit(70)
    }
    if Processes.count == 1 { Deepstruc.main() } else { runAsRank() }
  }

  /// Runs a script as one of several ranks, of which the first tells of wrong usage.
  private static func runAsRank() {
    do {
      var command = try Deepstruc.parseAsRoot()
      guard command is Run else { throw ValidationError("several ranks run scripts only") }
      try command.run()
    } catch {
      Processes.status = Deepstruc.exitCode(for: error).rawValue
      if Processes.isFirst { Deepstruc.exit(withError: error) }
    }
    exit(Processes.status)
  }
}

/// The program: a script, or the prompt.
struct Deepstruc: ParsableCommand {
  static let version = "0.2.0"
  static let configuration = CommandConfiguration(
    commandName: "deepstruc",
    abstract: "Structures of nanoparticles from pair distribution functions.",
    usage: """
      deepstruc                              start the prompt; there '?' tells how to begin
      deepstruc FILE.deep [arguments]        run a script; it finds the list 'arguments'
      deepstruc -c 'CODE' [arguments]        run some code
      deepstruc -i FILE.deep [arguments]     run a script and stay at the prompt
      … | deepstruc                          run what comes in
      deepstruc render FILE.deep --to PAGE   run a script and make a page of it
      deepstruc verify PAGE.md               run a page again and compare what it prints
      deepstruc jupyter install              make it a language of JupyterLab and VS Code
      """,
    discussion: """
      OPTIONS FOR SCRIPTS:
        --check      only check the script for errors
        --json       print results as lines of JSON
        --quiet      print only what scripts print

      EXIT STATUS:
        0 all went well; 1 verify found differences; 64 wrong usage; 65 the script is wrong; \
      70 it failed while it ran; 130 it was interrupted

      --version --verbose tells how it was built and with which libraries.

      DEEPSTRUC_DATA names a folder in which scripts find their data, \
      DEEPSTRUC_HISTORY the file for the history of the prompt.
      """,
    version: "deepstruc \(version)",
    subcommands: [Run.self, Render.self, Verify.self, JupyterKernel.self, Debug.self],
    defaultSubcommand: Run.self)
}
