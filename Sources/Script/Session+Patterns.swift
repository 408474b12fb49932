import Glibc
import Numerics

extension Session {
  /// The files that match a pattern of the shell, in natural order, of the first of the session's
  /// folders that has any.
  public func files(matching pattern: String) -> [String] {
    Processes.first { ownFiles(matching: pattern) }
  }

  private func ownFiles(matching pattern: String) -> [String] {
    let isPlaced = pattern.hasPrefix("/") || pattern.hasPrefix("~")
    for folder in isPlaced ? [""] : folders {
      let start = folder.isEmpty ? "" : Self.escaped(folder) + "/"
      let found = Self.matches(start + pattern).filter { !$0.hasSuffix("/") }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The files and, with a stroke at the end, the folders of the working folder that match; those
  /// in a folder where the pattern names one.
  public func entries(matching pattern: String) -> [String] {
    let found = Self.matches(pattern)
    guard found.count == 1, found[0].hasSuffix("/"), !pattern.contains("*") else { return found }
    return Self.matches(Self.escaped(found[0]) + "*")
  }

  /// Files and, with a stroke at the end, folders, in natural order.
  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    let status = glob(pattern, GLOB_TILDE | GLOB_BRACE | GLOB_MARK | GLOB_NOSORT, nil, &result)
    guard status == 0, let paths = result.gl_pathv else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { place in
      paths[place].map { String(cString: $0) }
    }.sorted { NaturalOrder($0) < NaturalOrder($1) }
  }

  /// A folder's name with its own stars as what they are.
  private static func escaped(_ folder: String) -> String {
    folder.map { "*?[]{}\\~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

/// The order of names in which numbers count by their value: a9 is before a10.
struct NaturalOrder: Comparable {
  private let parts: [Part]
  private let name: String

  private enum Part: Comparable {
    case number(Double)
    case text(String)
  }

  init(_ name: String) {
    self.name = name
    var parts: [Part] = []
    var rest = name[...]
    while let first = rest.first {
      let isDigit = first.isASCII && first.isNumber
      let part = rest.prefix { ($0.isASCII && $0.isNumber) == isDigit }
      parts.append(isDigit ? .number(Double(part) ?? 0) : .text(part.lowercased()))
      rest = rest[part.endIndex...]
    }
    self.parts = parts
  }

  static func < (a: NaturalOrder, b: NaturalOrder) -> Bool {
    for (x, y) in zip(a.parts, b.parts) where x != y { return x < y }
    return (a.parts.count, a.name) < (b.parts.count, b.name)
  }
}
