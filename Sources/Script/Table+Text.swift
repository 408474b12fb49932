extension Value {
  /// The table that a value is shown as, where it is one or a list of records.
  package var shownTable: Table? {
    switch self {
    case .object(let table as Table): table
    case .list(let items): Table(records: items)
    default: nil
    }
  }
}

extension Table {
  /// The table as aligned text: numbers to the right, text to the left. Columns that do not fit
  /// into the width are named below.
  func aligned(maximum: Int, width: Int = .max) -> String {
    guard !columns.isEmpty else { return "empty table" }
    let shown = min(rows, maximum)
    var all = columns.map(\.withEqualDigits)
    var cells = all.map { column in
      [column.name, column.unit ?? ""] + (0..<shown).map(column.cell)
    }
    var widths = cells.map { $0.map(\.count).max() ?? 0 }
    var hidden: [String] = []
    while widths.count > 1, widths.reduce(-2, { $0 + $1 + 2 }) > width {
      hidden.insert(all.removeLast().name, at: 0)
      cells.removeLast()
      widths.removeLast()
    }
    let hasUnits = all.contains { $0.unit != nil }
    var lines = (0..<shown + 2).filter { $0 != 1 || hasUnits }.map { row in
      all.indices.map { i in
        let gap = String(repeating: " ", count: widths[i] - cells[i][row].count)
        return all[i].isNumeric ? gap + cells[i][row] : cells[i][row] + gap
      }.joined(separator: "  ").trimmingEnd()
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    lines.insert(rule, at: hasUnits ? 2 : 1)
    if rows > shown { lines.append("… \(rows) rows in all") }
    if !hidden.isEmpty {
      let names = hidden.joined(separator: ", ")
      lines.append(
        "… \(hidden.count) more column\(hidden.count == 1 ? "" : "s"): "
          + (names.count > 60 ? names.prefix(59) + "…" : names))
    }
    return lines.joined(separator: "\n")
  }

  /// The table as it is shown alone: names, units and cells as text, at most so many rows.
  package var shown:
    (columns: [(name: String, unit: String, isNumeric: Bool)], rows: [[String]], note: String?)
  {
    let all = columns.map(\.withEqualDigits)
    let count = min(rows, rowsShown)
    return (
      all.map { ($0.name, $0.unit ?? "", $0.isNumeric) },
      (0..<count).map { row in all.map { $0.cell(row) } },
      rows > count ? "… \(rows) rows in all" : nil
    )
  }

  /// Comma-separated values (RFC 4180), with the names and units in the first line.
  public var csv: String { csv(while: { true }) }

  /// - Parameter shouldContinue: is asked for every row, and ends the work by false; the text so far
  ///   is then the answer.
  package func csv(while shouldContinue: () -> Bool) -> String {
    let names = columns.map { Self.csvField($0.name + ($0.unit.map { " (\($0))" } ?? "")) }
    var text = names.joined(separator: ",") + "\n"
    for row in 0..<rows where shouldContinue() {
      for (place, column) in columns.enumerated() {
        if place > 0 { text += "," }
        switch column.values[row] {
        case .none: break
        case .number(let number): text += Value.text(of: number)
        case let value: text += Self.csvField(value.text)
        }
      }
      text += "\n"
    }
    return text
  }

  /// A text as one field. An apostrophe precedes what a spreadsheet would take for a formula.
  static func csvField(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    // At the start of a line # would make a comment of it.
    let isPlain =
      scalars.first != "#"
      && !scalars.contains { ",;\"\n\r\t".unicodeScalars.contains($0) }
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
    guard digits == nil, isNumeric, !isMixed else { return self }
    let texts = values.map(\.text)
    guard !texts.contains(where: { $0.contains("e") && $0 != "none" }) else { return self }
    let longest =
      texts.map { text in
        text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
      }.max() ?? 0
    return Table.Column(name, unit: unit, digits: Swift.min(longest, 6), values)
  }
}
