extension Function {
  /// For each argument of a call the index of its parameter.
  ///
  /// - Throws: `Fault` for an unknown, repeated, superfluous or missing argument.
  func places(of call: Expression.Call) throws -> [Int] {
    var places: [Int] = []
    for argument in call.arguments {
      places.append(try place(of: argument, after: places))
    }
    for (i, parameter) in parameters.enumerated()
    where parameter.initial == nil && !places.contains(i) {
      throw fault("\(name) needs the argument '\(parameter.name)'", call.nameSpan)
    }
    return places
  }

  private func place(of argument: Expression.Argument, after places: [Int]) throws -> Int {
    guard let label = argument.label else {
      guard let free = parameters.indices.first(where: { !places.contains($0) }) else {
        let count = parameters.count
        let takes = count == 0 ? "no arguments" : "\(count) argument\(count == 1 ? "" : "s")"
        throw fault("\(name) takes \(takes)", argument.value.span)
      }
      return free
    }
    guard let place = parameters.firstIndex(where: { $0.name == label }) else {
      throw fault(
        "\(name) has no argument '\(label)'", argument.labelSpan,
        Suggestion.didYouMean(label, among: parameters.map(\.name)))
    }
    guard !places.contains(place) else {
      throw fault("the argument '\(label)' is given twice", argument.labelSpan)
    }
    return place
  }

  private func fault(_ message: String, _ span: Span, _ suggestion: String? = nil) -> Fault {
    Fault(message, span, suggestion: suggestion, notes: ["usage: \(usage)"])
  }
}
