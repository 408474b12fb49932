extension Command {
  static let table = Command(
    "table", "a table of rows and named columns",
    Parameter<[Value]>("columns", "names of the columns"),
    Parameter<[Value]>("rows", "a list of rows, each a list with a value for each column"),
    Parameter<[Value]>("units", default: [], "a unit for each column, or none"),
    Parameter<[Value]>("digits", default: [], "digits after the point for each column, or none"),
    form: .function, topic: "tables",
    help: """
      A table is a sequence of rows: `t[0].rw` is a cell, `t.rw` and `t["rw"]` a column.
      `t.sort("rw")`, `t.where(rw < 0.2)`, `t.head(5)` and `t.csv()` go on from there.
      """,
    examples: [
      #"t = table(["metal", "d"], [["Au", 2.68], ["Pt", 2.6]], units: [none, "Å"])"#
    ]
  ) { _, names, rows, units, digits in
    let names = try texts(names, "columns")
    let rows = try rows.map { row -> [Value] in
      guard let cells = try row.items(), cells.count == names.count else {
        throw Complaint(
          "a row has one value for each of the \(names.count) columns, unlike \(row.text.prefix(80))",
          argument: "rows")
      }
      try Value.checkList(count: rows.count, new: cells)
      return cells
    }
    for (list, label) in [(units, "units"), (digits, "digits")]
    where !list.isEmpty && list.count != names.count {
      throw Complaint(
        "\(label) has \(list.count) elements for \(names.count) columns", argument: label)
    }
    return Table(
      try names.indices.map { i in
        let unit = units.isEmpty ? nil : try convert(units[i], "units", to: String?.self)
        let places = digits.isEmpty ? nil : try convert(digits[i], "digits", to: Int?.self)
        return Table.Column(names[i], unit: unit, digits: places, rows.map { $0[i] })
      })
  }

  static let tableFunctions: [Command] = [
    Command(
      "sort", "a table's rows by a column, the smallest first",
      Parameter<Table>("table", "the table"),
      Parameter<String>("column", "the column's name"),
      Parameter("descending", default: false, "the largest first"),
      form: .function, topic: "tables",
      examples: [#"print table(["n"], [[3], [1], [2]]).sort("n")"#]
    ) { _, table, name, descending in
      guard let column = table.column(name) else { throw noColumn(name, table) }
      return table.picking(try Value.order(column.values, descending: descending))
    },
    Command(
      "where", "the rows of a table for which a condition on its columns holds",
      Parameter<Table>("table", "the table"),
      Parameter<Condition>("condition", "such as rw < 0.2"),
      form: .function, topic: "tables",
      examples: [#"print table(["n"], [[3], [1], [2]]).where(n > 1)"#]
    ) { _, table, condition in
      table.picking(
        try (0..<table.rows).filter { row in
          try condition.holds(table.columns.map { ($0.name, $0.values[row]) })
        })
    },
    Command(
      "head", "the first rows of a table, or the first elements of a list",
      Parameter<Value>("values", "table or list"),
      Parameter("count", default: 10, labelled: false, "how many"),
      form: .function, topic: "tables", examples: ["print head(1..100, 3)"]
    ) { _, value, count -> Value in
      guard count >= 0 else { throw Complaint("how many is 0 or more", argument: "count") }
      if case .object(let table as Table) = value {
        return .object(table.picking(Array(0..<Swift.min(count, table.rows))))
      }
      guard let items = try value.items() else {
        throw Complaint("a table or a list is needed, not \(value.mention)", argument: "values")
      }
      if case .object(let sequence as any ScriptSequence) = value,
        let part = try sequence.slice(Array(0..<Swift.min(count, sequence.length)))
      {
        return part
      }
      return .list(Array(items.prefix(count)))
    },
    Command(
      "csv", "a table as comma-separated text",
      Parameter<Table>("table", "the table"),
      form: .function, topic: "tables", examples: [#"print table(["n"], [[1], [2]]).csv()"#]
    ) { _, table in table.csv },
  ]

  private static func noColumn(_ name: String, _ table: Table) -> Complaint {
    Complaint(
      "the table has no column '\(name)'", argument: "column",
      suggestion: Suggestion.didYouMean(name, among: table.keys)
        ?? "its columns: \(table.keys.joined(separator: ", "))")
  }

  private static func texts(_ values: [Value], _ label: String) throws -> [String] {
    try values.map { try convert($0, label, to: String.self) }
  }

  private static func convert<T: ScriptValue>(
    _ value: Value, _ label: String, to type: T.Type
  ) throws -> T {
    do { return try T.from(value) } catch let mismatch as Mismatch {
      throw Complaint(
        "'\(label)' takes \(mismatch.expected), not \(mismatch.found ?? value.mention)",
        argument: label)
    }
  }
}
