import Script

extension Page {
  /// A table as a table: names, units, and cells, numbers to the right.
  static func html(of table: Table) -> String {
    let shown = table.shown
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>"
        + zip(cells, shown.columns).map { cell, column in
          "<\(tag)\(column.isNumeric ? " class=\"number\"" : "")>\(escaped(cell))</\(tag)>"
        }.joined() + "</tr>\n"
    }
    let units =
      shown.columns.contains { !$0.unit.isEmpty } ? row(shown.columns.map(\.unit), "td") : ""
    let more = shown.note.map { "<caption>\(escaped($0))</caption>\n" } ?? ""
    return "<table class=\"result\">\n\(more)<thead>\n\(row(shown.columns.map(\.name), "th"))"
      + "\(units)</thead>\n<tbody>\n"
      + shown.rows.map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }
}
