import Script

extension Prompt {
  /// What can stand behind a colon at the start of an entry, and folders and files behind that;
  /// nil for other entries.
  static func candidates(after text: String) -> (start: Int, words: [String])? {
    guard text.hasPrefix(":") else { return nil }
    let parts = text.dropFirst().split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return (1, commands.map(\.name).filter { $0.hasPrefix(parts[0]) })
    }
    guard ["cd", "ls", "log", "save"].contains(parts[0]) else { return (text.utf8.count, []) }
    let begun = String(parts[1])
    let all = Completion.files(begun, in: [""])
    let words =
      parts[0] == "cd"
      ? all.filter { $0.hasSuffix("/") } : all.map { $0.replacing("\"", with: "") }
    return (text.utf8.count - begun.utf8.count, words)
  }
}
