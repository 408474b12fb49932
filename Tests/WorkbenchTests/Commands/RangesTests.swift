import Script
import Testing
import Workbench

/// Which numbers a command takes is said where the command is declared.
struct RangesTests {
  @Test(
    arguments: Command.workbench.flatMap { command in
      command.parameters.filter { $0.typeName.contains("number") || $0.typeName == "range" }
        .map { (command.name, $0.label) }
    })
  func everyNumberHasItsRange(_ command: String, _ label: String) throws {
    // Lists to compare, of any numbers; sizes and seeds say it by their type.
    let free = ["rankCorrelation.xs", "rankCorrelation.ys"]
    let typed = label == "seed" || label == "atoms"
    guard !typed, !free.contains("\(command).\(label)") else { return }
    let parameter = try #require(
      Command.workbench.first { $0.name == command }?.parameters.first { $0.label == label })
    let range = try #require(parameter.numbers, "\(command) \(label)")
    #expect(range.lowerBound.isFinite && range.upperBound.isFinite)
  }

  @Test(arguments: [
    ("evaluate(1, on: 1, sigma: -1)", "model"),
    ("simulate(icosahedron(\"Au\", shells: 2), qmax: 0 / 0)", "qmax is nan Å⁻¹"),
    ("simulate(icosahedron(\"Au\", shells: 2), noise: 1 / 0)", "noise is inf"),
    ("icosahedron(\"Au\", shells: 2 ^ 62)", "shells is"),
    ("fcc(\"Au\", layers: [1, 1e300, 1])", "layers"),
    ("plot([1, 2], width: 0 / 0)", "width is"),
    ("plot([1, 2], xrange: 0..1e300)", "xrange is"),
    ("icosahedron(\"Au\", shells: 25).distances", "a list has at most 50000000 elements"),
  ])
  func otherNumbersAreRefused(_ script: String, _ words: String) throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try PlottingTests.run("print \(script)")
    }
    #expect(error.message.contains(words), "\(error.message)")
  }
}
