/// A parameter that takes one value, a list of them, or a sequence of the domain.
public struct OneOrMany<Element: ScriptValue>: ScriptValue {
  public let values: [Element]
  /// Whether one was given, not a list of one.
  public let isOne: Bool

  public init(_ values: [Element], isOne: Bool = false) {
    self.values = values
    self.isOne = isOne
  }

  public static var typeName: String {
    "\(Element.typeName) or list of \(Value.plural(Element.typeName))"
  }

  public static func from(_ value: Value) throws -> Self {
    do {
      return Self([try Element.from(value)], isOne: true)
    } catch let one as Mismatch {
      guard try value.items() == nil else { return Self(try [Element].from(value)) }
      throw Mismatch(
        Element.choices.isEmpty ? Value.withArticle(typeName) : one.expected,
        suggestion: one.suggestion)
    }
  }

  public var scriptValue: Value {
    isOne ? values.first?.scriptValue ?? .none : values.scriptValue
  }
}

/// One of a few texts, such as `lr: "cosine"`.
///
/// Conform an enumeration of strings; help, completion and errors list its cases.
public protocol ScriptChoice: ScriptValue, CaseIterable, RawRepresentable<String> {}

extension ScriptChoice {
  public static var typeName: String { "text" }
  public static var choices: [String] { allCases.map(\.rawValue) }

  public static func from(_ value: Value) throws -> Self {
    guard case .text(let text) = value, let choice = Self(rawValue: text) else {
      let all = choices.map { "\"\($0)\"" }.joined(separator: ", ")
      guard case .text(let wrong) = value else { throw Mismatch("one of \(all)") }
      throw Mismatch("one of \(all)", suggestion: Suggestion.didYouMean(wrong, among: choices))
    }
    return choice
  }

  public var scriptValue: Value { .text(rawValue) }
}
