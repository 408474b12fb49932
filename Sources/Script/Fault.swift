/// An error at run time with its place, before its source is known.
struct Fault: Error {
  let message: String
  let span: Span
  var suggestion: String?
  var notes: [String] = []

  init(_ message: String, _ span: Span, suggestion: String? = nil, notes: [String] = []) {
    self.message = message
    self.span = span
    self.suggestion = suggestion
    self.notes = notes
  }

  static func noVariable(
    _ name: String, _ span: Span, among variables: [String], _ commands: CommandSet,
    _ functions: [Symbol: Function], in source: Source
  ) -> Fault {
    if functions[Symbol(name)] != nil || commands[name] != nil {
      return Fault(
        "'\(name)' is a function, not a variable", span, suggestion: "call it: \(name)(…)")
    }
    let near =
      Suggestion.foreign(name)
      ?? Suggestion.didYouMean(name, among: variables + commands.names)
    let isSymbol = name.first?.isUppercase == true && name.count <= 2
    let meant = fileName(name, span, in: source) ?? (isSymbol ? name : nil)
    return Fault(
      "no variable '\(name)'", span,
      suggestion: near ?? meant.map { "text stands in double quotes: \"\($0)\"" })
  }

  /// A file's name that was written without quotes: `gold.gr`.
  private static func fileName(_ name: String, _ span: Span, in source: Source) -> String? {
    let ending = source[Span(span.end, min(span.end + 6, source.bytes.count))].prefix {
      $0 == "." || $0.isLetter
    }
    let endings = [".gr", ".csv", ".tsv", ".txt", ".dat", ".xyz", ".cif", ".json", ".deep", ".png"]
    return endings.contains(String(ending)) ? name + ending : nil
  }

  static func noFunction(
    _ name: String, _ span: Span, isVariable: Bool, among functions: [String],
    _ commands: CommandSet
  ) -> Fault {
    if isVariable {
      return Fault(
        "'\(name)' is a variable, not a function", span,
        suggestion: "an element is written \(name)[…], a product \(name) * (…)")
    }
    return Fault(
      "no function or command '\(name)'", span,
      suggestion: Suggestion.foreign(name)
        ?? Suggestion.didYouMean(name, among: functions + commands.names))
  }
}
