import Foundation
import Script
import Testing
import Workbench

/// What fits of crystals, ensembles, mixtures and series say, draw and write.
struct RefiningTests {
  private static let sample = """
    measured = simulate particle("Pt", motif: "fcc", atoms: 300, seed: 2), biso: 0.5, qdamp: 0.03
    fit = refine(crystal("Pt"), against: measured, qdamp: 0.03, vary: ["scale", "expansion", "biso", "diameter", "spread"])[0]

    """

  private func content(_ folder: URL, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test func reportHasPageCurvesStructureAndFigures() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = try printed(
      by:
        Self.sample + """
          save fit, to: "\(folder.path)/report.300K/"
          print text(fit.rw, 4), text(fit.a, 4), text(fit.lattice.error[0], 4), text(fit.diameter, 5)
          """)
    let report = folder.appending(path: "report.300K")
    let names = try FileManager.default.contentsOfDirectory(atPath: report.path).sorted()
    #expect(
      names == [
        "curves.csv", "fit.pdf", "fit.png", "report.md", "sizes.pdf", "sizes.png", "structure.xyz",
      ])
    let words = output.split(whereSeparator: \.isWhitespace).map(String.init)
    let page = try content(report, "report.md")
    #expect(page.hasPrefix("# crystal \"Pt\" against "))
    #expect(page.contains("| Rw | \(words[0]) |"))
    #expect(page.contains("| a | \(words[1]) ± \(words[2]) Å |"))
    #expect(page.contains("| diameter | \(words[3]) |"))
    #expect(page.contains("| qdamp | 0.03000 |  | Å⁻¹ | kept |"))
    #expect(page.contains("![sizes of the particles](sizes.png)"))
    #expect(page.contains("are correlated by"), "diameter and spread are")
    let curves = try content(report, "curves.csv").split(separator: "\n")
    #expect(curves[0] == "r (Å),measured (Å⁻²),calculated (Å⁻²),residual (Å⁻²)")
    #expect(curves.count == 1852, "a row for each of 1851 points from 1.5 to 20 Å")
    for line in curves.dropFirst().prefix(50) {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      #expect(numbers.count == 4 && abs(numbers[1] - numbers[2] - numbers[3]) < 1e-6)
    }
    for name in ["fit.png", "sizes.png"] {
      #expect(try Data(contentsOf: report.appending(path: name)).count > 5000)
    }
  }

  @Test func aFitGoesOnFromWhereItEnded() throws {
    let output = try printed(
      by:
        Self.sample + """
          again = refine(fit, against: measured, qdamp: 0.03)[0]
          print abs(again.rw - fit.rw) < 1e-5, again.diameter == fit.diameter, again.spread == fit.spread
          whole = refine(crystal("Pt"), against: measured, qdamp: 0.03)[0]
          print whole.rw > 2 * fit.rw
          shell = icosahedron "Au", shells: 3
          p = simulate shell, delta2: 3, biso: 0.5, qdamp: 0
          fit = refine(shell, against: p, vary: ["scale", "biso", "delta2"], expansion: 1, qdamp: 0)[0]
          again = refine(fit, against: p, qdamp: 0)[0]
          print text(again.delta2, 3), again.rw < 1e-4
          print refine(fit, against: p, qdamp: 0, delta2: 0)[0].rw > 0.01
          """)
    #expect(output == "true true true\ntrue\n3.000 true\ntrue\n")
  }

  @Test func sizesAreATableAndAFigure() throws {
    let output = try printed(
      by:
        Self.sample + """
          print fit.sizes
          f = plot fit.sizes
          print f
          print count(fit.sizes.table)
          e = refine(ensemble("Pt", of: "octahedra", atoms: 6..100), against: measured, qdamp: 0.03, vary: ["scale", "diameter", "spread"])[0]
          e
          f = plot e.sizes
          print f
          """)
    #expect(output.contains("sizes of mean"))
    #expect(output.components(separatedBy: "figure, 84 × 55 mm").count == 3)
    let words = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("of the largest size, 85 atoms: larger ones may be there"))
  }

  @Test func seriesIsATableAndAFigure() throws {
    let output = try printed(
      by:
        """
        c = icosahedron "Au", shells: 3
        pdfs = [simulate(c, biso: 0.2 + 0.1 * i, qdamp: 0.04) for i in 0..3]
        s = refine c, against: pdfs
        print s.count, text(s.table.biso[3], 3), count(s.table.biso_error)
        f = plot s
        print f
        j = refine c, against: pdfs, together: true, equal: "expansion", ratios: {biso: [1, 1.5, 2, 2.5]}
        print text(j.phases[3].biso, 3), count(j.errors)
        f = plot j
        print f
        """)
    #expect(output.contains("4 0.500 4\n"), "\(output)")
    #expect(output.contains("0.500 6\n"), "four scales, an expansion, a biso: \(output)")
    #expect(output.contains("figure of 4 panels, 171 × "), "the fits and three parameters")
    #expect(output.contains("figure, 84 × "), "the fits alone")
  }

  @Test(arguments: [
    ("refine [c, c], against: p, equal: \"biso\"", "equal goes with together: true"),
    ("refine [c, c], against: p, ratios: {biso: [1, 2]}", "ratios goes with together: true"),
    (
      "refine [c, c], against: p, together: true, ratios: {biso: 2}",
      "the ratio of biso is the number 2, but must be a list of factors"
    ),
    (
      "refine [c, c], against: p, together: true, ratios: {biso: [1, 2, 3]}",
      "the ratio of biso has 3 factors for 2 structures"
    ),
    ("refine [c, c], against: p, together: true, steady: \"bisso\"", "did you mean 'biso'?"),
    ("refine c, against: p, vary: [\"scale\", \"diameter\"]", "diameter is what a crystal has"),
    ("refine crystal(\"Fe\"), against: p, vary: \"faults\"", "faults is what fcc and hcp have"),
    ("refine crystal(\"Pt\"), against: p, vary: \"strain\"", "or the c of hcp"),
    ("refine ensemble(\"Pt\", of: \"octahedra\"), against: p", "an ensemble needs its diameter"),
    ("ensemble \"Pt\", of: \"cubes\"", "octahedra"),
    ("refine crystal(\"Pt\"), against: p, vary: \"a\"", "vary expansion"),
  ])
  func mistakesAreExplained(_ code: String, _ words: String) {
    let start = "c = icosahedron \"Pt\", shells: 2\np = simulate c\n"
    var output = ""
    do { output = try printed(by: start + code) } catch { output = "\(error)" }
    #expect(output.contains(words), "\(output)")
  }
}
