import Glibc

extension Value {
  /// As `print` shows it: numbers with up to 12 significant digits, text as it is.
  public var text: String { text(numbers: Self.text(of:)) }

  /// The same with numbers that are written otherwise, also those in lists and records.
  func text(numbers: (Double) -> String) -> String {
    switch self {
    case .none: "none"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): numbers(number)
    case .text(let text): text
    case .list, .record:
      {
        var text = ""
        write(to: &text, numbers)
        return text
      }()
    case .range(let range):
      "\(Self.text(of: range.first))..\(Self.text(of: range.last))"
        + (range.step == 1 ? "" : " by \(Self.text(of: range.step))")
    case .object(let object): object.summary
    }
  }

  /// Writes a value as a script does. A list of lists that hold the same one many times over could
  /// be longer than any text: then it is cut, and longer than a text may be. After Ctrl-C it is cut too.
  private func write(to text: inout String, _ numbers: (Double) -> String) {
    let items: [Value]
    var keys: [String]?
    switch self {
    case .list(let list): items = list
    case .record(let record): (keys, items) = (record.keys, record.values)
    case .number(let number): return text += numbers(number)
    default: return text += literal
    }
    text += keys == nil ? "[" : "{"
    for (place, item) in items.enumerated() {
      if place > 0 { text += ", " }
      guard text.utf8.count < Self.longestText, !Interrupt.isRaisedHere else {
        text += "…"
        break
      }
      if let keys { text += Record.written(keys[place]) + ": " }
      item.write(to: &text, numbers)
    }
    text += keys == nil ? "]" : "}"
  }

  /// As it is written in a script, text in quotes; after Ctrl-C a long one is cut.
  public var literal: String {
    guard case .text(let text) = self else { return self.text }
    var literal = "\""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place % (1 << 16) == 1, Interrupt.isRaisedHere { break }
      switch scalar {
      case "\\", "\"": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case _ where scalar.steers: literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// The full sentence form, for a value alone at the prompt.
  public var sentence: String {
    switch self {
    case .record(let record): record.sentence
    case .list(let items): passages?.sentence ?? sentence(of: items)
    default: passages?.sentence ?? literal
    }
  }

  /// One short line for a list of variables: type and what it holds.
  public var brief: String {
    if case .object(let table as Table) = self {
      let names = table.keys.joined(separator: ", ")
      return "table of \(table.rows) rows: \(names.count > 50 ? names.prefix(49) + "…" : names)"
    }
    let first = sentence.prefix { $0 != "\n" }
    let shown = first.count > 60 ? first.prefix(59) + "…" : first
    return shown.hasPrefix(typeName) ? String(shown) : "\(typeName): \(shown)"
  }

  /// As a part of what is shown alone: a long list is only named.
  var part: String {
    if case .list(let items) = self, items.count > 20 { return "list of \(items.count)" }
    return literal
  }

  private func sentence(of items: [Value]) -> String {
    guard items.count > 20 else { return literal }
    let shown = items.prefix(6).map(\.part) + ["…"] + items.suffix(2).map(\.part)
    return "list of \(items.count): [\(shown.joined(separator: ", "))]"
  }

  /// A number in as few digits as show it to 12 significant ones.
  public static func text(of number: Double) -> String {
    if abs(number) < 1e15, let whole = Int(exactly: number) { return "\(whole)" }
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    return formatted(number, "%.12g")
  }

  /// A number with this many digits after the point.
  public static func text(of number: Double, digits: Int) -> String {
    guard number.isFinite else { return text(of: number) }
    let text = formatted(number, "%.\(min(max(digits, 0), 30))f")
    // -0.00 says nothing that 0.00 does not.
    return text.allSatisfy { "-0.".contains($0) } ? text.replacing("-", with: "") : text
  }

  /// A number with this many significant digits.
  static func text(of number: Double, significant digits: Int) -> String {
    number.isFinite ? formatted(number, "%.\(digits)g") : text(of: number)
  }

  /// A number as `6.02e+23`, with this many digits after the point.
  static func text(of number: Double, exponentDigits digits: Int) -> String {
    number.isFinite ? formatted(number, "%.\(digits)e") : text(of: number)
  }

  private static func formatted(_ number: Double, _ format: String) -> String {
    withVaList([number]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
        let length = vsnprintf(buffer.baseAddress, buffer.count, format, arguments)
        return String(
          decoding: buffer[..<min(Int(length), 399)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
  }
}
