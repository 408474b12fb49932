extension Table {
  /// A row for each record, in columns for all their names; nil where not all are records.
  init?(records values: [Value]) {
    guard let first = values.first, (try? Record.from(first)) != nil else { return nil }
    var records: [Record] = []
    for value in values {
      guard !Interrupt.isRaisedHere, let record = try? Record.from(value) else { return nil }
      records.append(record)
    }
    var names: [String] = []
    var known: Set<String> = []
    for record in records where record.keys != names {
      names += record.keys.filter { known.insert($0).inserted }
    }
    guard !names.isEmpty else { return nil }
    self.init(names.map { name in Column(name, records.map { $0[name] ?? .none }) })
  }

  /// The table with further rows: records, lists with a value for each column, or tables.
  ///
  /// - Throws: `Complaint` about what is no row of it.
  func appending(_ rows: [Value]) throws -> Table {
    var values = columns.map(\.values)
    for row in rows {
      switch row {
      case .list(let cells) where cells.count == columns.count:
        for (i, cell) in cells.enumerated() { values[i].append(cell) }
      case .object(let table as Table):
        for i in 0..<table.rows {
          try Interrupt.check()
          try add(Row(table: table, index: i).record, to: &values)
        }
      default:
        guard let record = try? Record.from(row) else {
          throw Complaint(
            "a row of the table is a record, or a list with a value for each column, not \(row.mention)",
            argument: "elements")
        }
        try add(record, to: &values)
      }
    }
    try Value.checkList(count: values.first?.count ?? 0, new: rows)
    return Table(zip(columns, values).map { $0.with($1) })
  }

  private func add(_ record: Record, to values: inout [[Value]]) throws {
    if let unknown = record.keys.first(where: { column($0) == nil }) {
      throw Complaint(
        "the table has no column '\(unknown)'", argument: "elements",
        suggestion: Suggestion.didYouMean(unknown, among: keys)
          ?? "its columns: \(keys.joined(separator: ", ")); with(…) makes a new one")
    }
    for (i, column) in columns.enumerated() { values[i].append(record[column.name] ?? .none) }
  }

  /// The table with columns replaced, or behind the others where their names are new.
  func setting(_ new: [Column]) -> Table {
    var all = columns
    for column in new {
      if let place = all.firstIndex(where: { $0.name == column.name }) {
        all[place] = column
      } else {
        all.append(column)
      }
    }
    return Table(all)
  }

  /// The column of this name.
  ///
  /// - Throws: `Complaint` with the name that may have been meant.
  func column(named name: String, argument: String) throws -> Column {
    if let column = column(name) { return column }
    throw Complaint(
      "the table has no column '\(name)'", argument: argument,
      suggestion: Suggestion.didYouMean(name, among: keys)
        ?? "its columns: \(keys.joined(separator: ", "))")
  }
}
