extension Value {
  /// As JSON; objects as what their fields say, in one level. After Ctrl-C it is worth nothing.
  public var json: String {
    var text = ""
    writeJSON(to: &text)
    return text
  }

  func writeJSON(to text: inout String) {
    switch self {
    case .none: text += "null"
    case .bool(let value): text += "\(value)"
    case .number(let number): text += number.isFinite ? Self.text(of: number) : "null"
    case .text(let value): text += Self.quoted(value)
    case .list(let items): Self.writeJSON(items, to: &text)
    case .record(let record):
      text += "{"
      for (place, key) in record.keys.enumerated() {
        text += (place == 0 ? "" : ",") + Self.quoted(key) + ":"
        record.values[place].writeJSON(to: &text)
      }
      text += "}"
    case .range: Self.writeJSON((try? items()) ?? [], to: &text)
    case .object(let table as Table): table.writeJSON(to: &text)
    case .object(let object): text += Self.json(of: object)
    }
  }

  private static func writeJSON(_ items: [Value], to text: inout String) {
    text += "["
    for (place, item) in items.enumerated() where !Interrupt.isRaisedHere {
      if place > 0 { text += "," }
      item.writeJSON(to: &text)
    }
    text += "]"
  }

  private static func json(of object: any ScriptObject) -> String {
    var members = [(name: "kind", json: quoted(type(of: object).typeName))]
    for name in object.allFieldNames {
      guard let value = try? object.field(name) else { continue }
      let json = if case .object(let inner) = value { quoted(inner.summary) } else { value.json }
      members.append((name, json))
    }
    return object.allFieldNames.isEmpty
      ? quoted(object.summary)
      : "{" + members.map { "\(quoted($0.name)):\($0.json)" }.joined(separator: ",") + "}"
  }

  static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\r": json += "\\r"
      case _ where scalar.steers:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
