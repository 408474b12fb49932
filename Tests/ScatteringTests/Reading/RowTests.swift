import Clusters
import Foundation
import Numerics
import Scattering
import Testing

/// Rows that are not as they should be: read with a word where their meaning is clear.
struct RowTests {
  private func parse(_ text: String) throws -> PDF { try GRFile.parse(text, path: "a.gr") }

  private func expectCurve(_ pdf: PDF, from start: Int = 0, _ notes: [String]) {
    #expect(pdf.notes == notes)
    #expect(pdf.r.count == MadeUpCurve.r.count - start)
    #expect(zip(pdf.r, pdf.g).allSatisfy { abs($1 - MadeUpCurve.value($0)) < 2e-6 })
  }

  /// Replaces the lines at some places.
  private func rows(_ changed: [Int: String]) -> String {
    MadeUpCurve.rows().split(separator: "\n").enumerated().map { changed[$0] ?? String($1) }
      .joined(separator: "\n")
  }

  @Test func raggedRowsAreRead() throws {
    let lines = rows([:]).split(separator: "\n")
    let ragged = rows([10: "\(lines[10])   0.0  0.0", 11: "\(lines[11]) 0.0"])
    expectCurve(try parse("#L r G\n" + ragged), ["2 rows have not 2 columns"])
    expectCurve(try parse(rows([:]) + "\n3.00"), ["1 line behind the data left out"])
    let wide = MadeUpCurve.rows { [$0, $1, 0.1] }
    expectCurve(try parse(wide + "3.00"), ["1 line behind the data left out"])
  }

  @Test(arguments: ["nan", "NaN", "-nan", "inf", "******", "1.#QNAN", "n/a"])
  func rowsWithoutANumberAreLeftOut(_ word: String) throws {
    let first = rows([0: "0.00 \(word)", 1: "0.05 \(word)"])
    expectCurve(try parse(first), from: 2, ["2 of 60 rows without a number left out"])
    let inside = rows([30: "1.50 \(word)"])
    expectCurve(try parse(inside), from: 1, ["1 of 60 rows without a number left out"])
  }

  @Test func aHoleIsSaid() throws {
    let text = rows(Dictionary(uniqueKeysWithValues: (20..<40).map { ($0, "") }))
    #expect(try parse(text).notes == ["no data from 0.95 to 2 Å"])
  }

  @Test func aFileOfNaNSaysSo() throws {
    let rows = (0..<20).map { "\(Double($0) / 10) NaN 0.0" }
    let error = #expect(throws: FileError.self) { try parse(rows.joined(separator: "\n")) }
    #expect(error?.reason == "no data: all 20 rows hold no number")
    // A single point is read; what needs a curve refuses it.
    let one = try parse((rows + ["2.0 0.5 0.0"]).joined(separator: "\n"))
    #expect(one.r == [2])
    #expect(one.notes == ["20 of 21 rows without a number left out"])
  }

  @Test func negativeDistancesAreLeftOut() throws {
    expectCurve(
      try parse("-0.10 0.3\n-0.05 0.2\n" + rows([:])), ["2 rows of negative r left out"])
  }

  @Test func textBehindTheDataIsLeftOut() throws {
    expectCurve(
      try parse(rows([:]) + "\n# end of data\nTotal points 60\nby somebody\n"),
      ["2 lines behind the data left out"])
  }

  @Test func numbersInAnUnmarkedHeaderAreLeftOut() throws {
    expectCurve(
      try parse("Pt particles\n22.0 1.0\nmeasured 2021\n" + rows([:])), [])
    expectCurve(
      try parse("60 0.05\n" + rows([:])), ["1 line of numbers before the data left out"])
    expectCurve(try parse("  60\n title of the data\n" + rows([:])), [])
  }

  @Test func descendingRowsAreTurnedRound() throws {
    let text = rows([:]).split(separator: "\n").reversed().joined(separator: "\n")
    expectCurve(try parse(text), ["the rows descend and are turned round"])
  }

  @Test(arguments: ["%.2f\t%.6f", "%.2f;%.6f", "%.2f  %.6f", "%.2f ; %.6f"])
  func decimalCommasAreRead(_ format: String) throws {
    let text = MadeUpCurve.rows(format).replacing(".", with: ",")
    for header in ["", "r;G\n", "# r G\n"] {
      expectCurve(try parse(header + text), ["commas are read as decimal points"])
    }
  }

  @Test func typesettersMinusAndBlanksAreRead() throws {
    expectCurve(try parse(rows([:]).replacing("-", with: "−")), [])
    expectCurve(try parse(rows([:]).replacing(" ", with: "\u{A0}")), [])
  }

  @Test func commasThatMeanBothAreRefused() throws {
    let text = MadeUpCurve.rows("%.2f,%.6f").replacing(".", with: ",")
    let error = #expect(throws: FileError.self) { try parse("r,G\n" + text) }
    #expect(
      error?.description
        == "a.gr:2: commas stand for the decimal point and between the columns; part the columns "
        + "by semicolons")
  }

  @Test func tooFewDigitsAreTheCause() throws {
    let error = #expect(throws: FileError.self) { try parse(MadeUpCurve.rows("%.0f %.6f")) }
    #expect(
      error?.description == "a.gr:2: r is 0 Å after 0 Å; r is written with too few digits")
  }

  @Test(arguments: [
    (30, "1.50 abc", "a.gr:31: 'abc' is no number"),
    (30, "zero 0.1", "a.gr:31: 'zero' is no number"),
    (59, "2.95 1.2e", "a.gr:60: '1.2e' is no number"),
    (30, "1.50", "a.gr:31: r and G are expected, not '1.50'"),
    (30, "here it breaks", "a.gr:31: text among the data: 'here it breaks'"),
    (30, "0.10 0.3", "a.gr:31: r is 0.1 Å after 1.45 Å; distances must ascend"),
  ])
  func whatIsNotClearIsRefused(_ place: Int, _ line: String, _ message: String) throws {
    let error = #expect(throws: FileError.self) { try parse(rows([place: line])) }
    #expect(error?.description == message)
  }

  @Test func whatIsSaidWins() throws {
    var said = SaidConditions()
    (said.qmin, said.qmax, said.qdamp, said.qbroad) = (0.5, 28, 0.03, 0.02)
    (said.temperature, said.composition) = (90, .init("Au146"))
    let text = "qmin = 1\nqmax = 20\ncomposition = Pt\ntemp = 300\n" + rows([:])
    let pdf = try GRFile.parse(text, path: "a.gr", said: said)
    #expect((pdf.qmin, pdf.qmax, pdf.qdamp, pdf.qbroad) == (0.5, 28, 0.03, 0.02))
    #expect(pdf.temperature == 90 && pdf.metal?.symbol == "Au")
    said.qmin = 30
    let error = #expect(throws: FileError.self) {
      try GRFile.parse(text, path: "a.gr", said: said)
    }
    #expect(error?.reason == "qmin is 30 Å⁻¹, but must be below qmax, 28 Å⁻¹")
  }

  @Test func qmaxZeroIsUnknown() throws {
    let pdf = try parse("#qmax=0   correction not applied\n##### start data\n" + rows([:]))
    #expect(pdf.qmax == nil)
    #expect(pdf.notes == ["Qmax 0 means that no end of the transform is known"])
  }
}
