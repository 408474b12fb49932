/// A Swift type that the language can hand over and take back: the type of a command's parameter
/// or result.
public protocol ScriptValue: Sendable {
  /// The type as people call it, without an article: `number`, `cluster`.
  static var typeName: String { get }
  /// The texts that are allowed, where only some are.
  static var choices: [String] { get }
  /// - Throws: `Mismatch` if the value is of another kind.
  static func from(_ value: Value) throws -> Self
  var scriptValue: Value { get }
}

extension ScriptValue {
  public static var choices: [String] { [] }
}

/// A value is not what was asked for.
public struct Mismatch: Error {
  /// What was expected, with its article: `a number`.
  public let expected: String
  /// What stands there instead, where the value as a whole would not tell: `a list with none`.
  public let found: String?
  public var suggestion: String?

  public init(_ expected: String, found: String? = nil, suggestion: String? = nil) {
    self.expected = expected
    self.found = found
    self.suggestion = suggestion
  }
}

extension Value: ScriptValue {
  public static var typeName: String { "any value" }
  public static func from(_ value: Value) -> Value { value }
  public var scriptValue: Value { self }
}

extension Double: ScriptValue {
  public static var typeName: String { "number" }
  public static func from(_ value: Value) throws -> Double {
    guard case .number(let number) = value else { throw Mismatch("a number") }
    return number
  }
  public var scriptValue: Value { .number(self) }
}

extension Int: ScriptValue {
  public static var typeName: String { "whole number" }
  public static func from(_ value: Value) throws -> Int {
    guard case .number(let number) = value, let whole = Int(exactly: number) else {
      throw Mismatch("a whole number")
    }
    return whole
  }
  public var scriptValue: Value { .number(Double(self)) }
}

extension UInt64: ScriptValue {
  public static var typeName: String { "whole number" }
  public static func from(_ value: Value) throws -> UInt64 {
    guard case .number(let number) = value, let whole = UInt64(exactly: number) else {
      throw Mismatch("a whole number from 0 on")
    }
    return whole
  }
  public var scriptValue: Value { .number(Double(self)) }
}

extension Bool: ScriptValue {
  public static var typeName: String { "true or false" }
  public static func from(_ value: Value) throws -> Bool {
    guard case .bool(let bool) = value else { throw Mismatch("true or false") }
    return bool
  }
  public var scriptValue: Value { .bool(self) }
}

extension String: ScriptValue {
  public static var typeName: String { "text" }
  public static func from(_ value: Value) throws -> String {
    guard case .text(let text) = value else {
      throw Mismatch("text", suggestion: "text stands in double quotes: \"\(value.text)\"")
    }
    return text
  }
  public var scriptValue: Value { .text(self) }
}

extension Array: ScriptValue where Element: ScriptValue {
  public static var typeName: String {
    Element.self == Value.self ? "list" : "list of \(Value.plural(Element.typeName))"
  }
  public static func from(_ value: Value) throws -> [Element] {
    guard let items = try value.items() else { throw Mismatch(Value.withArticle(typeName)) }
    return try items.mapUntilInterrupt {
      do { return try Element.from($0) } catch let wrong as Mismatch {
        let isMissing = if case .none = $0 { true } else { false }
        throw Mismatch(
          Element.choices.isEmpty ? Value.withArticle(typeName) : wrong.expected,
          found: "a list with \($0.mention)",
          suggestion: isMissing ? Self.withoutNone : wrong.suggestion)
      }
    }
  }
  public var scriptValue: Value { .list(map(\.scriptValue)) }

  private static var withoutNone: String {
    "filter(list, x => x != none) leaves out what is missing"
  }
}

extension Optional: ScriptValue where Wrapped: ScriptValue {
  public static var typeName: String { Wrapped.typeName }
  public static var choices: [String] { Wrapped.choices }
  public static func from(_ value: Value) throws -> Wrapped? {
    if case .none = value { return nil }
    return try Wrapped.from(value)
  }
  public var scriptValue: Value { self?.scriptValue ?? Value.none }
}

extension Value.Stride: ScriptValue {
  public static var typeName: String { "range" }
  public static func from(_ value: Value) throws -> Value.Stride {
    guard case .range(let range) = value else { throw Mismatch("a range, such as 5..1000") }
    return range
  }
  public var scriptValue: Value { .range(self) }
}

extension ClosedRange: ScriptValue where Bound == Double {
  public static var typeName: String { "range" }
  public static func from(_ value: Value) throws -> ClosedRange<Double> {
    guard case .range(let range) = value else { throw Mismatch("a range, such as 5..1000") }
    guard range.first <= range.last else { throw Mismatch("a range with the smaller end first") }
    return range.first...range.last
  }
  public var scriptValue: Value { .range(.init(lowerBound, upperBound)) }
}

extension Value {
  static func plural(_ name: String) -> String {
    switch name {
    case "any value": "values"
    case "true or false": "true or false"
    case "text": "texts"
    case _ where name.hasSuffix("s") || name.hasSuffix("x"): name
    case _ where name.hasSuffix("y"): name.dropLast() + "ies"
    default: name + "s"
    }
  }
}
