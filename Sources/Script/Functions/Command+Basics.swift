import Glibc

extension Command {
  static let print = Command(
    "print", "print values on one line, with a space between them",
    Parameter<[Value]>(rest: "values", "what to print"),
    topic: "language",
    examples: [#"print "Rw =", 0.18"#, "print (1 + 2) * 3"]
  ) { session, values in
    if session.printsJSON {
      session.print(values.count == 1 ? values[0].json : Value.list(values).json)
    } else {
      session.print(values.map(\.text).joined(separator: " "))
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

  static let clock = Command(
    "clock", "seconds of processor time that the program has used, in all its threads",
    form: .function, topic: "language",
    help: """
      The difference of two readings is the cost of what lies between, whatever else the machine
      does meanwhile. `time` measures by the clock on the wall.
      """,
    examples: ["start = clock(); x = sum(1..1000); print clock() - start < 60"]
  ) { _ in
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + 1e-9 * Double(now.tv_nsec)
  }

  static let help = Command(
    "help", "tell about a command; without a name list them all",
    Parameter<String?>("name", labelled: false, shown: "all", "a command's name"),
    topic: "language",
    help: "At the prompt, `?name` is the short page, `??name` the long one, `?\"word\"` searches.",
    examples: [#"help "print""#]
  ) { session, name in
    let help = Help(session.commands, width: session.width)
    guard let name else { return session.print(help.overview) }
    guard let page = help.page(name) else {
      throw Complaint(
        "no command '\(name)'", argument: "name",
        suggestion: Suggestion.didYouMean(name, among: session.commands.names))
    }
    session.print(page)
  }

  static let text = Command(
    "text", "a value as text",
    Parameter<Value>("value", "what to write"),
    Parameter<Int?>("digits", labelled: false, shown: "as needed", "digits after the point"),
    form: .function, topic: "text",
    examples: ["print text(2 / 3, 2)", "print text([1, 2])"]
  ) { _, value, digits in
    guard let digits else { return value.text }
    guard (0...15).contains(digits) else {
      throw Complaint("a number is shown with 0 to 15 digits, not \(digits)", argument: "digits")
    }
    func write(_ value: Value) -> String {
      switch value {
      case .number(let number): Value.text(of: number, digits: digits)
      case .list(let items): "[" + items.map(write).joined(separator: ", ") + "]"
      default: value.text
      }
    }
    return write(value)
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
      let trimmed = text.filter { !$0.isWhitespace }
      if let number = Double(trimmed), number.isFinite { return number }
      fallthrough
    default: throw Complaint("\(value.mention) is no number", argument: "text")
    }
  }
}
