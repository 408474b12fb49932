/// Columns of equal length with names, units and the digits that matter.
public struct Table: ScriptObject, Equatable {
  public struct Column: Sendable, Equatable {
    public let name: String
    public let unit: String?
    /// Digits after the point; nil for as many as a number needs.
    public let digits: Int?
    public let values: [Value]
    /// Where a terminal is too narrow for all columns, it is left out before others.
    let givesWay: Bool
    /// Its numbers are of different kinds, and each keeps its own digits.
    private(set) var isMixed = false

    public init(
      _ name: String, unit: String? = nil, digits: Int? = nil, givesWay: Bool = false,
      _ values: [Value]
    ) {
      self.name = name
      self.givesWay = givesWay
      self.unit = unit
      self.digits = digits
      self.values = values
    }

    /// A column of numbers of different kinds.
    init(mixed name: String, _ values: [Value]) {
      self.init(name, values)
      isMixed = true
    }

    /// A column of Swift values.
    public init<Item: ScriptValue>(
      _ name: String, unit: String? = nil, digits: Int? = nil, givesWay: Bool = false,
      of items: [Item]
    ) {
      self.init(name, unit: unit, digits: digits, givesWay: givesWay, items.map(\.scriptValue))
    }

    func picking(_ rows: [Int]) -> Column { with(rows.map { values[$0] }) }

    /// The same column with other values.
    func with(_ values: [Value]) -> Column {
      var column = Column(name, unit: unit, digits: digits, givesWay: givesWay, values)
      column.isMixed = isMixed
      return column
    }

    func cell(_ row: Int) -> String {
      switch (values[row], digits) {
      case (.none, _): "–"
      case (.number(let number), let digits?): Value.text(of: number, digits: digits)
      case (.list, _): values[row].part
      case (let value, _): value.text.replacing("\n", with: " ")
      }
    }

    var isNumeric: Bool {
      values.allSatisfy {
        switch $0 {
        case .number, .none: true
        default: false
        }
      }
    }
  }

  public let columns: [Column]
  /// How many rows are shown where it stands alone.
  let rowsShown: Int

  /// Number of rows.
  public var rows: Int { columns.first?.values.count ?? 0 }

  /// - Precondition: all columns have the same length.
  public init(_ columns: [Column], rowsShown: Int = 30) {
    precondition(
      Set(columns.map(\.values.count)).count <= 1,
      "columns of \(columns.map(\.values.count)) values")
    self.columns = columns
    self.rowsShown = rowsShown
  }

  public static func == (a: Table, b: Table) -> Bool { a.columns == b.columns }

  /// The rows with these indices, in this order.
  public func picking(_ rows: [Int]) -> Table { Table(columns.map { $0.picking(rows) }) }

  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  // MARK: In the language

  public static let typeName = "table"
  public static let fields: [Field<Table>] = [
    Field("count", "number of rows") { $0.rows },
    Field("columns", "names of the columns") { $0.columns.map(\.name) },
  ]

  public var summary: String { aligned(maximum: .max) }
  public var passages: [Passage] { [.table(self)] }
}

extension Table: ScriptSequence, ScriptIndexed {
  public var length: Int { rows }
  public func element(_ index: Int) -> Value { .object(Row(table: self, index: index)) }
  public func slice(_ indices: [Int]) -> Value? { .object(picking(indices)) }
  public var keys: [String] { columns.map(\.name) }
  public func element(_ key: String) -> Value? { column(key).map { .list($0.values) } }
}

/// One row of a table; its fields are the columns.
public struct Row: ScriptObject, ScriptIndexed, Equatable {
  /// Whatever tables they stand in.
  public static func == (a: Row, b: Row) -> Bool { a.record == b.record }

  public static let typeName = "row"
  public static let fields: [Field<Row>] = []
  let table: Table
  let index: Int

  public var summary: String {
    table.columns.map { column in
      let unit = column.unit.map { " \($0)" } ?? ""
      return "\(column.name) \(column.cell(index))\(unit)"
    }.joined(separator: ", ")
  }

  var record: Record { Record(keys, table.columns.map { $0.values[index] }) }

  public var keys: [String] { table.keys }
  public func element(_ key: String) -> Value? { table.column(key)?.values[index] }
}
