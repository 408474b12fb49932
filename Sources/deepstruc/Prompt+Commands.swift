import FoundationEssentials
import Glibc
import Numerics
import Script

extension Prompt {
  /// Runs what only the prompt knows: `?…` and `:…`.
  ///
  /// - Returns: whether the entry was of this kind.
  func command(_ entry: String) -> Bool {
    if entry.hasPrefix("?") {
      help(entry)
      return true
    }
    // Help as elsewhere: help solve.
    if entry.hasPrefix("help "), entry.dropFirst(5).allSatisfy(\.isLetter) {
      help("?" + entry.dropFirst(5))
      return true
    }
    if ["exit", "quit", "exit()", "quit()"].contains(entry) {
      isDone = true
      return true
    }
    guard entry.hasPrefix(":") else { return false }
    let words = entry.dropFirst().split(separator: " ", maxSplits: 1).map { String($0).trimmed }
    let argument = words.count > 1 ? words[1].filter { $0 != "\"" } : ""
    do {
      try run(words.first ?? "", argument)
    } catch {
      session.complain("\(entry): \(error)")
    }
    return true
  }

  /// What begins with a colon.
  static let commands: [(name: String, argument: String, help: String)] = [
    ("help", "", "this list"),
    ("vars", "", "the variables and functions there are"),
    ("cd", "FOLDER", "go to a folder, where files are then looked for and written"),
    ("ls", "[PATTERN]", "the files here, or those that match, as :ls run/*.gr"),
    ("pwd", "", "the folder where you are"),
    ("time", "[on|off]", "tell after each entry how long it took"),
    ("log", "FILE", "write input and output to a file too; without a name, stop"),
    ("save", "FILE.deep", "the session as a script that runs"),
    ("quit", "", "leave; so do exit and Ctrl-D"),
  ]

  private func run(_ name: String, _ argument: String) throws {
    switch name {
    case "quit", "q": isDone = true
    case "time":
      showsTime = argument.isEmpty ? !showsTime : argument == "on"
      session.print(showsTime ? "each entry tells its time" : "entries do not tell their time")
    case "help":
      session.print(Self.list(Self.commands.map { (":\($0.name) \($0.argument)", $0.help) }))
    case "vars": listVariables()
    case "cd": try changeFolder(argument)
    case "ls": listFiles(argument)
    case "pwd": session.print(FileManager.default.currentDirectoryPath)
    case "log": try startLog(argument)
    case "save": try save(argument)
    default:
      throw Complaint(
        "no command ':\(name)'; there are "
          + Self.commands.map { ":\($0.name)" }.joined(separator: " "))
    }
  }

  private static func list(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
      .joined(separator: "\n")
  }

  private func changeFolder(_ path: String) throws {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
    let folder = path.isEmpty ? "~" : path
    let target = folder.hasPrefix("~") ? home + folder.dropFirst() : folder
    guard chdir(target) == 0 else { throw Complaint(String(cString: strerror(errno))) }
    session.print(FileManager.default.currentDirectoryPath)
  }

  /// Names in columns, folders with a stroke behind them.
  private func listFiles(_ pattern: String) {
    let found = session.entries(matching: pattern.isEmpty ? "*" : pattern)
    guard !found.isEmpty else { return session.print("nothing here") }
    let width = min(found.map(\.count).max() ?? 1, session.width) + 2
    let columns = max(session.width / width, 1)
    let rows = (found.count + columns - 1) / columns
    for row in 0..<rows {
      let names = stride(from: row, to: found.count, by: rows).map { found[$0] }
      session.print(
        names.map { $0 + String(repeating: " ", count: max(width - $0.count, 0)) }.joined().trimmed)
    }
  }

  private func help(_ entry: String) {
    switch Help(session.commands, width: session.width).answer(to: entry, in: session) {
    case .success(let text): page(text)
    case .failure(let complaint): session.complain(complaint.message)
    }
  }

  private func listVariables() {
    let variables = session.variableNames.filter { !$0.hasPrefix("_") && $0 != "arguments" }
      .compactMap { name in session[name].map { (name, $0.brief) } }
    let functions = session.functionUsages.map { ($0, "function") }
    guard !(variables + functions).isEmpty else {
      return session.print("no variables and no functions yet")
    }
    session.print(Self.list(variables + functions))
  }

  private func startLog(_ path: String) throws {
    if let log { close(log) }
    log = nil
    guard !path.isEmpty else { return session.print("the log is closed") }
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Complaint(String(cString: strerror(errno))) }
    log = file
    session.print("input and output are written to \(path) too")
  }

  private func save(_ path: String) throws {
    guard !path.isEmpty else { throw Complaint("the file's name is missing: :save session.deep") }
    let script = Transcript(entries.map { ($0.number, $0.program, $0.hasValue) }).script
    let heading = "# made at the prompt of \(session.program), seed \(session.seed)\n"
    try (heading + script).write(wholeFile: path)
    session.print("\(entries.count) entries saved to \(path)")
  }
}
