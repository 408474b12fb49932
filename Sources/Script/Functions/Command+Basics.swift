import Glibc
import Numerics

extension Command {
  static let print = Command(
    "print", "print values on one line, with a space between them",
    Parameter<[Value]>(rest: "values", "what to print"),
    topic: "language",
    examples: [#"print "Rw =", 0.18"#, "print (1 + 2) * 3"]
  ) { session, values in
    let text =
      if session.printsJSON {
        values.count == 1 ? values[0].json : Value.list(values).json
      } else {
        values.count == 1
          ? session.fitted(values[0], whole: true) : Self.joined(values.map(\.text))
      }
    try session.checkInterrupt()
    session.print(text)
  }

  /// What has several lines, as a table, stands alone.
  private static func joined(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { line, text in
      line + ((line + text).contains("\n") ? "\n" : " ") + text
    }
  }

  static let seed = Command(
    "seed", "set the start of all random numbers, or tell it",
    Parameter<UInt64?>(
      "number", labelled: false, "the new start; without it, seed tells the old one"),
    topic: "language",
    help: """
      Every random thing takes `seed:`; without it the session's seed is used, which is 37 at the
      start. The same script with the same seed prints the same numbers.
      """,
    examples: ["seed 5"]
  ) { session, number -> Value in
    guard let number else { return .number(Double(session.seed)) }
    session.seed = number
    return .none
  }

  static let time = Command(
    "time", "run a block and print how long it took",
    Parameter<Block>("block", "what to measure"),
    topic: "language",
    examples: ["time { for i in 1..1000 { x = i ^ 2 } }"]
  ) { session, block in
    let start = ContinuousClock.now
    try block()
    session.print(Progress.text(ContinuousClock.now - start))
  }

  static let assert = Command(
    "assert", "stop where a condition does not hold",
    Parameter<Claim>("condition", "what must be true"),
    Parameter<String?>("message", labelled: false, "what to say if it is not"),
    topic: "language",
    examples: ["assert 1 + 1 == 2", #"assert mean([1, 3]) == 2, "the mean is wrong""#]
  ) { _, claim, message in
    if let failure = try claim.failure() {
      throw Complaint(message ?? failure.message, argument: "condition", suggestion: failure.values)
    }
  }

  static let track = Command(
    "track", "go through a list while a bar shows how far the loop has come",
    Parameter<Value>("values", "list, range or sequence"),
    Parameter("name", default: "working", labelled: false, "what the bar says"),
    form: .function, topic: "language",
    examples: ["for x in track(1..3) { y = x ^ 2 }"]
  ) { session, value, name in
    let items = try items(value)
    return Track(items, session.progress(name, total: items.count))
  }

  static let clock = Command(
    "clock", "seconds of processor time that the program has used, in all its threads",
    form: .function, topic: "language",
    help: """
      The difference of two readings is the cost of what lies between, whatever else the machine
      does meanwhile. `time` measures by the clock on the wall.
      """,
    examples: ["start = clock(); x = sum(1..1000); print clock() - start < 60"]
  ) { _ in
    Processes.first {
      var now = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
      return Double(now.tv_sec) + 1e-9 * Double(now.tv_nsec)
    }
  }

  static let help = Command(
    "help", "tell about a command or a topic; without a name, how to begin",
    Parameter<String?>("name", labelled: false, "a command's name, or a topic's"),
    topic: "language",
    help: "At the prompt, `?name` is the short page, `??name` the long one, `?\"word\"` searches.",
    examples: [#"help "print""#]
  ) { session, name in
    let help = Help(session.commands, width: session.width)
    guard let name else { return session.print(help.start) }
    guard let page = help.page(name) ?? help.topic(name) ?? help.word(name) else {
      throw Complaint(
        "no command '\(name)'", argument: "name",
        suggestion: Suggestion.didYouMean(name, among: session.commands.names))
    }
    session.print(page)
  }

  static let text = Command(
    "text", "a value as text",
    Parameter<Value>("value", "what to write"),
    Parameter<Int?>("digits", labelled: false, shown: "as needed", "digits after the point")
      .within(0...15),
    Parameter("width", default: 0, "blanks fill it up to so many characters: numbers from the left")
      .within(0...1000),
    Parameter("exponent", default: false, "as 6.022e+23"),
    form: .function, topic: "text",
    examples: [
      "print text(2 / 3, 2)", "print text(602214, 2, exponent: true)",
      #"for n in [1, 10, 100] { print text(n, width: 5), text("Au", width: 4), n }"#,
    ]
  ) { _, value, digits, width, exponent in
    let text = value.text { number in
      if exponent { return Value.text(of: number, exponentDigits: digits ?? 6) }
      return digits.map { Value.text(of: number, digits: $0) } ?? Value.text(of: number)
    }
    try Value.checkText(text.utf8.count)
    let gap = String(repeating: " ", count: max(width - text.count, 0))
    return if case .number = value { gap + text } else { text + gap }
  }

  static let number = Command(
    "number", "the number that a text holds",
    Parameter<Value>("text", "text such as \"2.5\""),
    form: .function, topic: "text",
    examples: [#"print number("2.5") * 2"#]
  ) { _, value in
    switch value {
    case .number(let number): return number
    case .text(let text):
      let trimmed = try text.changedInPieces { $0.filter { !$0.isWhitespace } }
      if let number = Double(trimmed), number.isFinite { return number }
      fallthrough
    default: throw Complaint("\(value.mention) is no number", argument: "text")
    }
  }
}
