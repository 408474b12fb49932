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
    _ functions: [Symbol: Function]
  ) -> Fault {
    if functions[Symbol(name)] != nil || commands[name] != nil {
      return Fault(
        "'\(name)' is a function, not a variable", span, suggestion: "call it: \(name)(…)")
    }
    let near =
      Suggestion.foreign(name)
      ?? Suggestion.didYouMean(name, among: variables + commands.names)
    let isSymbol = name.first?.isUppercase == true && name.count <= 2
    return Fault(
      "no variable '\(name)'", span,
      suggestion: near ?? (isSymbol ? "text stands in double quotes: \"\(name)\"" : nil))
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
