import Foundation
import Script
import Testing
import Workbench

/// What `solve` says, with a few candidates for the sake of speed.
@Suite(.serialized) struct SolvingTests {
  /// A particle of 146 atoms and a few shapes to look among.
  private static let start = #"""
    def measured(body) {
        return simulate(body, qmin: 1, qmax: 22, qdamp: 0.03, biso: 0.6, delta2: 2, noise: 0.01, seed: 1)
    }
    some = [c for c in catalogue("mmnp", atoms: 100..190, element: "Pt") if c.count % 2 == 0]
    some = append(some, octahedron("Pt", length: 7, cutoff: 1))
    truth = octahedron "Pt", length: 6, bond: 2.76
    """#

  @Test func tellsTypeSizeAndBond() throws {
    let output = try printed(
      by:
        Self.start + #"""

          answer = solve measured(truth), candidates: some
          print answer.best.structure.count, answer.types[0].type, answer.types[0].odds > 0.95
          print count(answer.warnings), abs(answer.bond - 2.76) < 0.005, answer.bondError < 0.01
          print answer.sizes[2].from <= 146 and answer.sizes[2].to >= 146
          print answer.best.bond == answer.best.firstShell.mean
          """#)
    #expect(output == "146 fcc true\n0 true true\ntrue\ntrue\n")
  }

  /// Facets at random distances from a random centre, which no ideal shape has.
  @Test func findsAParticleOfNoCatalogue() throws {
    let output = try printed(
      by:
        #"""
        truth = particle "Pt", motif: "fcc", atoms: 80, bond: 2.77, seed: 3
        measured = simulate truth, qmin: 1, qmax: 22, qdamp: 0.03, biso: 0.6, delta2: 2, noise: 0.01
        answer = solve measured, atoms: 40..160
        print answer.best.structure.count == truth.count, answer.types[0].type
        print "found site by site" in answer.candidates.structure, answer.kind != none, answer.families.motif
        print answer.sizes[2].from <= truth.count and answer.sizes[2].to >= truth.count
        """#)
    #expect(output == "true fcc\ntrue true fcc\ntrue\n")
  }

  @Test func showsWhatItRestsOn() throws {
    let output = try printed(by: Self.start + "\nsolve measured(truth), candidates: some")
    for words in ["fcc (> 99 %)", "146 atoms", "assumed: one particle of Pt", "independent"] {
      #expect(output.contains(words), "\(words) in \(output)")
    }
  }

  /// What the program does not know is never solved without a warning.
  @Test(arguments: [
    (#"solve(load("/tmp/deepstruc-test.gr", composition: "PtO2"), candidates: some)"#, "holds O"),
    (#"solve(measured(octahedron("Pt", length: 12, cutoff: 3)), candidates: some)"#, "beyond"),
    (
      #"solve(measured(octahedron("Pt", length: 6, bond: 2.5)), candidates: some, element: "Y")"#,
      "two Y atoms"
    ),
    (
      #"solve(simulate(truth, qmax: 22, noise: 3, seed: 4), candidates: some)"#, "nothing in common"
    ),
  ])
  func warns(_ call: String, _ words: String) throws {
    let output = try printed(
      by:
        Self.start
          + #"""

          save measured(truth), to: "/tmp/deepstruc-test.gr"
          for warning in \#(call).warnings { print warning }
          """#)
    #expect(output.contains(words), "\(output)")
  }

  @Test func asksForQmax() {
    #expect {
      _ = try printed(
        by:
          #"""
          save table(["r", "G"], [[r / 10, sin(r)] for r in 1..300]), to: "/tmp/deepstruc-noqmax.csv"
          solve "/tmp/deepstruc-noqmax.csv"
          """#)
    } throws: { "\($0)".contains("Qmax") }
  }

  @Test func aSeriesSkipsBadFiles() throws {
    let output = try printed(
      by:
        Self.start + #"""

          save measured(truth), to: "/tmp/deepstruc-a-100K.gr"
          save measured(octahedron("Pt", length: 6, bond: 2.77)), to: "/tmp/deepstruc-a-200K.gr"
          files = ["/tmp/deepstruc-a-100K.gr", "/tmp/deepstruc-missing.gr", "/tmp/deepstruc-a-200K.gr"]
          series = solve files, candidates: some
          print series.count, series.skipped.count, series.table.count
          print series[1].bond > series[0].bond
          """#)
    #expect(output.hasPrefix("warning: skipped: /tmp/deepstruc-missing.gr: no file"), "\(output)")
    #expect(output.hasSuffix("2 1 2\ntrue\n"), "\(output)")
  }

  /// The folder holds a script that gives the answer again.
  @Test func savesWhatRepeatsIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try printed(
      by:
        Self.start + #"""

          answer = solve measured(truth), atoms: 120..150, rmax: 20
          save answer, to: "\#(folder.path)/"
          print answer.verdict
          """#)
    for name in [
      "measured.gr", "best.xyz", "candidates.xyz", "candidates.csv", "types.csv", "sizes.csv",
      "answer.txt", "answer.png", "answer.pdf", "fit.png", "fit.pdf",
    ] {
      let data = try Data(contentsOf: folder.appending(path: name))
      #expect(data.count > 40, "\(name)")
    }
    let script = try String(contentsOf: folder.appending(path: "solve.deep"), encoding: .utf8)
    let lines = script.split(separator: "\n").filter { $0.hasPrefix("answer =") }
    let again = try printed(
      by:
        lines.joined().replacing("measured.gr", with: folder.path + "/measured.gr")
        + "\nprint answer.verdict")
    #expect(first == again)
  }
}
