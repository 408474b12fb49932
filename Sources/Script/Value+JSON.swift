extension Value {
  /// As JSON; objects as what their fields say, in one level.
  public var json: String {
    switch self {
    case .none: "null"
    case .bool(let value): "\(value)"
    case .number(let number): number.isFinite ? Self.text(of: number) : "null"
    case .text(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .record(let record):
      "{"
        + zip(record.keys, record.values).map { "\(Self.quoted($0)):\($1.json)" }
        .joined(separator: ",") + "}"
    case .range: ((try? items()) ?? []).scriptValue.json
    case .object(let table as Table): table.json
    case .object(let object): Self.json(of: object)
    }
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
