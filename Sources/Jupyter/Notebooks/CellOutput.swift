import Script

/// What a cell of a notebook has shown.
public struct CellOutput: Encodable {
  let output_type: String
  var name: String?
  var text: Lines?
  var data: [String: Lines]?
  var metadata: [String: [String: Int]]?
  var execution_count: Int?

  private init(_ type: String, _ bundle: Bundle) {
    output_type = type
    data = bundle.data.mapValues(Lines.init)
    metadata = bundle.metadata
  }

  private init(stream name: String, _ text: String) {
    output_type = "stream"
    self.name = name
    self.text = Lines(text)
  }

  /// Collects what a cell shows; lines that change in place are gone at the end.
  static func add(_ output: Output, of number: Int, to outputs: inout [CellOutput]) {
    switch output {
    case .text(let text, let isError):
      let name = isError ? "stderr" : "stdout"
      if let last = outputs.last, last.name == name, let before = last.text {
        outputs.removeLast()
        outputs.append(CellOutput(stream: name, before.text + text))
      } else {
        outputs.append(CellOutput(stream: name, text))
      }
    case .display(let bundle, nil): outputs.append(CellOutput("display_data", bundle))
    case .display, .update: break
    case .result(let bundle):
      var result = CellOutput("execute_result", bundle)
      result.execution_count = number
      outputs.append(result)
    }
  }
}

extension SessionLanguage {
  /// Runs a part of a script as a cell of a notebook.
  ///
  /// - Throws: `Diagnostic` or `Interrupted`.
  public func outputs(of program: Program, number: Int) throws -> [CellOutput] {
    var outputs: [CellOutput] = []
    try run(program, number: number) { CellOutput.add($0, of: number, to: &outputs) }
    return outputs
  }
}
