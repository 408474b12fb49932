extension Command {
  static let listFunctions: [Command] = [
    Command(
      "count", "how many elements a list, a range or text has",
      Parameter<Value>("values", "list, range, text or sequence"),
      form: .function, topic: "lists",
      help: "Lists, ranges and text have it as a field too: `values.count`.",
      examples: ["print count([4, 5, 6])"]
    ) { _, value in
      switch value {
      case .text(let text): return text.count
      case .range(let range): return range.count
      case .object(let object as any ScriptSequence): return object.length
      default: return try items(value).count
      }
    },
    Command(
      "sum", "the sum of numbers",
      Parameter<[Double]>("numbers", "list or range of numbers"),
      form: .function, topic: "lists", examples: ["print sum(1..100)"]
    ) { _, numbers in numbers.reduce(0, +) },
    Command(
      "mean", "the mean of numbers",
      Parameter<[Double]>("numbers", "list or range of numbers"),
      form: .function, topic: "lists", examples: ["print mean([1, 2, 6])"]
    ) { _, numbers in try nonempty(numbers).reduce(0, +) / Double(numbers.count) },
    Command(
      "deviation", "the standard deviation of numbers, by n − 1",
      Parameter<[Double]>("numbers", "list or range of at least two numbers"),
      form: .function, topic: "lists", examples: ["print deviation([1, 2, 3])"]
    ) { _, numbers in
      guard numbers.count > 1 else {
        throw Complaint("a deviation needs at least two numbers", argument: "numbers")
      }
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(numbers.count - 1)).squareRoot()
    },
    extremum("min", "the smallest of numbers") { $0 < $1 },
    extremum("max", "the largest of numbers") { $0 > $1 },
    Command(
      "sorted", "a list in ascending order of numbers or text",
      Parameter<Value>("values", "list or range"),
      Parameter("descending", default: false, "the largest first"),
      form: .function, topic: "lists",
      help: "nan, as of 0 / 0, stands behind all numbers, and none behind it, in both directions.",
      examples: ["print sorted([3, 1, 2])", "print sorted([3, 1, 2], descending: true)"]
    ) { _, value, descending in try Value.sorted(try items(value), descending: descending) },
    Command(
      "reversed", "a list from its end to its start",
      Parameter<Value>("values", "list or range"),
      form: .function, topic: "lists", examples: ["print reversed(1..3)"]
    ) { _, value in Array(try items(value).reversed()) },
    Command(
      "append", "a list with further elements at its end",
      Parameter<Value>("values", "list or range"),
      Parameter<[Value]>(rest: "elements", "what to add"),
      form: .function, topic: "lists", examples: ["xs = append([1, 2], 3)"]
    ) { _, value, elements in
      let items = try items(value)
      try Value.checkList(count: items.count + elements.count, new: elements)
      return items + elements
    },
    Command(
      "unique", "the different elements of a list, in the order of their first places",
      Parameter<Value>("values", "list"),
      form: .function, topic: "lists", examples: ["print unique([1, 2, 1])"]
    ) { session, value in
      var different: [Value] = []
      for item in try items(value) {
        try session.checkInterrupt()
        if !different.contains(item) { different.append(item) }
      }
      return different
    },
    Command(
      "join", "the elements of a list as one text",
      Parameter<Value>("values", "list"),
      Parameter("separator", default: ", ", labelled: false, "what stands between two"),
      form: .function, topic: "text", examples: [#"print join(["Au", "Pt"], " and ")"#]
    ) { _, value, separator in
      let texts = try items(value).map(\.text)
      try Value.checkText(texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
      return texts.joined(separator: separator)
    },
    Command(
      "split", "the parts of a text as a list",
      Parameter<String>("text", "what to cut"),
      Parameter("separator", default: " ", labelled: false, "where to cut"),
      form: .function, topic: "text", examples: [#"print split("a b c")"#]
    ) { _, text, separator in
      guard !separator.isEmpty else {
        throw Complaint("the separator is empty", argument: "separator")
      }
      return text.split(separator: separator).map(String.init)
    },
  ]

  private static func items(_ value: Value) throws -> [Value] {
    guard let items = try value.items() else {
      throw Complaint("a list is needed, not \(value.mention)", argument: "values")
    }
    return items
  }

  private static func nonempty(_ numbers: [Double]) throws -> [Double] {
    guard !numbers.isEmpty else { throw Complaint("the list is empty", argument: "numbers") }
    return numbers
  }

  private static func extremum(
    _ name: String, _ summary: String, _ beats: @escaping @Sendable (Double, Double) -> Bool
  ) -> Command {
    Command(
      name, summary,
      Parameter<[Value]>(rest: "numbers", "numbers, or one list of them"),
      form: .function, topic: "lists",
      help: "nan, as of 0 / 0, is passed over unless there is nothing else.",
      examples: ["print \(name)([3, 1, 2])", "print \(name)(3, 1)"]
    ) { _, values in
      let numbers: [Double]
      do {
        numbers =
          values.count == 1
          ? try OneOrMany<Double>.from(values[0]).values
          : try values.map(Double.from)
      } catch let mismatch as Mismatch {
        throw Complaint(
          "the argument 'numbers' of \(name) takes \(mismatch.expected)"
            + (mismatch.found.map { ", not \($0)" } ?? ""), argument: "numbers")
      }
      return try nonempty(numbers).reduce(Double.nan) { $0.isNaN || beats($1, $0) ? $1 : $0 }
    }
  }
}

extension Value {
  /// Numbers by size, text by the alphabet; then nan, then places without a value, whatever the
  /// direction.
  static func sorted(_ items: [Value], descending: Bool) throws -> [Value] {
    try order(items, descending: descending).map { items[$0] }
  }

  /// The indices of the items in their order; equal ones keep theirs.
  static func order(_ items: [Value], descending: Bool) throws -> [Int] {
    let numbers = items.map { if case .number(let number) = $0 { number } else { Double?.none } }
    let texts = items.map { if case .text(let text) = $0 { text } else { String?.none } }
    func order<T: Comparable>(_ keys: [T?]) -> [Int] {
      keys.indices.sorted { a, b in
        guard let x = keys[a] else { return keys[b] == nil && a < b }
        guard let y = keys[b] else { return true }
        // What does not equal itself has no place among the others.
        guard x == x else { return y != y && a < b }
        guard y == y else { return true }
        return x == y ? a < b : (x < y) != descending
      }
    }
    let isNone = items.map { if case .none = $0 { true } else { false } }
    if items.indices.allSatisfy({ numbers[$0] != nil || isNone[$0] }) { return order(numbers) }
    if items.indices.allSatisfy({ texts[$0] != nil || isNone[$0] }) { return order(texts) }
    throw Complaint(
      "only numbers or only texts can be sorted", argument: "values",
      suggestion: "sort a table by one of its columns: t.sort(\"name\")")
  }
}
