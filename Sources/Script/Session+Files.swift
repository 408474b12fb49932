import FoundationEssentials
import Numerics

extension Session {
  /// The path of a file that the script asks for, looked for in the session's folders.
  ///
  /// - Throws: `Complaint` with the folders and the name that may have been meant.
  public func locate(_ name: String) throws -> String {
    let found = Processes.first {
      candidates(name).first { FileManager.default.fileExists(atPath: $0) }
    }
    if let found { return found }
    let shown = folders.map { $0.isEmpty ? "the working folder" : $0 }
    throw Complaint(
      "no file '\(name)' in \(shown.joined(separator: " or "))",
      suggestion: Suggestion.didYouMean(name, among: neighbours(of: name)))
  }

  private func candidates(_ name: String) -> [String] {
    if name.hasPrefix("/") { return [name] }
    if name.hasPrefix("~/") { return [home + name.dropFirst(1)] }
    return folders.map { $0.isEmpty ? name : $0 + "/" + name }
  }

  private var home: String { ProcessInfo.processInfo.environment["HOME"] ?? "~" }

  /// The file that a name without its ending stands for.
  public func file(withoutEnding name: String) -> String? {
    neighbours(of: name).first { $0.hasPrefix(name + ".") }
  }

  /// The files beside those that were looked for.
  private func neighbours(of name: String) -> [String] {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    return Processes.first {
      folders.flatMap { base in
        let path = name.hasPrefix("/") ? folder : (base.isEmpty ? "" : base + "/") + folder
        let files = try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? "." : path)
        return (files ?? []).sorted().map { folder + $0 }
      }
    }
  }

  /// Runs another script, once, and again when its file has changed.
  func use(_ name: String, from source: Source, by interpreter: Interpreter) throws {
    let path = try path(ofScript: name, from: source)
    let other = try script(at: path)
    let key = URL(filePath: path).standardizedFileURL.path()
    guard used[key] != other.bytes else { return }
    used[key] = other.bytes
    try interpreter.run(try parse(other), shows: false)
  }

  /// The script that `use` means.
  func scriptToUse(_ name: String, from source: Source) throws -> Source {
    try script(at: try path(ofScript: name, from: source))
  }

  /// Beside the script that uses it, or where `load` looks.
  private func path(ofScript name: String, from source: Source) throws -> String {
    let folder = source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
    let beside = folder + name
    let isBeside = Processes.first { FileManager.default.fileExists(atPath: beside) }
    return isBeside ? beside : try locate(name)
  }

  private func script(at path: String) throws -> Source {
    let bytes = try Data(readingFile: path, most: Source.longest)
    return try Source(name: path, bytes: Array(bytes))
  }
}
