import Foundation
import Script
import Testing

import Workbench

/// Trees in the language: trained, kept, asked, and their answers fitted.
struct ClassifyingTests {
  private static let training = """
    data = dataset catalogue("mmnp", atoms: 5..9), seed: 1
    tree = train "tree", data, epochs: 2, seed: 4
    measured = simulate icosahedron("Au", shells: 2, bond: 2.8), qmax: 20, qdamp: 0.03

    """

  @Test func treesAreKeptAndAsked() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let output = try printed(
      by:
        Self.training + """
          save tree, to: "\(file)"
          back = load "\(file)"
          a = classify tree, measured, top: 3
          b = classify back, measured, top: 3, element: "Pt"
          print back.rounds, back.history.count, count(back.shapes) == count(tree.shapes)
          print a.count, a[0].probability == b[0].probability, b[0].structure.element
          print a[0].probability >= a[1].probability, a.table.columns, a[0..1].count
          """)
    #expect(
      output == """
        2 2 true
        3 true Pt
        true ["probability", "type", "atoms", "structure"] 2

        """)
  }

  @Test func fitsRankTheShapesByRw() throws {
    let output = try printed(
      by:
        Self.training + """
          shapes = classify tree, measured, top: 4
          fits = refine shapes, against: measured
          print fits.count, fits[0].rw <= fits[1].rw, fits[2].rw <= fits[3].rw
          """)
    #expect(output == "4 true true\n")
  }

  @Test(arguments: [
    (#"tree = train "tree", data, batch: 8"#, "the training of a tree has no batch"),
    (#"tree = train "tree", data, resume: true"#, "the training of a tree has no resume"),
    (#"classify tree, measured, top: 0"#, "top is 0, but must be between 1 and 100000"),
    (#"save tree, to: "tree.csv""#, "a tree classifier is written as .safetensors"),
    (#"classify data, measured"#, "takes a tree classifier, not a data set"),
  ])
  func wrongArgumentsAreNamed(code: String, words: String) throws {
    let error = #expect(throws: (any Error).self) { try printed(by: Self.training + code) }
    #expect(try "\(#require(error))".contains(words))
  }

  @Test func aDamagedFileIsNamed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try printed(by: Self.training + #"save tree, to: "\#(file)""#)
    let whole = try Data(contentsOf: URL(filePath: file))
    // The header stands; the last trees are cut off.
    try whole.prefix(whole.count - 100).write(to: URL(filePath: file))
    let error = #expect(throws: (any Error).self) { try printed(by: #"load "\#(file)""#) }
    let text = try "\(#require(error))"
    #expect(text.contains(file) && text.contains("is damaged"))
  }
}
