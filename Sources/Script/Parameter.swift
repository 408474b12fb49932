/// One parameter of a command, declared once for usage, checks, help and completion.
///
/// ```swift
/// Parameter<Cluster>("cluster", "structure to scatter from")      // required, by position
/// Parameter("qmax", default: 25.0, unit: "Å⁻¹", "upper end")      // by label, with a default
/// Parameter<String?>("to", "file to write")                       // by label, may be left out
/// Parameter<PDF>("against", labelled: true, "the measured PDF")   // required, by label
/// Parameter<[Value]>(rest: "values", "what to print")             // all further ones
/// Parameter<Labelled<Formula>>(labels: "column", "a new column")  // with labels of one's own
/// Parameter("sigma", default: 3.0, "factor of σ").within(0...1000)    // only these numbers
/// ```
public struct Parameter<T: ScriptValue>: Sendable {
  public private(set) var infos: [ParameterInfo]
  private let taking: @Sendable (BoundArguments, Session) throws -> T

  private init(_ info: ParameterInfo, _ initial: (@Sendable (Session) -> T)?) {
    infos = [info]
    taking = { arguments, session in
      if let value = try arguments.next(T.self) { return value }
      guard let initial else { preconditionFailure("the argument \(info.label) was not checked") }
      return initial(session)
    }
  }

  /// Several parameters by label that may be left out, which the command receives together.
  public init<Element>(options: [Parameter<Element?>]) where T == Options<Element> {
    infos = options.flatMap(\.infos)
    taking = { arguments, session in
      var values: [String: Element] = [:]
      for option in options {
        values[option.infos[0].label] = try option.take(from: arguments, session)
      }
      return Options(values: values)
    }
  }

  /// A required parameter.
  @_disfavoredOverload  // so that an optional type means that it may be left out
  public init(_ label: String, labelled: Bool = false, unit: String? = nil, _ help: String) {
    self.init(
      ParameterInfo(T.self, label, labelled ? .label : .position, unit, help, isRequired: true), nil
    )
  }

  /// A parameter with a default.
  public init(
    _ label: String, default value: T, labelled: Bool = true, unit: String? = nil, _ help: String
  ) {
    var info = ParameterInfo(
      T.self, label, labelled ? .label : .position, unit, help, isRequired: false)
    info.shownDefault = value.scriptValue.literal
    self.init(info) { _ in value }
  }

  /// A parameter that may be left out; `shown` tells in the help what is then done.
  public init<Wrapped>(
    _ label: String, labelled: Bool = true, unit: String? = nil, shown: String? = nil,
    _ help: String
  ) where T == Wrapped? {
    var info = ParameterInfo(
      T.self, label, labelled ? .label : .position, unit, help, isRequired: false)
    info.shownDefault = shown
    self.init(info) { _ in nil }
  }

  /// A parameter that takes its default from the session; `shown` is what the help says of it.
  public init(
    _ label: String, labelled: Bool = true, unit: String? = nil, shown: String, _ help: String,
    default value: @escaping @Sendable (Session) -> T
  ) {
    var info = ParameterInfo(
      T.self, label, labelled ? .label : .position, unit, help, isRequired: false)
    info.shownDefault = shown
    self.init(info, value)
  }

  /// All further arguments without a label.
  public init<Element>(rest label: String, unit: String? = nil, _ help: String)
  where T == [Element], Element: ScriptValue {
    self.init(ParameterInfo(Element.self, label, .rest, unit, help, isRequired: false)) { _ in [] }
  }

  /// All arguments whose labels are no other parameter's.
  public init<Element>(labels label: String, _ help: String)
  where T == Labelled<Element>, Element: ScriptValue {
    self.init(ParameterInfo(Element.self, label, .labels, nil, help, isRequired: false)) { _ in
      Labelled(entries: [])
    }
  }

  /// The same parameter for numbers of a range alone, also for those in lists and ranges.
  public func within(_ numbers: ClosedRange<Double>) -> Parameter {
    var parameter = self
    for place in infos.indices { parameter.infos[place].numbers = numbers }
    return parameter
  }

  /// The same parameter for which Tab offers these texts.
  public func offering(_ offer: Offer) -> Parameter {
    var parameter = self
    for place in infos.indices { parameter.infos[place].offer = offer }
    return parameter
  }

  /// Takes the next argument, or the default.
  func take(from arguments: BoundArguments, _ session: Session) throws -> T {
    try taking(arguments, session)
  }
}

/// The values of several parameters, by label.
public struct Options<Element: ScriptValue>: Sendable {
  public let values: [String: Element]

  public subscript(label: String) -> Element? { values[label] }
}

extension Options: ScriptValue {
  public static var typeName: String { "options" }
  /// They are given one by one, never as a value.
  public static func from(_ value: Value) throws -> Options { throw Mismatch("options by label") }
  public var scriptValue: Value { .none }
}

/// Arguments with labels that the script chooses, in their order.
public struct Labelled<Element: ScriptValue>: ScriptValue {
  public let entries: [(label: String, value: Element)]

  public static var typeName: String { Element.typeName }
  public static func from(_ value: Value) throws -> Labelled {
    let record = try Record.from(value)
    return Labelled(
      entries: try zip(record.keys, record.values).map { ($0, try Element.from($1)) })
  }
  public var scriptValue: Value { .none }

  func reduce<Result>(
    _ initial: Result, _ next: (Result, (label: String, value: Element)) throws -> Result
  ) rethrows -> Result { try entries.reduce(initial, next) }
}

extension Parameter where T == UInt64 {
  /// `seed:`, by default the session's.
  public static var seed: Parameter<UInt64> {
    Parameter("seed", shown: "the session's", "start of the random numbers") { $0.seed }
  }
}

/// Texts that Tab can offer.
public enum Offer: Sendable {
  case none
  /// The columns of the table that the command is called on.
  case columns
  case words([String])
  /// These, and files besides.
  case names([String])
}

/// What help and completion need to know of a parameter.
public struct ParameterInfo: Sendable {
  public enum Place: Sendable { case position, label, rest, labels }

  public let label: String
  public let typeName: String
  public let choices: [String]
  public let unit: String?
  public let help: String
  public let place: Place
  public let isRequired: Bool
  public internal(set) var shownDefault: String?
  /// The numbers that are possible; nil where all are.
  public internal(set) var numbers: ClosedRange<Double>?
  /// What Tab offers for a text, where that is neither a choice nor a file.
  public internal(set) var offer = Offer.none
  /// Whether its name may stand before the argument.
  var hasLabel: Bool { place == .position || place == .label }
  /// It takes a piece of script, unevaluated.
  let takesScript: Bool

  init<T: ScriptValue>(
    _ type: T.Type, _ label: String, _ place: Place, _ unit: String?, _ help: String,
    isRequired: Bool
  ) {
    self.label = label
    typeName = T.typeName
    choices = T.choices
    self.unit = unit
    self.help = help
    self.place = place
    self.isRequired = isRequired
    takesScript = T.self is any ScriptPiece.Type
  }
}
