import ArgumentParser
import Foundation
import Glibc
import Jupyter
import Script

/// The program as a kernel of Jupyter.
struct JupyterKernel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jupyter",
    abstract: "Make this program a language of JupyterLab, VS Code and others.",
    subcommands: [Install.self, Run.self])

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell Jupyter of this program.",
      discussion: """
        Notebooks then have the language deepstruc. Without an option it is for you alone, for root \
        for all users.
        """)

    @Flag(help: "For you alone, in ~/.local/share/jupyter.")
    var user = false

    @Option(help: "Into this folder's share/jupyter, such as that of a Python environment.")
    var prefix: String?

    func validate() throws {
      if user, prefix != nil { throw ValidationError("--user and --prefix exclude each other") }
    }

    func run() throws {
      let session = Session.standard()
      throw ExitCode(
        session.report {
          let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
          let place = try KernelSpec(program: program).install(
            in: folder, with: LabExtension(session.commands, version: Deepstruc.version))
          session.print("deepstruc is a kernel of Jupyter now: \(place)")
        })
    }

    /// Jupyter's folder of data: https://docs.jupyter.org/en/latest/use/jupyter-directories.html.
    private var folder: String {
      if let prefix { return prefix + "/share/jupyter" }
      if !user, getuid() == 0 { return "/usr/local/share/jupyter" }
      let environment = ProcessInfo.processInfo.environment
      if let folder = environment["JUPYTER_DATA_DIR"] { return folder }
      let home = environment["HOME"] ?? "."
      return (environment["XDG_DATA_HOME"] ?? home + "/.local/share") + "/jupyter"
    }
  }

  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Serve the clients of a connection file; Jupyter calls this.")

    @Argument(help: "The connection file that Jupyter has written.")
    var file: String

    func run() throws {
      let session = Session.standard()
      // A second Ctrl-C within a second ends the prompt, but not a kernel.
      interrupted = session.interrupt
      signal(SIGINT) { _ in interrupted?.raise() }
      let prompt = Prompt(session)
      let language = SessionLanguage(
        session, name: "deepstruc", version: Deepstruc.version,
        banner: "deepstruc \(Deepstruc.version)   ? tells how to begin"
      ) { entry in
        _ = prompt.command(entry)
        return !prompt.isDone
      }
      throw ExitCode(
        session.report { try Kernel.serve(language, at: ConnectionFile(reading: file)) })
    }
  }
}

/// What SIGINT raises.
private nonisolated(unsafe) var interrupted: Interrupt?
