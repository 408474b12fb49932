import Clusters
import Foundation
import Testing
import Figures

/// The gnuplot text of every kind of figure, compared with a kept one that was looked at when
/// drawn. With DEEPSTRUC_RECORD in the environment the kept texts are written anew.
@Suite struct GnuplotScriptTests {
  @Test(arguments: samples)
  func scriptIsTheKeptOne(sample: Sample) throws {
    let script = try sample.figure().script(for: .svg)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: "\(sample.name).gp")
    if ProcessInfo.processInfo.environment["DEEPSTRUC_RECORD"] != nil {
      try script.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try script == String(contentsOf: file, encoding: .utf8))
  }

  @Test(arguments: samples)
  func gnuplotDrawsIt(sample: Sample) throws {
    let figure = try sample.figure()
    #expect(try figure.inline(.svg).contains("<svg"))
    #expect(try figure.inline(.text(columns: 79, rows: 24)).split(separator: "\n").count > 10)
    #expect(try figure.inline(.sixel(columns: 80)).contains("\u{1B}P"))
  }

  @Test func textIsSetAsInPrint() {
    let figure = Figure.overlaid([Curve(name: "it's_1 {x}", x: [0, 1], y: [0, 1])])
    let script = figure.script(for: .png)
    #expect(script.contains("'{/:Italic G}({/:Italic r}) (Å^{−2})'"))
    #expect(script.contains(#"'it’s\_1 \{x\}'"#))
    let formula = Figure.overlaid([Curve(name: "Au₁₄₄(PET)₆₀", x: [0, 1], y: [0, 1])])
    #expect(formula.script(for: .png).contains("'Au_{144}(PET)_{60}'"))
    let letters = figure.script(for: .text(columns: 80, rows: 24))
    #expect(letters.contains("'G(r) (Å⁻²)'"))
    #expect(letters.contains("'it’s_1 {x}'"))
  }
}
