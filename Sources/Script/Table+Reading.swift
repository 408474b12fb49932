import Numerics

extension Table {
  /// A table from the text of a file whose first line, but for comments, has the names of its
  /// columns: parted by tabs, semicolons or commas (RFC 4180), or else by blanks.
  ///
  /// A name may end in its unit, as in `d (Å)`. A column all of whose cells are numbers holds
  /// numbers; an empty cell is none. Beside semicolons a comma is a decimal point.
  ///
  /// - Parameters:
  ///   - shouldContinue: is asked for every line, and ends the work by false; what is then read is
  ///     worth nothing.
  ///   - isTable: whether names are those of a table.
  /// - Returns: nil where the file does not begin with such names.
  /// - Throws: `FileError` with the line that does not fit the names.
  package init?(
    reading text: String, path: String, while shouldContinue: () -> Bool = { true },
    where isTable: ([String]) -> Bool = { _ in true }
  ) throws(FileError) {
    let lines = Lines(
      text, usual: path.hasSuffix(".csv") ? "," : path.hasSuffix(".tsv") ? "\t" : nil,
      while: shouldContinue)
    guard let first = lines.first, first.fields.contains(where: { !$0.isEmpty }),
      !first.fields.contains(where: Self.isNumber), isTable(first.fields)
    else { return nil }
    let rows = lines.dropFirst()
    if let wrong = rows.first(where: { $0.fields.count != first.fields.count }) {
      throw FileError(
        path, line: wrong.number,
        "\(wrong.fields.count) fields, but \(first.fields.count) names in line \(first.number)")
    }
    var columns: [Column] = []
    for (place, text) in first.fields.enumerated() where shouldContinue() {
      let (name, unit) = Self.nameAndUnit(text)
      let twins = columns.count { $0.name == name || $0.name.hasPrefix(name + "_") }
      let isTwice = columns.contains { $0.name == name }
      columns.append(
        Column(
          name.isEmpty ? "column\(place + 1)" : isTwice ? "\(name)_\(twins + 1)" : name, unit: unit,
          Self.values(rows.map { $0.fields[place] }, comma: lines.separator == ";")))
    }
    self.init(columns)
  }

  /// Whether a field is a number, or several with blanks between, and no name.
  private static func isNumber(_ field: String) -> Bool {
    let words = field.split(whereSeparator: \.isWhitespace)
    return !words.isEmpty && words.allSatisfy { NumberField.value($0) != nil }
  }

  /// `d (Å)` is d in Å.
  private static func nameAndUnit(_ text: String) -> (String, String?) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return (text, nil)
    }
    let unit = text[text.index(after: open)...].dropLast()
    let name = String(text[..<open].reversed().drop { $0 == " " }.reversed())
    // A name such as G(r) has no unit.
    return text[text.index(before: open)] == " " ? (name, String(unit)) : (text, nil)
  }

  private static func values(_ cells: [String], comma: Bool) -> [Value] {
    let isMissing = cells.map { ["", "–", "-", "none", "n/a", "null"].contains($0.lowercased()) }
    let numbers = cells.map { NumberField.value($0[...], comma: comma) }
    let filled = cells.indices.filter { !isMissing[$0] }
    let areNumbers = !filled.isEmpty && filled.allSatisfy { numbers[$0] != nil }
    let areBools = !filled.isEmpty && filled.allSatisfy { ["true", "false"].contains(cells[$0]) }
    return cells.indices.map { i in
      if areNumbers { return isMissing[i] ? .none : numbers[i].map(Value.number) ?? .none }
      if areBools { return isMissing[i] ? .none : .bool(cells[i] == "true") }
      return cells[i].isEmpty ? .none : .text(cells[i])
    }
  }

  /// The lines of a file as fields, without comments and empty ones.
  private struct Lines: RandomAccessCollection {
    private var lines: [(number: Int, fields: [String])] = []
    /// What parts the fields; nil for blanks.
    let separator: Character?

    var startIndex: Int { lines.startIndex }
    var endIndex: Int { lines.endIndex }
    subscript(index: Int) -> (number: Int, fields: [String]) { lines[index] }

    /// - Parameter usual: what parts the fields where the first line has only one.
    init(_ text: String, usual: Character?, while shouldContinue: () -> Bool) {
      let all = text.fileLines
      let first = all.first { !$0.trimmed.isEmpty && !$0.hasPrefix("#") } ?? ""
      let separator = ["\t", ";", ","].first { first.contains($0) }.map { Character($0) } ?? usual
      self.separator = separator
      var i = 0
      while i < all.count, shouldContinue() {
        let number = i + 1
        var line = String(all[i])
        i += 1
        guard !line[...].trimmed.isEmpty, !line.hasPrefix("#") else { continue }
        // A field in quotes may go on over lines.
        while separator != nil, line.count(where: { $0 == "\"" }) % 2 == 1, i < all.count {
          line += "\n" + all[i]
          i += 1
        }
        lines.append((number, Self.fields(line, separator)))
      }
    }

    private static func fields(_ line: String, _ separator: Character?) -> [String] {
      guard let separator else {
        return line.split(whereSeparator: \.isWhitespace).map(String.init)
      }
      var fields: [String] = []
      var field = ""
      var isQuoted = false
      var rest = line[...]
      while let character = rest.popFirst() {
        switch character {
        case "\"" where isQuoted && rest.first == "\"": field.append(rest.removeFirst())
        case "\"" where isQuoted || field[...].trimmed.isEmpty: isQuoted.toggle()
        case separator where !isQuoted:
          fields.append(unprotected(field))
          field = ""
        default: field.append(character)
        }
      }
      return fields + [unprotected(field)]
    }

    /// Without blanks at its ends, and without the apostrophe that keeps spreadsheets from taking
    /// it for a formula.
    private static func unprotected(_ field: String) -> String {
      let text = field[...].trimmed
      guard text.first == "'", let next = text.dropFirst().first, "=+-@＝＋－＠".contains(next) else {
        return String(text)
      }
      return String(text.dropFirst())
    }
  }
}
