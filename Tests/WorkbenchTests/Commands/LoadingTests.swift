import Foundation
import Script
import Testing

import Workbench

/// What `load` says of files of every kind, made up in a folder of their own.
@Suite struct LoadingTests {
  /// G(r) of an icosahedron as its own file, to be given other headers.
  private static let curve = try? run(
    #"print simulate(icosahedron("Pt", shells: 2), rmax: 20, rstep: 0.02).table.csv()"#, in: [:]
  ).split(separator: "\n").dropFirst().map { $0.replacing(",", with: " ") }.joined(separator: "\n")

  private static func run(_ code: String, in files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    var output = ""
    let session = Session(
      commands: Command.workbench, output: { output += $0 }, errors: { output += $0 })
    session.folders = [folder.path]
    do {
      try session.run(Source(name: "test", text: code))
    } catch let error as Diagnostic {
      output += "error: \(error.message)\n"
    }
    return output
  }

  private func load(_ header: String, _ code: String, as name: String = "a.gr") throws -> String {
    try Self.run(code, in: [name: header + "\n" + (try #require(Self.curve)) + "\n"])
  }

  @Test func aPDFTellsWhatWasRead() throws {
    #expect(
      try load("# Qmax 22\n# composition = pt13\n# T = 90 K\n-0.02 0", #"load "a.gr""#)
        == """
        PDF of a.gr: 1000 points from 0 to 19.98 Å, Qmax 22 Å⁻¹, composition Pt13, 90 K
        · composition: 'pt' is read as Pt
        · 1 row of negative r left out

        """)
    #expect(
      try load("", #"load "a.gr""#) == "PDF of a.gr: 1000 points from 0 to 19.98 Å, Qmax unknown\n")
  }

  @Test func whatIsSaidWinsOverTheHeader() throws {
    let code = #"""
      p = load "a.gr", qmin: 0.7, qmax: 25, qdamp: 0, qbroad: 0.01, composition: "Au13", temperature: 5
      print p.qmin, p.qmax, p.qdamp, p.qbroad, p.composition, p.element, p.temperature
      fit = refine(icosahedron("Au", shells: 2), against: p)[0]
      print text(fit.expansion * 2.884, 3), text(fit.rw, 2)
      """#
    #expect(
      try load("qmax = 12\nqmin = 3\ncomposition = Ni\ntemperature = 300", code)
        == "0.7 25 0 0.01 Au13 Au 5\n2.775 0.00\n")
  }

  @Test(arguments: [
    #"refine icosahedron("Pt", shells: 2), against: p"#, #"infer load("mmnp"), p, samples: 1"#,
    #"classify load("tree"), p"#, #"mine catalogue("mmnp", atoms: 13..13), against: p"#,
  ])
  func aMissingQmaxIsAnErrorOfTheFile(_ command: String) throws {
    #expect(
      try load("composition = Pt", "p = load \"a.gr\"\n\(command)")
        == "error: a.gr: it names no Qmax; say it: load \"a.gr\", qmax: 25\n")
    #expect(try !load("", "p = load \"a.gr\", qmax: 25\n\(command)").contains("error: "))
  }

  @Test(arguments: [
    ("Pt3Co", "Pt3Co holds Co besides Pt"), ("Fe2O3", "Fe2O3 holds O besides Fe"),
    ("H2O", "H2O holds no metal"), ("Au0.5Ag0.5", "Au0.5Ag0.5 holds Ag besides Au"),
  ])
  func aSecondElementIsNeverDroppedInSilence(_ formula: String, _ doubt: String) throws {
    let warning = "warning: a.gr: \(doubt)"
    for command in [
      #"refine icosahedron("Pt", shells: 2), against: p"#, #"infer load("mmnp"), p, samples: 1"#,
      #"classify load("tree"), p"#,
    ] {
      let output = try load(
        "qmax = 25\nqmin = 0.7\ncomposition = \(formula)", "p = load \"a.gr\"\n\(command)")
      #expect(output.hasPrefix(warning), "\(output)")
    }
  }

  @Test func aSeriesSkipsWhatCannotBeReadAndSaysWhy() throws {
    let rows = try #require(Self.curve)
    let files = [
      "b_10K.gr": "qmax = 25\ncomposition = Pt\n" + rows,
      "b_9K.gr": "qmax = 24\ncomposition = Pt\n" + rows, "b_8K.gr": "# Q I(Q)\n" + rows,
      "b_7K.gr": "nothing at all",
    ]
    let code = #"""
      series = load files("b_*.gr")
      print series.count, series[0].name, series.temperature
      print series.table.csv() + series.skipped.csv()
      for pdf in series { print pdf.qmax }
      """#
    #expect(
      try Self.run(code, in: files) == """
        warning: skipped: b_7K.gr: no data: no line holds r and G
        warning: skipped: b_8K.gr: these are intensities I(Q), not G(r); PDFgetX3 makes G(r) of them
        2 b_9K.gr [9, 10]
        name,temperature (K),qmax (Å⁻¹),composition,points,rmax (Å)
        b_9K.gr,9,24,Pt,1000,19.98
        b_10K.gr,10,25,Pt,1000,19.98
        name,reason
        b_7K.gr,b_7K.gr: no data: no line holds r and G
        b_8K.gr,"b_8K.gr: these are intensities I(Q), not G(r); PDFgetX3 makes G(r) of them"

        24
        25

        """)
    #expect(
      try Self.run(#"load ["b_7K.gr", "b_8K.gr"]"#, in: files)
        == "error: none of the 2 files can be read; b_7K.gr: no data: no line holds r and G\n")
  }

  @Test(arguments: [
    "a.gr", "a.mdor01", "a.gr1", "a.gof", "a.dat", "a.txt", "a.csv", "a.fgr", "a.cgr", "a.GR",
  ])
  func endingsOfPDFs(_ name: String) throws {
    #expect(try load("", "print load(\"\(name)\").count", as: name) == "1000\n")
  }

  @Test func aStructureFactorIsNoPDF() throws {
    let code = #"""
      s = load "s.csv"
      s
      p = transform s, qmin: 0.7, qmax: 20, rmax: 10
      print p.count, p.qmin, p.qmax, p.composition
      refine icosahedron("Pt", shells: 2), against: s
      """#
    let file =
      "# composition = Pt\nQ,S(Q)\n"
      + (1...500).map { "\(Double($0) / 20),1.0" }
      .joined(separator: "\n")
    let output = try Self.run(code, in: ["s.csv": file])
    #expect(
      output.hasPrefix(
        """
        S(Q) of s.csv: 500 points from 0.050 to 25.000 Å⁻¹; transform makes its PDF
        1000 0.7 20 Pt
        error:
        """))
    #expect(output.contains("structure factor"))
  }

  @Test func structuresAreLoadedWithTheirWarnings() throws {
    let code = #"c = load "a.xyz"; print c.element, c.count, text(c.bond, 3)"#
    #expect(
      try Self.run(code, in: ["a.xyz": "2\nx\nPT 0 0 0\nPT 0 0 0.2775\n"]) == """
        warning: a.xyz: 'PT' is read as Pt
        warning: a.xyz: its nearest atoms are 0.278 Å apart on average; are the coordinates in nm?
        Pt 2 0.278

        """)
  }
}
