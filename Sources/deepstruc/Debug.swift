import ArgumentParser
import Jupyter
import Script
import Workbench

/// Shows what each stage makes of a script.
struct Debug: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what each stage makes of a script.",
    subcommands: [Lex.self, Parse.self, Commands.self, Manual.self, Editors.self])

  struct Lex: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The tokens of some code.")
    @Argument var code: String

    func run() throws {
      let session = Session.standard()
      throw ExitCode(
        session.report { session.print(try Source(name: "code", text: code).tokenList()) })
    }
  }

  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The syntax tree of some code.")
    @Argument var code: String

    func run() throws {
      let session = Session.standard()
      throw ExitCode(
        session.report {
          session.print(try session.parse(Source(name: "code", text: code)).shape)
        })
    }
  }

  struct Commands: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "All commands as Markdown: docs/commands.md.")

    func run() {
      let session = Session.standard()
      session.output(Help(session.commands).markdown)
    }
  }

  struct Editors: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the files that teach editors the language: docs/editors.")
    @Argument var folder: String

    func run() throws {
      let session = Session.standard()
      throw ExitCode(
        session.report {
          for (path, text) in EditorFiles(session.commands, version: Deepstruc.version).files {
            try KernelSpec.write(text, to: "\(folder)/\(path)")
          }
        })
    }
  }

  struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The manual page, for man: deepstruc.1.")

    func run() {
      let session = Session.standard()
      session.output(ManualPage(session.commands).roff)
    }
  }
}
