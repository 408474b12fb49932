/// Values by name, in the order in which they were given: `{name: "s1", temperature: 210}`.
public struct Record: Sendable {
  public private(set) var keys: [String]
  public private(set) var values: [Value]

  /// - Precondition: as many keys as values, and no key twice.
  public init(_ keys: [String] = [], _ values: [Value] = []) {
    precondition(keys.count == values.count, "\(keys.count) names for \(values.count) values")
    self.keys = keys
    self.values = values
  }

  public var count: Int { keys.count }

  /// The value of a name; a new name goes to the end.
  public subscript(key: String) -> Value? { keys.firstIndex(of: key).map { values[$0] } }

  public mutating func set(_ key: String, to value: Value) {
    if let place = keys.firstIndex(of: key) {
      values[place] = value
    } else {
      keys.append(key)
      values.append(value)
    }
  }
}

extension Record: Equatable {
  /// The order of the names says nothing.
  public static func == (a: Record, b: Record) -> Bool {
    if a.keys == b.keys { return a.values == b.values }
    return a.count == b.count && zip(a.keys, a.values).allSatisfy { b[$0] == $1 }
  }
}

extension Record: ScriptValue {
  public static let typeName = "record"
  public static func from(_ value: Value) throws -> Record {
    switch value {
    case .record(let record): return record
    case .object(let row as Row): return row.record
    default: throw Mismatch("a record, such as {name: \"s1\"}")
    }
  }
  public var scriptValue: Value { .record(self) }
}

extension Record {
  /// Alone at the prompt: on a line where it is short, else a line for each field.
  var sentence: String {
    let line = Value.record(self).text
    guard line.count > 72, count > 1 else { return line }
    let width = keys.map(\.count).max() ?? 0
    return zip(keys, values).map { "\($0.padded(to: width))  \($1.brief)" }
      .joined(separator: "\n")
  }

  /// A name as it is written before the colon.
  static func written(_ key: String) -> String {
    let isWord =
      key.first?.isNumber == false
      && key.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    return isWord ? key : Value.text(key).literal
  }
}
