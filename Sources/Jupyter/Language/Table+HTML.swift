import Script

extension Table {
  /// The table as it is shown alone: names, units, and cells, numbers to the right.
  var html: String {
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
  /// Text between tags; what would turn its words around is shown.
  fileprivate var escapedForHTML: String {
    shown.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
