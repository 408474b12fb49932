extension Table {
  /// A row for each different combination of values in the key columns, in the order in which they
  /// come up: the keys, how many rows there are, and what is asked for of other columns.
  func grouped(by keys: [Column], _ wanted: [(Aggregate, Column)]) throws -> Table {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for row in 0..<rows {
      try Interrupt.check()
      let key = keys.map { $0.values[row].literal }.joined(separator: "\u{0}")
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    var all = keys.map { key in key.with(groups.map { key.values[$0[0]] }) }
    all.append(Column("count", of: groups.map(\.count)))
    for (aggregate, column) in wanted {
      let numbers = try column.numbers()
      let isAlone = wanted.count { $0.1.name == column.name } == 1
      let name = isAlone ? column.name : "\(column.name)_\(aggregate.rawValue)"
      all.append(
        Column(
          name, unit: column.unit, digits: column.digits,
          try groups.map { rows in try aggregate.value(of: rows.compactMap { numbers[$0] }) }))
    }
    return Table(all)
  }

  /// The rows with the columns of another table where the key is the same; a row that finds no
  /// other has none there, one that finds several comes several times.
  func joined(with other: Table, by key: Column, _ otherKey: Column) throws -> Table {
    var places: [String: [Int]] = [:]
    for row in 0..<other.rows {
      try Interrupt.check()
      places[otherKey.values[row].literal, default: []].append(row)
    }
    var pairs: [(row: Int, other: Int?)] = []
    for row in 0..<rows {
      try Interrupt.check()
      let found = places[key.values[row].literal] ?? []
      pairs += found.isEmpty ? [(row, nil)] : found.map { (row, $0) }
    }
    let further = other.columns.filter { $0.name != otherKey.name }.map { column in
      Column(
        self.column(column.name) == nil ? column.name : column.name + "_2", unit: column.unit,
        digits: column.digits, pairs.map { $0.other.map { column.values[$0] } ?? .none })
    }
    return Table(
      columns.map { column in column.with(pairs.map { column.values[$0.row] }) } + further)
  }

  /// A row for each column: what it holds, and how its numbers are spread.
  ///
  /// - Throws: `Interrupted`.
  func described() throws -> Table {
    let numbers = columns.map { (try? $0.numbers())?.compactMap { $0 } ?? [] }
    func spread(_ aggregate: Aggregate) throws -> Column {
      Column(
        mixed: aggregate.rawValue, try numbers.map { try aggregate.value(of: $0).rounded(4) })
    }
    return try Table(
      [
        Column("column", of: keys),
        Column("unit", columns.map { $0.unit.map(Value.text) ?? .none }),
        Column("holds", columns.map { .text($0.kind) }),
        Column("missing", of: columns.map { $0.values.count { $0 == .none } }),
        Column(
          "different",
          of: columns.map { column in
            let filled = column.values.filter { $0 != .none }
            return Set(try filled.mapUntilInterrupt(\.literal)).count
          }),
      ] + [.mean, .deviation, .min, .median, .max].map(spread), rowsShown: .max)
  }
}

extension Table.Column {
  /// Its numbers; nil for a cell that holds none.
  ///
  /// - Throws: `Complaint` where a cell holds something else.
  func numbers() throws -> [Double?] {
    try values.map { value in
      switch value {
      case .number(let number): return number
      case .none: return nil
      default:
        throw Complaint("the column '\(name)' holds \(value.mention), not only numbers")
      }
    }
  }

  /// What its cells hold: `numbers`, `text`, or both.
  fileprivate var kind: String {
    var kinds: [String] = []
    for value in values {
      if case .none = value { continue }
      let kind = Value.plural(value.typeName)
      if !kinds.contains(kind) { kinds.append(kind) }
      if kinds.count > 3 { break }
    }
    return kinds.isEmpty ? "nothing" : kinds.joined(separator: ", ")
  }
}

extension Value {
  /// A number with so many significant digits, as far as it has to be shown.
  fileprivate func rounded(_ digits: Int) -> Value {
    guard case .number(let number) = self else { return self }
    return .number(Double(Value.text(of: number, significant: digits)) ?? number)
  }
}
