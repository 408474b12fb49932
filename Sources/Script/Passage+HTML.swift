extension Passage {
  /// The passage as a paragraph or a table, for pages and notebooks.
  package var html: String {
    switch self {
    case .text(let text):
      let lines = text.split(separator: "\n").map { String($0).escapedForHTML }
      return lines.isEmpty ? "" : "<p>\(lines.joined(separator: "<br>\n"))</p>\n"
    case .table(let table): return table.html
    }
  }
}

extension Table {
  /// The table as it is shown alone: names, units, and cells, numbers to the right.
  fileprivate var html: String {
    let shown = shown
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>"
        + zip(cells, shown.columns).map { cell, column in
          let side = column.isNumeric ? "right" : "left"
          return "<\(tag) style=\"text-align: \(side)\">\(cell.escapedForHTML)</\(tag)>"
        }.joined() + "</tr>\n"
    }
    let units =
      shown.columns.contains { !$0.unit.isEmpty } ? row(shown.columns.map(\.unit), "td") : ""
    let more = shown.note.map { "<p>\($0.escapedForHTML)</p>\n" } ?? ""
    return "<table>\n<thead>\n\(row(shown.columns.map(\.name), "th"))\(units)</thead>\n<tbody>\n"
      + shown.rows.map { row($0, "td") }.joined() + "</tbody>\n</table>\n\(more)"
  }
}

extension String {
  /// Text between tags, or in an attribute's quotes; what would turn its words around is shown.
  package var escapedForHTML: String {
    var html = ""
    for scalar in shown.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}
