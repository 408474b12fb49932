/// The arguments of one call, each at its parameter's place.
final class BoundArguments {
  let command: Command
  let call: Expression.Call
  private(set) var values: [Value?]
  /// The place of each argument in the source.
  private(set) var spans: [Span?]
  /// How many the body has taken.
  private var taken = 0

  /// Sorts the arguments of a call to the parameters of a command.
  ///
  /// - Throws: `Fault` for an unknown, repeated, superfluous or missing argument.
  init(
    _ command: Command, _ call: Expression.Call,
    evaluate: (Expression, _ asScript: Bool) throws -> Value
  ) throws {
    self.command = command
    self.call = call
    values = Array(repeating: nil, count: command.parameters.count)
    spans = Array(repeating: nil, count: command.parameters.count)
    let places = try Self.places(of: call, in: command)
    var rest: [Value] = []
    var labelled = Record()
    for (argument, place) in zip(call.arguments, places) {
      let parameter = command.parameters[place]
      let value = try evaluate(argument.value, parameter.takesScript)
      switch parameter.place {
      case .rest:
        rest.append(value)
        values[place] = .list(rest)
      case .labels:
        labelled.set(argument.label ?? "", to: value)
        values[place] = .record(labelled)
      default: values[place] = value
      }
      spans[place] = spans[place] ?? argument.value.span
    }
  }

  /// For each argument the index of its parameter.
  static func places(of call: Expression.Call, in command: Command) throws -> [Int] {
    var places: [Int] = []
    var labels: Set<String> = []
    let parameters = command.parameters
    for argument in call.arguments {
      if let label = argument.label {
        let own = parameters.firstIndex { $0.label == label && $0.hasLabel }
        guard let place = own ?? parameters.firstIndex(where: { $0.place == .labels }) else {
          throw unknown(label, argument.labelSpan, command)
        }
        let isGiven =
          own == nil ? !labels.insert(label).inserted : places.contains(place)
        guard !isGiven else {
          throw fault("the argument '\(label)' is given twice", argument.labelSpan, command)
        }
        places.append(place)
      } else {
        let free = parameters.indices.first {
          parameters[$0].place == .rest
            || parameters[$0].place == .position && !places.contains($0)
        }
        guard let free else { throw superfluous(argument.value.span, command) }
        places.append(free)
      }
    }
    for (i, parameter) in parameters.enumerated() where parameter.isRequired {
      guard places.contains(i) else { throw missing(parameter, call, command) }
    }
    return places
  }

  private static func fault(
    _ message: String, _ span: Span, _ command: Command, suggestion: String? = nil
  ) -> Fault {
    Fault(message, span, suggestion: suggestion, notes: ["usage: \(command.usage)"])
  }

  private static func unknown(_ label: String, _ span: Span, _ command: Command) -> Fault {
    let labels = command.parameters.filter(\.hasLabel).map(\.label)
    return fault(
      "\(command.name) has no argument '\(label)'", span, command,
      suggestion: Suggestion.didYouMean(label, among: labels))
  }

  private static func superfluous(_ span: Span, _ command: Command) -> Fault {
    let positions = command.parameters.filter { $0.place == .position }.count
    let labels = command.parameters.filter { $0.place == .label }.map(\.label)
    let takes =
      positions == 0
      ? "\(command.name) takes no argument without a label"
      : "\(command.name) takes \(positions) argument\(positions == 1 ? "" : "s") without a label"
    return fault(
      takes, span, command,
      suggestion: labels.isEmpty ? nil : "the others have labels: \(labels.joined(separator: ", "))"
    )
  }

  private static func missing(
    _ parameter: ParameterInfo, _ call: Expression.Call, _ command: Command
  ) -> Fault {
    fault(
      "\(command.name) needs the argument '\(parameter.label)': \(parameter.help)", call.nameSpan,
      command)
  }

  /// The next argument that was given; nil where the next one was left out.
  func next<T: ScriptValue>(_ type: T.Type) throws -> T? {
    let index = taken
    taken += 1
    guard let given = values[index] else { return nil }
    do {
      let value = try T.from(given)
      try check(command.parameters[index], given)
      return value
    } catch let mismatch as Mismatch {
      throw illTyped(command.parameters[index], given, mismatch, T.self)
    }
  }

  private func illTyped<T: ScriptValue>(
    _ parameter: ParameterInfo, _ given: Value, _ mismatch: Mismatch, _ type: T.Type
  ) -> Fault {
    let unit = parameter.unit.map { " in \($0)" } ?? ""
    return Self.fault(
      "the argument '\(parameter.label)' of \(command.name) takes \(mismatch.expected)\(unit), "
        + "not \(mismatch.found ?? given.mention)",
      span(of: parameter.label), command, suggestion: mismatch.suggestion)
  }

  /// Throws unless all numbers of an argument are possible.
  private func check(_ parameter: ParameterInfo, _ given: Value) throws {
    guard let possible = parameter.numbers,
      let wrong = given.heldNumbers.first(where: { !possible.contains($0) })
    else { return }
    let unit = parameter.unit.map { " \($0)" } ?? ""
    let (low, high) = (Value.text(of: possible.lowerBound), Value.text(of: possible.upperBound))
    throw Self.fault(
      "\(parameter.label) is \(Value.text(of: wrong))\(unit), "
        + "but must be between \(low) and \(high)\(unit)",
      span(of: parameter.label), command)
  }

  /// The place of an argument, or of the command's name if it was not given.
  func span(of label: String) -> Span {
    let index = command.parameters.firstIndex { $0.label == label }
    return index.flatMap { spans[$0] } ?? call.nameSpan
  }
}

extension Value {
  /// The number itself, the ends of a range, the numbers of a list.
  fileprivate var heldNumbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .range(let range): [range.first, range.last]
    case .list(let items): items.flatMap(\.heldNumbers)
    default: []
    }
  }
}
