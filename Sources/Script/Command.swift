/// A command of the language in one declaration.
///
/// Usage, help, completion, checks of arguments, docs/commands.md and the tests of the examples
/// all derive from it.
public struct Command: Sendable {
  /// How it is called.
  public enum Form: Sendable {
    /// A reserved name; needs no parentheses as a whole statement or right-hand side.
    case command
    /// Called with parentheses; the name stays free for variables.
    case function
  }

  public let name: String
  public let form: Form
  /// One line, without a full stop.
  public let summary: String
  public let topic: String
  /// The long page, in Markdown.
  public let help: String
  public let parameters: [ParameterInfo]
  /// Each is a script that runs by itself.
  public let examples: [String]
  let body: @Sendable (Session, BoundArguments) throws -> Value

  public init<each T: ScriptValue, Result: ScriptValue>(
    _ name: String, _ summary: String, _ parameters: repeat Parameter<each T>,
    form: Form = .command, topic: String, help: String = "", examples: [String] = [],
    body: @escaping @Sendable (Session, repeat each T) throws -> Result
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.topic = topic
    self.help = help
    self.examples = examples
    var all: [ParameterInfo] = []
    for parameter in repeat each parameters { all += parameter.infos }
    self.parameters = all
    self.body = { session, arguments in
      let values = (repeat try (each parameters).take(from: arguments, session))
      return try body(session, repeat each values).scriptValue
    }
  }

  /// A command without a result, such as `print`.
  public init<each T: ScriptValue>(
    _ name: String, _ summary: String, _ parameters: repeat Parameter<each T>,
    form: Form = .command, topic: String, help: String = "", examples: [String] = [],
    body: @escaping @Sendable (Session, repeat each T) throws -> Void
  ) {
    self.init(
      name, summary, repeat each parameters, form: form, topic: topic, help: help,
      examples: examples
    ) { (session: Session, values: repeat each T) -> Value in
      try body(session, repeat each values)
      return .none
    }
  }

  /// How it is written: `refine structures, against: …, rmin: 1.5`.
  public var usage: String {
    let shown = parameters.map { parameter -> String in
      switch parameter.place {
      case .rest: "\(parameter.label), …"
      case .labels: "\(parameter.label): …"
      case .position: parameter.isRequired ? parameter.label : "[\(parameter.label)]"
      case .label:
        // The default itself where it is short.
        "\(parameter.label): "
          + (parameter.shownDefault.flatMap { $0.contains(" ") ? nil : $0 } ?? "…")
      }
    }.joined(separator: ", ")
    return form == .function ? "\(name)(\(shown))" : shown.isEmpty ? name : "\(name) \(shown)"
  }
}
