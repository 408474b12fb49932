extension Help {
  /// What a variable or a function of the session is: its type, what it holds, and its fields.
  public func about(_ name: String, in session: Session) -> String? {
    if let function = session.functions[Symbol(name)] {
      return "\(function.usage): a function of yours, from \(function.source.name)"
    }
    guard let value = session[name] else { return nil }
    var lines = ["\(name): \(value.brief)"]
    let fields = value.fieldInfos
    if !fields.isEmpty {
      let width = fields.map(\.name.count).max() ?? 0
      lines += ["", "fields"]
      lines += fields.flatMap { field in
        let begin = "  \(field.name.padded(to: width))  "
        return (begin + field.help).wrapped(self.width, indent: begin.count)
      }
    }
    if case .object(let object as any ScriptSequence) = value, object.length > 0 {
      lines += ["", "\(name)[0] … \(name)[\(object.length - 1)] are its elements"]
    }
    return lines.joined(separator: "\n")
  }
}

extension Value {
  /// What can follow the dot, and what it is.
  fileprivate var fieldInfos: [(name: String, help: String)] {
    switch self {
    case .record(let record): zip(record.keys, record.values).map { ($0, $1.brief) }
    case .list, .text: [("count", "how many elements it has")]
    case .range: fieldNames.map { ($0, "") }
    case .object(let object): object.fieldInfos
    default: []
    }
  }
}

extension ScriptObject {
  fileprivate var fieldInfos: [(name: String, help: String)] {
    let columns = ((self as? any ScriptIndexed)?.keys ?? []).map { (name: $0, help: "a column") }
    return Self.fields.map { ($0.name, $0.help + ($0.unit.map { " (\($0))" } ?? "")) } + columns
  }
}
