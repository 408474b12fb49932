extension Table {
  /// The table as aligned text: numbers to the right, text to the left.
  func aligned(maximum: Int) -> String {
    guard !columns.isEmpty else { return "empty table" }
    let shown = min(rows, maximum)
    let cells = columns.map(\.withEqualDigits).map { column in
      [column.name, column.unit ?? ""] + (0..<shown).map(column.cell)
    }
    let widths = cells.map { $0.map(\.count).max() ?? 0 }
    let hasUnits = columns.contains { $0.unit != nil }
    var lines = (0..<shown + 2).filter { $0 != 1 || hasUnits }.map { row in
      columns.indices.map { i in
        let gap = String(repeating: " ", count: widths[i] - cells[i][row].count)
        return columns[i].isNumeric ? gap + cells[i][row] : cells[i][row] + gap
      }.joined(separator: "  ").trimmingEnd()
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    lines.insert(rule, at: hasUnits ? 2 : 1)
    if rows > shown { lines.append("… \(rows) rows in all") }
    return lines.joined(separator: "\n")
  }

  /// Comma-separated values (RFC 4180), with the names and units in the first line.
  public var csv: String {
    let names = columns.map { Self.csvField($0.name + ($0.unit.map { " (\($0))" } ?? "")) }
    let lines =
      [names]
      + (0..<rows).map { row in
        columns.map { column in
          if case .number(let number) = column.values[row] { return Value.text(of: number) }
          return Self.csvField(column.values[row].text)
        }
      }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// A text as one field. An apostrophe precedes what a spreadsheet would take for a formula.
  static func csvField(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    let isPlain = !scalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
    if isPlain && !isFormula { return text }
    var field = "\"" + (isFormula ? "'" : "")
    for scalar in scalars {
      if scalar == "\"" { field += "\"" }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }

  /// A list of objects, one a row.
  public var json: String {
    let rows = (0..<rows).map { row in
      "{" + columns.map { "\(Value.quoted($0.name)):\($0.values[row].json)" }.joined(separator: ",")
        + "}"
    }
    return "[" + rows.joined(separator: ",") + "]"
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Table.Column {
  /// Numbers without given digits get as many as the longest of them needs, at most six.
  fileprivate var withEqualDigits: Table.Column {
    guard digits == nil, isNumeric else { return self }
    let texts = values.map(\.text)
    guard !texts.contains(where: { $0.contains("e") && $0 != "none" }) else { return self }
    let longest =
      texts.map { text in
        text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
      }.max() ?? 0
    return Table.Column(name, unit: unit, digits: Swift.min(longest, 6), values)
  }
}
