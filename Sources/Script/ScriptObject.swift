/// A kind of value that the language does not know by itself: a cluster, a PDF, a model.
///
/// Conform a struct or a final class. Everything has a default but `typeName`, `fields` and
/// `summary`.
public protocol ScriptObject: ScriptValue {
  /// What `value.name` reads; a `static let`, as it is looked through often.
  static var fields: [Field<Self>] { get }
  /// Short, inside a line: what `print` and `\( )` show.
  var summary: String { get }
  /// Alone at the prompt: type, size, the figures that matter.
  var passages: [Passage] { get }
  func isEqual(to other: any ScriptObject) -> Bool
}

extension ScriptObject {
  public var passages: [Passage] { [.text(summary)] }
  public func isEqual(to other: any ScriptObject) -> Bool { false }
  public var scriptValue: Value { .object(self) }

  public static func from(_ value: Value) throws -> Self {
    guard case .object(let object) = value, let match = object as? Self else {
      throw Mismatch(Value.withArticle(typeName))
    }
    return match
  }

  /// Fields, and the columns of a table.
  package var allFieldNames: [String] {
    Self.fields.map(\.name) + ((self as? any ScriptIndexed)?.keys ?? [])
  }

  /// The value of a field; nil if there is no such field.
  package func field(_ name: String) throws -> Value? {
    if let field = Self.fields.first(where: { $0.name == name }) { return try field.read(self) }
    return try (self as? any ScriptIndexed)?.element(name)
  }
}

extension ScriptObject where Self: Equatable {
  public func isEqual(to other: any ScriptObject) -> Bool { other as? Self == self }
}

/// A field of an object, declared once: `Field("count", "number of atoms") { $0.count }`.
public struct Field<Owner>: Sendable {
  public let name: String
  public let unit: String?
  public let help: String
  let read: @Sendable (Owner) throws -> Value

  public init<Result: ScriptValue>(
    _ name: String, unit: String? = nil, _ help: String,
    read: @escaping @Sendable (Owner) throws -> Result
  ) {
    self.name = name
    self.unit = unit
    self.help = help
    self.read = { try read($0).scriptValue }
  }
}

/// An object that is indexed and iterated: a catalogue, guesses, fits.
public protocol ScriptSequence: ScriptObject {
  var length: Int { get }
  /// - Precondition: `0 ..< length` holds the index.
  func element(_ index: Int) throws -> Value
  /// The part of it that a range asks for; nil where a list of elements will do.
  func slice(_ indices: [Int]) throws -> Value?
}

extension ScriptSequence {
  public func slice(_ indices: [Int]) throws -> Value? { nil }
}

/// An object with elements that have names: the columns of a table.
public protocol ScriptIndexed: ScriptObject {
  var keys: [String] { get }
  func element(_ key: String) throws -> Value?
}

/// An object that can be calculated with: a PDF minus a PDF is a PDF.
public protocol ScriptArithmetic: ScriptObject {
  /// The result of an operator one side of which is of this type; nil if it means nothing.
  static func combine(_ op: Operator, _ left: Value, _ right: Value) throws -> Value?
}

/// An object that can be seen: a figure.
public protocol ScriptFigure: ScriptObject {
  /// Writes it; the file's ending tells the format.
  func write(to path: String) throws
  /// A short text that differs where its numbers do.
  var digest: String { get }
  /// The picture as an SVG document.
  func svg() throws -> String
  /// The picture as PNG, in pixels of 1/192 inch: for screens.
  func png() throws -> [UInt8]
  /// Shows it at once: a window, or a picture in the terminal.
  func show(in session: Session) throws
}
