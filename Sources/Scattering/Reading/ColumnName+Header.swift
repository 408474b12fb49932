import Clusters
import Numerics

extension ColumnName {
  /// The names of the columns, from the last line of a header that gives them; none where it does
  /// not.
  ///
  /// - Parameter width: number of columns.
  static func all(in header: [DataBlock.Line], width: Int) -> [ColumnName] {
    for line in header.reversed() where !line.text.isEmpty {
      // '# #L r G' comes of programs that comment a header that has its own signs.
      let body = line.text.drop { "#!%'/; \t".contains($0) }
      let isLabelled = line.text.hasPrefix("#") && (body.hasPrefix("L ") || body.hasPrefix("L\t"))
      let names = split(isLabelled ? body.dropFirst() : body).map { ColumnName($0) }
      let roles = names.map(\.role)
      let x = roles.contains { [.distance, .wavenumber, .twoTheta].contains($0) }
      let y = roles.contains { if case .curve = $0 { true } else { false } }
      if x && y || isLabelled && (x || y) { return Array(names.prefix(max(width, 2))) }
    }
    return []
  }

  /// The names of a line: parted by commas, semicolons or tabs where there are any, else by white
  /// space that no unit follows, as in `r (A)  G (A^-2)`.
  private static func split(_ line: Substring) -> [String] {
    for mark in [";", ",", "\t"] where line.contains(mark) {
      let parts = line.split(separator: Character(mark)).map { String($0.trimmed) }
      return parts.filter { !$0.isEmpty }
    }
    var names: [String] = []
    var depth = 0
    var joins = false
    for word in line.split(whereSeparator: \.isWhitespace) {
      let isUnit = "([".contains(word.first ?? " ") || word == "/"
      if let last = names.last, depth > 0 || joins || isUnit {
        names[names.count - 1] = "\(last) \(word)"
      } else {
        names.append(String(word))
      }
      joins = word == "/"
      depth += word.count { "([".contains($0) } - word.count { ")]".contains($0) }
    }
    return names
  }
}
