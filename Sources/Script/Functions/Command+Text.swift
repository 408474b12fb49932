extension Command {
  static let textFunctions: [Command] = [
    text, number,
    Command(
      "join", "the elements of a list as one text; or two tables, row by row",
      Parameter<Value>("values", "list, or a table"),
      Parameter<Value>(
        "separator", default: .text(", "), labelled: false,
        "what stands between two; or the table whose columns are added"),
      Parameter<String?>("by", "the column that both tables have").offering(.columns),
      form: .function, topic: "text",
      help: """
        Of two tables, each row of the first gets the columns of the second from the row where the
        column `by` is the same, and none where there is no such row.
        """,
      examples: [
        #"print join(["Au", "Pt"], " and ")"#,
        """
        fits = table(["name", "rw"], [["a", 0.2], ["b", 0.1]])
        print fits.join(table(["name", "T"], [["a", 100], ["b", 300]]), by: "name")
        """,
      ]
    ) { _, value, separator, key -> Value in
      if case .object(let other as Table) = separator, case .object(let table as Table) = value {
        return .object(try joined(table, other, by: key))
      }
      guard case .text(let separator) = separator else {
        throw Complaint(
          "the separator is text, not \(separator.mention)", argument: "separator")
      }
      let texts = try items(value).mapUntilInterrupt(\.text)
      try Value.checkText(texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
      return .text(texts.joined(separator: separator))
    },
    Command(
      "split", "the parts of a text as a list",
      Parameter<String>("text", "what to cut"),
      Parameter("separator", default: " ", labelled: false, "where to cut"),
      form: .function, topic: "text", examples: [#"print split("a b c")"#]
    ) { _, text, separator in
      try checkNotEmpty(separator, "separator")
      var parts: [Value] = []
      var start = text.startIndex
      func add(to end: String.Index) {
        if start < end { parts.append(.text(String(text[start..<end]))) }
      }
      try text.eachPlace(of: separator) { place in
        add(to: place.lowerBound)
        start = place.upperBound
        return true
      }
      add(to: text.endIndex)
      return parts
    },
    Command(
      "replace", "a text with one part in place of another, wherever it stands",
      Parameter<String>("text", "where to look"),
      Parameter<String>("old", "what goes"),
      Parameter<String>("new", "what comes"),
      form: .function, topic: "text", examples: [#"print "run_07.gr".replace("_", " ")"#]
    ) { _, text, old, new in
      try checkNotEmpty(old, "old")
      let count = text.utf8.count / old.utf8.count
      try Value.checkText(text.utf8.count + count * max(new.utf8.count - old.utf8.count, 0))
      var result = ""
      var start = text.startIndex
      try text.eachPlace(of: old) { place in
        result += text[start..<place.lowerBound] + new
        start = place.upperBound
        return true
      }
      return result + text[start...]
    },
    Command(
      "find", "where a part of a text begins, from 0; none where it is not",
      Parameter<String>("text", "where to look"),
      Parameter<String>("part", "what to look for"),
      form: .function, topic: "text",
      help: "A piece of a text is written `text[3..7]`, from the end `text[-3..-1]`.",
      examples: [#"name = "Au144.gr"; print name[0..name.find(".") - 1]"#]
    ) { _, text, part -> Int? in
      try checkNotEmpty(part, "part")
      return try text.firstPlace(of: part).map {
        text.distance(from: text.startIndex, to: $0.lowerBound)
      }
    },
    changed("upper", "a text in capital letters", "au") { text in
      try text.changedInPieces { $0.uppercased() }
    },
    changed("lower", "a text in small letters", "Au") { text in
      try text.changedInPieces { $0.lowercased() }
    },
    changed("trim", "a text without the blanks at its ends", "  Au ") { text in
      var rest = text[...]
      while rest.first?.isWhitespace == true {
        try Interrupt.check()
        rest.removeFirst()
      }
      while rest.last?.isWhitespace == true {
        try Interrupt.check()
        rest.removeLast()
      }
      return String(rest)
    },
  ]

  private static func changed(
    _ name: String, _ summary: String, _ example: String,
    _ change: @escaping @Sendable (String) throws -> String
  ) -> Command {
    Command(
      name, summary, Parameter<String>("text", "the text"), form: .function, topic: "text",
      examples: ["print \"\(example)\".\(name)()"]
    ) { _, text in try change(text) }
  }

  private static func checkNotEmpty(_ text: String, _ label: String) throws {
    if text.isEmpty { throw Complaint("'\(label)' is empty", argument: label) }
  }

  private static func joined(_ table: Table, _ other: Table, by key: String?) throws -> Table {
    guard let key else {
      throw Complaint(
        "the column is missing by which the tables are joined", argument: "by",
        suggestion: table.keys.first { other.keys.contains($0) }.map { "by: \"\($0)\"" })
    }
    return try table.joined(
      with: other, by: try table.column(named: key, argument: "by"),
      try other.column(named: key, argument: "by"))
  }
}
