extension Interpreter {
  /// `value.name`
  func field(_ name: String, of value: Value, _ span: Span) throws -> Value {
    switch value {
    case .list(let items) where name == "count": return .number(Double(items.count))
    case .text(let text) where name == "count": return .number(Double(text.count))
    case .range(let range):
      switch name {
      case "count": return .number(Double(range.count))
      case "first": return .number(range.first)
      case "last": return .number(range.last)
      case "step": return .number(range.step)
      default: break
      }
    case .record(let record):
      if let found = record[name] { return found }
    case .object(let object):
      let found = try command(named: nil, at: span) { try object.field(name) }
      if let found { return found }
    default: break
    }
    throw noField(name, of: value, span)
  }

  private func noField(_ name: String, of value: Value, _ span: Span) -> Fault {
    let fields = value.fieldNames
    let has = fields.isEmpty ? "has no fields" : "has no field '\(name)'"
    let command = session.commands[name] != nil || session.functions[Symbol(name)] != nil
    var suggestion = Suggestion.didYouMean(name, among: fields)
    if suggestion == nil, command { suggestion = "to call it, write .\(name)()" }
    if suggestion == nil, !fields.isEmpty {
      suggestion = "its fields: " + fields.joined(separator: ", ")
    }
    let what =
      switch value {
      case .object: Value.withArticle(value.typeName)
      case .record: "the record"
      default: value.mention
      }
    return Fault("\(what) \(has)", span, suggestion: suggestion)
  }

  /// `value[index]`, counted from 0, or from the end with a negative index.
  func element(of value: Value, at index: Value, _ span: Span) throws -> Value {
    switch (value, index) {
    case (.object(let object as any ScriptIndexed), .text(let key)):
      if let element = try at(span, { try object.element(key) }) { return element }
      throw Fault(
        "no '\(key)' in \(value.mention)", span,
        suggestion: Suggestion.didYouMean(key, among: object.keys))
    case (.record(let record), .text(let key)):
      if let found = record[key] { return found }
      throw Fault(
        "the record has no field '\(key)'", span,
        suggestion: Suggestion.didYouMean(key, among: record.keys)
          ?? "its fields: \(record.keys.joined(separator: ", "))")
    case (.list(let items), .number):
      return items[try position(index, items.count, value, span)]
    case (.range(let range), .number):
      return .number(range[try position(index, range.count, value, span)])
    case (.text(let text), .number):
      let place = try position(index, text.count, value, span)
      return .text(String(text[text.index(text.startIndex, offsetBy: place)]))
    case (.object(let object as any ScriptSequence), .number):
      let i = try position(index, object.length, value, span)
      return try command(named: nil, at: span) { try object.element(i) }
    case (.text(let text), .range(let range)):
      let letters = try text.mapUntilInterrupt { $0 }
      return .text(String(try places(range, letters.count, value, span).map { letters[$0] }))
    case (_, .range(let range)):
      return try slice(value, range, span)
    default:
      if try value.items() == nil {
        throw Fault("\(value.mention) has no elements", span)
      }
      throw Fault("an index is a whole number or a range, not \(index.mention)", span)
    }
  }

  private func slice(_ value: Value, _ range: Value.Stride, _ span: Span) throws -> Value {
    guard let items = try at(span, { try value.items() }) else {
      throw Fault("\(value.mention) has no elements", span)
    }
    let places = try places(range, items.count, value, span)
    if case .object(let object as any ScriptSequence) = value,
      let part = try object.slice(places)
    {
      return part
    }
    return .list(places.map { items[$0] })
  }

  private func places(
    _ range: Value.Stride, _ count: Int, _ value: Value, _ span: Span
  ) throws -> [Int] {
    try at(span) { try range.numbers() }.mapUntilInterrupt {
      try position(.number($0), count, value, span)
    }
  }

  private func position(_ index: Value, _ count: Int, _ value: Value, _ span: Span) throws -> Int {
    guard case .number(let number) = index, let i = Int(exactly: number) else {
      throw Fault("an index is a whole number, not \(index.mention)", span)
    }
    guard (-count..<count).contains(i) else {
      let what = if case .list = value { "the list" } else { value.mention }
      throw Fault(
        count == 0 ? "\(what) is empty" : "no element \(i): \(what) has \(count)", span,
        suggestion: count == 0 ? nil : "elements are counted from 0 to \(count - 1)")
    }
    return i < 0 ? count + i : i
  }
}

extension Value {
  /// What can follow the dot.
  var fieldNames: [String] {
    switch self {
    case .list, .text: ["count"]
    case .range: ["count", "first", "last", "step"]
    case .record(let record): record.keys
    case .object(let object): object.allFieldNames
    default: []
    }
  }
}
