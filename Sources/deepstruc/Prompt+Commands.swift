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

  private func run(_ name: String, _ argument: String) throws {
    switch name {
    case "quit", "q": isDone = true
    case "time":
      showsTime = argument.isEmpty ? !showsTime : argument == "on"
      session.print(showsTime ? "each entry tells its time" : "entries do not tell their time")
    case "vars": listVariables()
    case "log": try startLog(argument)
    case "save": try save(argument)
    default:
      let names = ["quit", "time", "vars", "log", "save"]
      throw Complaint(
        "no command ':\(name)'; there are " + names.map { ":\($0)" }.joined(separator: " "))
    }
  }

  private func help(_ entry: String) {
    let help = Help(session.commands, width: session.width)
    let isLong = entry.hasPrefix("??")
    let name = String(entry.drop { $0 == "?" }).trimmed
    if name.isEmpty { return session.print(help.overview) }
    if name.hasPrefix("\"") { return session.print(help.search(name.filter { $0 != "\"" })) }
    if let page = isLong ? help.longPage(name) : help.page(name) { return session.print(page) }
    session.complain("no command '\(name)'")
    if let nearest = help.suggestion(for: name) { session.complain("  \(nearest)") }
    session.complain("  ?\"\(name)\" searches all pages for the word")
  }

  private func listVariables() {
    let names = session.variableNames.filter { !$0.hasPrefix("_") && $0 != "arguments" }
    guard !names.isEmpty else { return session.print("no variables") }
    let width = names.map(\.count).max() ?? 0
    for name in names {
      guard let value = session[name] else { continue }
      let text = value.brief
      session.print(name + String(repeating: " ", count: width - name.count) + "  " + text)
    }
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
    try script.write(wholeFile: path)
    session.print("\(entries.count) entries saved to \(path)")
  }
}
