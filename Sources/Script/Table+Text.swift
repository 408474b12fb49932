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
  package func aligned(maximum: Int = .max, width: Int = .max) -> String {
    guard !columns.isEmpty else { return "empty table" }
    let shown = min(rows, maximum)
    var all = columns.map { $0.withEqualDigits(in: shown) }
    var cells = all.map { column in
      [column.name, column.unit ?? ""] + (0..<shown).map(column.cell)
    }
    var widths = cells.map { $0.map(\.count).max() ?? 0 }
    var hidden: [String] = []
    while widths.count > 1, widths.reduce(-2, { $0 + $1 + 2 }) > width {
      let place = all.lastIndex(where: \.givesWay) ?? all.count - 1
      hidden.insert(all.remove(at: place).name, at: 0)
      cells.remove(at: place)
      widths.remove(at: place)
    }
    let hasUnits = all.contains { $0.unit != nil }
    let areNumeric = all.map(\.isNumeric)
    var lines = (0..<shown + 2).filter { $0 != 1 || hasUnits }.map { row in
      if Interrupt.isRaisedHere { return "" }
      return all.indices.map { i in
        let gap = String(repeating: " ", count: widths[i] - cells[i][row].count)
        return areNumeric[i] ? gap + cells[i][row] : cells[i][row] + gap
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
    let count = min(rows, rowsShown)
    let all = columns.map { $0.withEqualDigits(in: count) }
    return (
      all.map { ($0.name, $0.unit ?? "", $0.isNumeric) },
      (0..<count).map { row in all.map { $0.cell(row) } },
      rows > count ? "… \(rows) rows in all" : nil
    )
  }

  /// Comma-separated values (RFC 4180), with the names and units in the first line; after Ctrl-C
  /// it is worth nothing.
  public var csv: String {
    let names = columns.map { Self.csvField($0.name + ($0.unit.map { " (\($0))" } ?? "")) }
    var text = names.joined(separator: ",") + "\n"
    for row in 0..<rows where !Interrupt.isRaisedHere {
      for (place, column) in columns.enumerated() {
        if place > 0 { text += "," }
        switch column.values[row] {
        // An empty line would be no row.
        case .none: text += columns.count == 1 ? "\"\"" : ""
        case .number(let number): text += Value.text(of: number)
        case .text("") where columns.count == 1: text += "\"\""
        case let value: text += Self.csvField(value.text)
        }
      }
      text += "\n"
    }
    return text
  }

  /// What parts fields or lines, of this or another program.
  private static let parting = Set(",;\"\n\r\t".utf8)

  /// A text as one field. An apostrophe precedes what a spreadsheet would take for a formula.
  static func csvField(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    // At the start of a line # would make a comment of it.
    let isPlain =
      scalars.first != "#" && !text.utf8.contains { Self.parting.contains($0) }
    if isPlain && !isFormula { return text }
    let quote = UInt8(ascii: "\"")
    var field = isFormula ? [quote, UInt8(ascii: "'")] : [quote]
    for byte in text.utf8 {
      if byte == quote { field.append(quote) }
      field.append(byte)
    }
    return String(decoding: field + [quote], as: UTF8.self)
  }

  /// A list of objects, one a row; after Ctrl-C it is worth nothing.
  public var json: String {
    var text = ""
    writeJSON(to: &text)
    return text
  }

  func writeJSON(to text: inout String) {
    let names = columns.map { Value.quoted($0.name) }
    text += "["
    for row in 0..<rows where !Interrupt.isRaisedHere {
      text += row == 0 ? "{" : ",{"
      for (place, column) in columns.enumerated() {
        text += (place == 0 ? "" : ",") + names[place] + ":"
        column.values[row].writeJSON(to: &text)
      }
      text += "}"
    }
    text += "]"
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
  /// Numbers without given digits get as many as the longest in the rows shown needs, at most six.
  fileprivate func withEqualDigits(in rows: Int) -> Table.Column {
    guard digits == nil, isNumeric, !isMixed else { return self }
    let texts = values.prefix(rows).map { Interrupt.isRaisedHere ? "" : $0.text }
    guard !texts.contains(where: { $0.contains("e") && $0 != "none" }) else { return self }
    let longest =
      texts.map { text in
        text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
      }.max() ?? 0
    return Table.Column(
      name, unit: unit, digits: Swift.min(longest, 6), givesWay: givesWay, values)
  }
}
