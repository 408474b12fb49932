extension Command {
  static let table = Command(
    "table", "a table of rows and named columns",
    Parameter<Value>(
      "columns", "names of the columns; or all of it: records, or a record of lists"),
    Parameter<[Value]?>(
      "rows", labelled: false, "a list of rows, each a list with a value for each column"),
    Parameter<[Value]>("units", default: [], "a unit for each column, or none"),
    Parameter<[Value]>("digits", default: [], "digits after the point for each column, or none"),
    form: .function, topic: "tables",
    help: """
      A table is a sequence of rows: `t[0].rw` is a cell, `t.rw` and `t["rw"]` a column.
      `t.sort("rw")`, `t.where(rw < 0.2)`, `t.with(rw2: rw ^ 2)`, `t.select("rw")`,
      `t.group("type", mean: "rw")`, `t.append({…})`, `t.join(u, by: "name")`, `t.describe()`,
      `t.head(5)` and `t.csv()` go on from there.
      """,
    examples: [
      #"t = table([{metal: "Au", d: 2.68}, {metal: "Pt", d: 2.6}])"#,
      #"t = table({metal: ["Au", "Pt"], d: [2.68, 2.6]}, units: [none, "Å"])"#,
      #"t = table(["metal", "d"], [["Au", 2.68], ["Pt", 2.6]], units: [none, "Å"])"#,
    ]
  ) { _, given, rows, units, digits in
    let columns = try rows.map { try Self.columns(given, $0) } ?? Self.columns(of: given)
    let names = columns.map(\.name)
    for (list, label) in [(units, "units"), (digits, "digits")]
    where !list.isEmpty && list.count != names.count {
      throw Complaint(
        "\(label) has \(list.count) elements for \(names.count) columns", argument: label)
    }
    return Table(
      try names.indices.map { i in
        let unit = units.isEmpty ? nil : try convert(units[i], "units", to: String?.self)
        let places = digits.isEmpty ? nil : try convert(digits[i], "digits", to: Int?.self)
        return Table.Column(names[i], unit: unit, digits: places, columns[i].values)
      })
  }

  /// Columns by their names and a list of rows.
  private static func columns(_ names: Value, _ rows: [Value]) throws -> [Table.Column] {
    guard let names = try names.items().map({ try texts($0, "columns") }) else {
      throw Complaint("'columns' takes a list of names, not \(names.mention)", argument: "columns")
    }
    if let twice = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw Complaint("the column '\(names[twice])' is given twice", argument: "columns")
    }
    let cells = try rows.map { row -> [Value] in
      let cells =
        try row.items()
        ?? (try? Record.from(row)).map { record in
          names.compactMap { record[$0] }
        }
      guard let cells, cells.count == names.count else {
        throw Complaint(
          "a row has one value for each of the \(names.count) columns, unlike \(row.text.prefix(80))",
          argument: "rows")
      }
      try Value.checkList(count: rows.count, new: cells)
      return cells
    }
    return names.indices.map { i in Table.Column(names[i], cells.map { $0[i] }) }
  }

  /// Columns of a list of records, of a record of lists, or of a table.
  private static func columns(of value: Value) throws -> [Table.Column] {
    if case .object(let table as Table) = value { return table.columns }
    if case .record(let record) = value {
      let columns = try zip(record.keys, record.values).map { name, value in
        guard let items = try value.items() else {
          throw Complaint("'\(name)' is a list, not \(value.mention)", argument: "columns")
        }
        return Table.Column(name, items)
      }
      guard Set(columns.map(\.values.count)).count <= 1 else {
        throw Complaint("the lists of the columns differ in length", argument: "columns")
      }
      return columns
    }
    if let table = try value.items().flatMap({ Table(records: $0) }) { return table.columns }
    throw Complaint(
      "the rows are missing", argument: "columns",
      suggestion: "table([\"n\", \"rw\"], [[1, 0.2]]), or table([{n: 1, rw: 0.2}])")
  }

  static let tableFunctions: [Command] = [
    Command(
      "sort", "a table's rows by a column, the smallest first",
      Parameter<Table>("table", "the table"),
      Parameter<String>("column", "the column's name").offering(.columns),
      Parameter("descending", default: false, "the largest first"),
      form: .function, topic: "tables",
      examples: [#"print table(["n"], [[3], [1], [2]]).sort("n")"#]
    ) { _, table, name, descending in
      let column = try table.column(named: name, argument: "column")
      return table.picking(try Value.order(column.values, descending: descending))
    },
    Command(
      "where", "the rows of a table for which a condition on its columns holds",
      Parameter<Table>("table", "the table"),
      Parameter<Formula>("condition", "such as rw < 0.2"),
      form: .function, topic: "tables",
      examples: [#"print table(["n"], [[3], [1], [2]]).where(n > 1)"#]
    ) { _, table, condition in table.picking(try condition.rows(of: table)) },
    Command(
      "select", "some columns of a table, in this order",
      Parameter<Table>("table", "the table"),
      Parameter<[OneOrMany<String>]>(rest: "columns", "their names").offering(.columns),
      form: .function, topic: "tables",
      examples: [#"print table(["a", "b"], [[1, 2], [3, 4]]).select("b")"#]
    ) { _, table, names in
      Table(
        try unique(names.flatMap(\.values)).map { try table.column(named: $0, argument: "columns") }
      )
    },
    Command(
      "with", "a table with new columns, calculated from the others row by row",
      Parameter<Table>("table", "the table"),
      Parameter<Labelled<Formula>>(labels: "column", "such as rw2: rw ^ 2"),
      form: .function, topic: "tables",
      help:
        "A column that is there already is replaced. A list that reads no column gives its values as they are.",
      examples: [#"print table(["a"], [[1], [2]]).with(square: a ^ 2, name: ["x", "y"])"#]
    ) { _, table, formulas in
      try formulas.reduce(table) { table, entry in
        let values = try entry.value.values(in: table)
        try Value.checkList(count: values.count, new: values)
        return table.setting([Table.Column(entry.label, values)])
      }
    },
    Command(
      "group", "a row for each different value of a column, with what its rows have in common",
      Parameter<Table>("table", "the table"),
      Parameter<[OneOrMany<String>]>(
        rest: "columns", "the columns by whose values rows go together"
      )
      .offering(.columns),
      Parameter("mean", default: OneOrMany<String>([]), "columns of which to take the mean")
        .offering(.columns),
      Parameter("deviation", default: OneOrMany<String>([]), "columns, their standard deviation")
        .offering(.columns),
      Parameter("median", default: OneOrMany<String>([]), "columns, their median")
        .offering(.columns),
      Parameter("min", default: OneOrMany<String>([]), "columns, their smallest number")
        .offering(.columns),
      Parameter("max", default: OneOrMany<String>([]), "columns, their largest number")
        .offering(.columns),
      Parameter("sum", default: OneOrMany<String>([]), "columns, their sum")
        .offering(.columns),
      form: .function, topic: "tables",
      help: """
        The column `count` tells how many rows went together; `g["count"]` reads it, as `g.count` is
        the number of groups. A column asked for once keeps its name; one asked for several times
        becomes `rw_mean`, `rw_min` …
        """,
      examples: [
        #"""
        t = table(["type", "rw"], [["fcc", 0.2], ["sc", 0.4], ["fcc", 0.1]])
        print t.group("type", mean: "rw").sort("rw")
        print t.group("type", min: "rw", max: "rw")
        """#
      ]
    ) { _, table, keys, mean, deviation, median, least, most, sum in
      let asked: [(Aggregate, OneOrMany<String>)] = [
        (.mean, mean), (.deviation, deviation), (.median, median), (.min, least), (.max, most),
        (.sum, sum),
      ]
      let wanted = try asked.flatMap { aggregate, names in
        try names.values.map {
          (aggregate, try table.column(named: $0, argument: aggregate.rawValue))
        }
      }
      return try table.grouped(
        by: unique(keys.flatMap(\.values)).map { try table.column(named: $0, argument: "columns") },
        wanted)
    },
    Command(
      "describe", "what the columns of a table hold: kind, missing and different values, spread",
      Parameter<Value>("values", "table or list"),
      form: .function, topic: "tables",
      examples: [#"print describe(table(["n", "type"], [[1, "sc"], [2, "fcc"]]))"#]
    ) { _, value in
      if case .object(let table as Table) = value { return try table.described() }
      let items = try items(value)
      return try (Table(records: items) ?? Table([Table.Column("values", items)])).described()
    },
    Command(
      "head", "the first rows of a table, or the first elements of a list",
      Parameter<Value>("values", "table or list"),
      Parameter("count", default: 10, labelled: false, "how many"),
      form: .function, topic: "tables", examples: ["print head(1..100, 3)"]
    ) { _, value, count -> Value in
      guard count >= 0 else { throw Complaint("how many is 0 or more", argument: "count") }
      if case .object(let table as Table) = value {
        let first = table.picking(Array(0..<Swift.min(count, table.rows)))
        return .object(Table(first.columns, rowsShown: .max))
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

  private static func unique(_ names: [String]) throws -> [String] {
    guard Set(names).count == names.count else {
      throw Complaint("a column is named twice", argument: "columns")
    }
    return names
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
