import Figures
import Foundation
import Script
import Testing
import Workbench

@Suite struct PlottingTests {
  static func run(_ code: String) throws -> String {
    var output = ""
    let session = Session(commands: Command.workbench, output: { output += $0 })
    try session.run(Source(name: "test", text: code))
    return output
  }

  @Test(arguments: Command.workbench.filter { $0.topic == "figures" }.flatMap(\.examples))
  func exampleRuns(example: String) throws {
    #expect(try Self.run(example).split(separator: "\n").count > 10)
  }

  @Test func figureIsAValue() throws {
    #expect(try Self.run("f = plot [1, 2]\nprint f") == "figure, 84 × 55 mm\n")
    #expect(try Self.run("f = plot [1, 2], width: 100, height: 40\nprint f.width") == "100\n")
    #expect(
      try Self.run("f = plots [plot([1, 2]), [3, 4]], columns: 2\nprint f.panels") == "2\n")
  }

  @Test func plotWritesAndNamesTheFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let output = try Self.run("plot 0..3, [0, 1, 4, 9], title: \"squares\", to: \"\(path)\"")
    #expect(output == "figure, 84 × 58 mm: \(path)\n")
    let picture = try String(contentsOfFile: path, encoding: .utf8)
    #expect(picture.contains("squares"))
  }

  /// What would be missing without a word, by a line of gnuplot's script.
  @Test(arguments: [
    (
      #"plot table({n: ["a", "b"], y: [1, 2], z: [0.3, 0.4]}), x: "n", errors: "z""#,
      "with vectors heads"
    ),
    ("plot 1..3, [0.37, 0.5, 0.7], log: true", "set ytics nomirror ('0.4' 0.4, '0.5' 0.5"),
    ("plot table({x: [1, 2, 3, 4], y: [1, none, 3, 4]})", "with points pointtype 7"),
  ])
  func nothingIsLeftOut(code: String, line: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gp").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.run("\(code), to: \"\(path)\"")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains(line))
  }

  @Test(arguments: [
    ("plot", "nothing to plot"),
    ("plot []", "nothing to plot"),
    ("plot \"a\"", "cannot plot the text \"a\""),
    ("plot [1, \"a\"]", "cannot plot the number 1"),
    ("plot [1, 2], [1]", "columns of 2 and 1 numbers"),
    ("plot 1..3, [1, 2, 3], errors: [0.1, 0.2]", "2 errors for 3 numbers"),
    ("plot 1..2, [1, 2], errors: [0.1, -1]", "an error is not below 0"),
    ("plot [1, 2], bins: 0", "bins is 0, but must be between 1 and 1000"),
    ("plot [1, 2], width: 1e9", "width is"),
    ("plot [1, 2], palette: \"saf\"", "did you mean"),
    ("plot [1, 2], to: \"a.jpeg\"", ".png, .svg, .pdf"),
    ("plot [1, 2], to: \"/none/deeper/a.png\"", "there is no folder /none/deeper"),
    ("plot [1, 2], xrange: 3..3", "xrange goes from"),
    ("plot [1, 2], colours: \"fc\"", "did you mean"),
    ("plot simulate(icosahedron(\"Au\", shells: 2)), [1, 2]", "together with a PDF"),
    ("plot simulate(icosahedron(\"Au\", shells: 2)), xrange: 90..99", "no points to plot"),
    ("plot icosahedron(\"Au\", shells: 2), 3", "together with a cluster"),
    ("plot [1, 2], dpi: 1", "dpi is 1, but must be between 30 and 1200"),
    ("plots []", "no figures"),
    ("plots [[1, 2]], columns: 0", "columns is 0, but must be between 1 and 20"),
    ("plot table([\"a\"], [[\"x\"]])", "no column of numbers"),
    ("plot table([\"rw\"], [[1]]), x: \"rv\"", "no column 'rv'"),
  ])
  func mistakeIsExplained(code: String, words: String) throws {
    let error = try #require(throws: Diagnostic.self) { try Self.run(code) }
    #expect("\(error)".contains(words))
  }

  @Test(arguments: [
    "plot [1e308, -1e308]", "plot [5, 5, 5]", "plot [0.1]", "plot [1e-300, 2e-300, 3]",
    "plot [1, 2], [3, 3]", "plot [1, 1], [3, 4]", "plot [n / 7 for n in 1..2000], bins: 1000",
  ])
  func oddNumbersDoNotTrap(code: String) {
    #expect(throws: Never.self) { try Self.run(code) }
  }

  @Test(arguments: [
    ("plot icosahedron(\"Au\", shells: 2)", "figure, 60 × 67 mm"),
    ("plot [sc(\"Au\", layers: [1, 1, 1]), icosahedron(\"Au\", shells: 2)]", "2 panels"),
    ("plot simulate(icosahedron(\"Au\", shells: 2)), xrange: 0..10", "figure, 84"),
    ("plot simulate([icosahedron(\"Au\", shells: 2)]), kind: \"stacked\", colours: \"fcc\"", "84"),
    (
      "plot [icosahedron(\"Au\", shells: 2), icosahedron(\"Au\", shells: 1)], width: 84",
      "84 × 47 mm"
    ),
    ("plot catalogue(\"mmnp\", element: \"Au\")", "2 panels"),
    (
      """
      c = icosahedron("Au", shells: 2)
      f = plot refine(c, against: simulate(c))
      """, ""
    ),
  ])
  func domainIsPlotted(code: String, words: String) throws {
    let output = try Self.run(code.hasPrefix("c =") ? code : "f = \(code)\nprint f")
    #expect(output.contains(words) || words.isEmpty)
  }

  @Test func wordsInATableAreBarsInTheColoursOfTheirTypes() throws {
    let table = Table([
      .init("type", of: ["fcc", "hcp"]), .init("mae", unit: "Å", of: [0.5, 0.25]),
    ])
    var options = PlotOptions()
    options.x = "type"
    let script = try Figure.of([.object(table)], options: options).script(for: .svg)
    #expect(script.contains("set xtics nomirror ('fcc' 0, 'hcp' 1)"))
    #expect(script.contains("'mae (Å)'"))
    #expect(script.contains("with boxes") && script.contains("'#56B4E9'"))
  }

  /// Without `x:`, the first column is what the others are drawn over, if it ascends.
  @Test(arguments: [([1.0, 2, 4], true), ([2.0, 1, 4], false)])
  func firstColumnGoesAcross(_ first: [Double], _ ascends: Bool) throws {
    let table = Table([.init("Q", unit: "Å⁻¹", of: first), .init("S", of: [7.0, 8, 9])])
    let script = try Figure.of([.object(table)], options: PlotOptions()).script(for: .svg)
    #expect(script.contains("set xlabel 'Q (Å^{−1})'") == ascends)
    #expect(script.contains("1 7\n2 8\n4 9\n") == ascends)
  }

  @Test func tableIsDrawnByItsColumns() throws {
    let figure = try Figure.of(
      [
        .object(
          Table([
            .init("sigma", of: [3.0, 5]), .init("biso", unit: "Å²", of: [0.1, 0.2]),
            .init("type", of: ["fcc", "hcp"]),
          ]))
      ],
      options: {
        var options = PlotOptions()
        options.x = "sigma"
        return options
      }())
    let script = figure.script(for: .svg)
    #expect(script.contains("'biso (Å^{2})'"))
    #expect(script.contains("3 0.1\n5 0.2\n"))
  }
}
