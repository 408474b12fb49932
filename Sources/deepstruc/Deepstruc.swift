import ArgumentParser

/// The program: a script, or the prompt.
@main
struct Deepstruc: ParsableCommand {
  static let version = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "deepstruc",
    abstract: "Structures of nanoparticles from pair distribution functions.",
    discussion: "Without a file it starts the prompt; there '?' lists all commands.",
    version: "deepstruc \(version)",
    subcommands: [Run.self, Debug.self],
    defaultSubcommand: Run.self)
}
