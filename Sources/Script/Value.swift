/// What a variable of the language holds.
public enum Value: Sendable {
  case none
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Value])
  indirect case range(Stride)
  case record(Record)
  /// A value of another kind: a table, or a value of the domain.
  indirect case object(any ScriptObject)

  public init(_ value: some ScriptValue) { self = value.scriptValue }

  /// Evenly spaced numbers, both ends included: `1..10`, `0..1 by 0.1`.
  public struct Stride: Hashable, Sendable {
    public let first: Double
    public let last: Double
    public let step: Double

    /// - Precondition: the step is not 0.
    public init(_ first: Double, _ last: Double, by step: Double = 1) {
      precondition(step != 0, "a range with step 0")
      self.first = first
      self.last = last
      self.step = step
    }

    /// How many numbers there are; a last one that rounding missed counts.
    public var count: Int {
      let steps = ((last - first) / step + 1e-9).rounded(.down)
      // A range whose ends rounding can no longer tell apart may have more than can be counted.
      return steps >= 0 ? Int(min(steps, 9e18)) + 1 : 0
    }

    /// All of them.
    ///
    /// - Throws: `Complaint` if there are more than any list should hold.
    func numbers() throws -> [Double] {
      guard count <= Value.longestList else {
        throw Complaint(
          "the range is too long for a list: it has more than \(Value.longestList) numbers")
      }
      return try (0..<count).mapUntilInterrupt { self[$0] }
    }

    public subscript(index: Int) -> Double {
      let number = first + Double(index) * step
      // The last one is the end itself, so that 0..1 by 0.1 ends with 1.
      return abs(number - last) < 1e-9 * abs(step) ? last : number
    }
  }

  /// Its type's name without an article: `number`, `list`, `cluster`.
  public var typeName: String {
    switch self {
    case .none: "none"
    case .bool: "true or false"
    case .number: "number"
    case .text: "text"
    case .list: "list"
    case .range: "range"
    case .record: "record"
    case .object(let object): type(of: object).typeName
    }
  }

  /// How an error mentions it: `the number 3`, `the text "high"`, `a list of 3`, `a cluster`.
  public var mention: String {
    switch self {
    case .none: "none"
    case .bool(let value): "\(value)"
    case .number: "the number \(text)"
    case .text(let text):
      "the text \"\(text.prefix(30))\(text.count > 30 ? "…" : "")\""
    case .list(let items): items.isEmpty ? "an empty list" : "a list of \(items.count)"
    case .range: "the range \(text)"
    case .record(let record):
      record.count == 0
        ? "an empty record"
        : "a record with \(record.keys.prefix(4).joined(separator: ", "))"
          + (record.count > 4 ? " …" : "")
    case .object: Value.withArticle(typeName)
    }
  }

  /// `a number`, `an integer`
  package static func withArticle(_ name: String) -> String {
    if ["none", "true or false", "text"].contains(name) || name.hasPrefix("any ") { return name }
    return ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
  }

  /// The items of a list, a range or a sequence of the domain; nil for any other value.
  public func items() throws -> [Value]? {
    switch self {
    case .list(let items): items
    case .range(let stride): try stride.numbers().mapUntilInterrupt(Value.number)
    case .object(let object as any ScriptSequence):
      try (0..<object.length).mapUntilInterrupt { try object.element($0) }
    default: nil
    }
  }
}

extension Value: Equatable {
  /// Lists and records are unequal after Ctrl-C, so that long ones come to an end; who asked for the
  /// answer looks.
  public static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.list(let a), .list(let b)): !Interrupt.isRaisedHere && a == b
    case (.range(let a), .range(let b)): a == b
    case (.record(let a), .record(let b)): !Interrupt.isRaisedHere && a == b
    case (.list(let list), .range(let range)), (.range(let range), .list(let list)):
      list.count == range.count
        && list.indices.allSatisfy { list[$0] == .number(range[$0]) }
    case (.object(let a), .object(let b)): a.isEqual(to: b)
    default: false
    }
  }
}
