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
      case .record(let record): return record.count
      default: return try items(value).count
      }
    },
    aggregate(.sum, "the sum of numbers", "1..100"),
    aggregate(.mean, "the mean of numbers", "[1, 2, 6]"),
    aggregate(.median, "the median of numbers", "[1, 2, 60]"),
    aggregate(.deviation, "the standard deviation of numbers, by n − 1", "[1, 2, 3]"),
    extremum(.min, "the smallest of numbers"),
    extremum(.max, "the largest of numbers"),
    Command(
      "sorted", "a list in ascending order of numbers or text",
      Parameter<Value>("values", "list or range"),
      Parameter("descending", default: false, "the largest first"),
      form: .function, topic: "lists",
      help: "nan, as of 0 / 0, stands behind all numbers, and none behind it, in both directions.",
      examples: ["print sorted([3, 1, 2])", "print sorted([3, 1, 2], descending: true)"]
    ) { _, value, descending in
      let items = try items(value)
      return Value.list(try Value.order(items, descending: descending).map { items[$0] })
    },
    Command(
      "reversed", "a list from its end to its start",
      Parameter<Value>("values", "list or range"),
      form: .function, topic: "lists", examples: ["print reversed(1..3)"]
    ) { _, value in Array(try items(value).reversed()) },
    Command(
      "append", "a list with further elements at its end, or a table with further rows",
      Parameter<Value>("values", "list, range or table"),
      Parameter<[Value]>(rest: "elements", "what to add; rows are records, lists or tables"),
      form: .function, topic: "lists",
      examples: [
        "xs = append([1, 2], 3)", #"t = table(["n"], [[1]]); print t.append({n: 2}, [3])"#,
      ]
    ) { _, value, elements -> Value in
      if case .object(let table as Table) = value {
        return .object(try table.appending(elements))
      }
      let items = try items(value)
      try Value.checkList(count: items.count + elements.count, new: elements)
      return .list(items + elements)
    },
    Command(
      "map", "a function's value for each element of a list",
      Parameter<Value>("values", "list, range, table or sequence"),
      Parameter<Callable>("function", "such as x => x / 2, or a function's name"),
      form: .function, topic: "lists",
      examples: ["print map([1, 2, 3], x => x / 2)", "print [1, 4, 9].map(sqrt)"]
    ) { session, value, function in
      try Value.list(
        checking: try items(value).map {
          try session.checkTurn()
          return try function($0)
        })
    },
    Command(
      "filter", "the elements of a list, or rows of a table, for which a function is true",
      Parameter<Value>("values", "list, range, table or sequence"),
      Parameter<Callable>("function", "such as x => x > 2"),
      form: .function, topic: "lists",
      help: "What is cut out of a table, a catalogue or fits stays a table, a catalogue or fits.",
      examples: ["print (1..10).filter(n => n % 3 == 0)"]
    ) { session, value, function -> Value in
      let items = try items(value)
      let chosen = try items.indices.filter { i in
        try session.checkTurn()
        let answer = try function(items[i])
        guard case .bool(let isWanted) = answer else {
          throw Complaint(
            "the function of filter gives true or false, not \(answer.mention)",
            argument: "function")
        }
        return isWanted
      }
      if case .object(let sequence as any ScriptSequence) = value,
        let part = try sequence.slice(chosen)
      {
        return part
      }
      return .list(chosen.map { items[$0] })
    },
    Command(
      "keys", "the names of a record's fields",
      Parameter<Record>("record", "the record"),
      form: .function, topic: "lists", examples: [#"print keys({name: "s1", rw: 0.2})"#]
    ) { _, record in record.keys },
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
  ]

  static func items(_ value: Value) throws -> [Value] {
    guard let items = try value.items() else {
      throw Complaint("a list is needed, not \(value.mention)", argument: "values")
    }
    return items
  }

  private static func apply(_ aggregate: Aggregate, to numbers: [Double]) throws -> Double {
    guard numbers.count >= aggregate.least else {
      throw Complaint(
        numbers.isEmpty
          ? "the list is empty" : "a \(aggregate.rawValue) needs at least two numbers",
        argument: "numbers")
    }
    return try aggregate(numbers)
  }

  private static func aggregate(
    _ aggregate: Aggregate, _ summary: String, _ example: String
  ) -> Command {
    Command(
      aggregate.rawValue, summary,
      Parameter<[Double]>("numbers", "list or range of numbers"),
      form: .function, topic: "lists", examples: ["print \(aggregate.rawValue)(\(example))"]
    ) { _, numbers in try apply(aggregate, to: numbers) }
  }

  private static func extremum(_ aggregate: Aggregate, _ summary: String) -> Command {
    let name = aggregate.rawValue
    return Command(
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
      return try apply(aggregate, to: numbers)
    }
  }
}

extension Value {
  /// The indices of the items in their order: numbers by size, text by the alphabet; then nan, then
  /// places without a value, whatever the direction. Equal ones keep their order.
  static func order(_ items: [Value], descending: Bool) throws -> [Int] {
    let numbers = try items.mapUntilInterrupt {
      if case .number(let number) = $0 { number } else { Double?.none }
    }
    let texts = try items.mapUntilInterrupt {
      if case .text(let text) = $0 { text } else { String?.none }
    }
    func order<T: Comparable>(_ keys: [T?]) throws -> [Int] {
      try keys.indices.sortedUntilInterrupt { a, b in
        guard let x = keys[a] else { return keys[b] == nil && a < b }
        guard let y = keys[b] else { return true }
        // What does not equal itself has no place among the others.
        guard x == x else { return y != y && a < b }
        guard y == y else { return true }
        return x == y ? a < b : (x < y) != descending
      }
    }
    let isNone = items.map { if case .none = $0 { true } else { false } }
    if items.indices.allSatisfy({ numbers[$0] != nil || isNone[$0] }) { return try order(numbers) }
    if items.indices.allSatisfy({ texts[$0] != nil || isNone[$0] }) { return try order(texts) }
    throw Complaint(
      "only numbers or only texts can be sorted", argument: "values",
      suggestion: "sort a table by one of its columns: t.sort(\"name\")")
  }
}
