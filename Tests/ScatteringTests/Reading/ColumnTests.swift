import Foundation
import Numerics
import Scattering
import Testing

/// Which columns of a file are taken, and which files are refused by what their columns are.
struct ColumnTests {
  private func parse(
    _ text: String, column: ColumnChoice? = nil, density: Double? = nil, path: String = "a.gr"
  ) throws -> PDF {
    var said = SaidConditions()
    said.column = column
    said.density = density
    return try GRFile.parse(text, path: path, said: said)
  }

  private func expectCurve(
    _ pdf: PDF, _ value: (Double) -> Double = MadeUpCurve.value, tolerance: Double = 2e-6
  ) {
    #expect(pdf.r.count == MadeUpCurve.r.count)
    #expect(zip(pdf.r, MadeUpCurve.r).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(zip(pdf.r, pdf.g).allSatisfy { abs($1 - value($0)) < tolerance })
  }

  @Test(arguments: [
    "#L r G(r)\n", "# r               g(r)\n", "r,G\n", "r (A)  G (A^-2)\n",
    "#L r(Å)  G(Å$^{-2}$)\n",
    "Distance / Å\tG(r) / Å⁻²\n", "x y\n", "# r [Angstrom]   PDF\n", "\"r\";\"G(r)\"\n",
  ])
  func namesInAnyForm(_ names: String) throws { expectCurve(try parse(names + MadeUpCurve.rows())) }

  @Test(arguments: ["G,r\n", "# G(r) r\n", "g(r);r (Å)\n"])
  func swappedColumnsAreFoundByName(_ names: String) throws {
    expectCurve(try parse(names + MadeUpCurve.rows { [$1, $0] }))
  }

  @Test func aColumnThatCountsIsLeftOut() throws {
    for start in [0.0, 1] {
      var row = start - 1
      let text = MadeUpCurve.rows { r, g in
        row += 1
        return [row, r, g]
      }
      let pdf = try parse(text)
      expectCurve(pdf)
      #expect(pdf.notes == ["the first column counts the rows and is left out"])
    }
    var row = 0.0
    let named = MadeUpCurve.rows { r, g in
      row += 1
      return [row, r, g]
    }
    expectCurve(try parse("index r G\n" + named))
  }

  @Test func nanometresBecomeAngstroms() throws {
    for name in ["#L r(nm) G", "r [nm], G", "# r/nm  G(r)"] {
      let pdf = try parse(name + "\n" + MadeUpCurve.rows { [$0 / 10, $1] })
      expectCurve(pdf, tolerance: 1e-5)
      #expect(pdf.notes == ["r is given in nm"])
    }
  }

  @Test(arguments: ["#L r G dG\n", "#L r G(r) error\n", "# r, G, sigma\n", ""])
  func errorsAreKept(_ names: String) throws {
    let pdf = try parse(names + MadeUpCurve.rows { [$0, $1, 0.01 + 0.001 * $0] })
    expectCurve(pdf)
    let errors = try #require(pdf.errors)
    #expect(zip(pdf.r, errors).allSatisfy { abs($1 - 0.01 - 0.001 * $0) < 2e-6 })
    #expect(pdf.cut(0.5...1).errors?.count == pdf.cut(0.5...1).r.count)
  }

  @Test func aColumnOfOnesOrWithNegativeNumbersIsNoError() throws {
    #expect(try parse(MadeUpCurve.rows { [$0, $1, 1] }).errors == nil)
    #expect(try parse(MadeUpCurve.rows { [$0, $1, $1 / 2] }).errors == nil)
    #expect(try parse(MadeUpCurve.rows { [$0, $1, 0, 1] }).errors == nil)
  }

  /// PDFgui's .fgr: G(r) is the calculated curve, and Gdiff what the data have more.
  @Test(arguments: ["a.fgr", "a.gr"])
  func fitsGiveTheMeasuredCurve(_ path: String) throws {
    let text =
      "##### PDFgui fit\nqmax=25.00\n##### start data\n#L r(A) G(r) d_r d_Gr Gdiff\n"
      + MadeUpCurve.rows { [$0, 0.9 * $1, 0, 1, 0.1 * $1] }
    let pdf = try parse(text, path: path)
    expectCurve(pdf)
    #expect(pdf.qmax == 25)
    #expect(
      pdf.notes == ["the measured curve is the sum of G(r) and Gdiff; column: takes another"])
    let calculated: [ColumnChoice] = [.name("calculated"), .name("G(r)"), .place(2)]
    for choice in calculated {
      expectCurve(try parse(text, column: choice, path: path), { 0.9 * MadeUpCurve.value($0) })
    }
    for choice in [ColumnChoice.name("difference"), .name("gdiff"), .place(5)] {
      expectCurve(try parse(text, column: choice, path: path), { 0.1 * MadeUpCurve.value($0) })
    }
  }

  @Test(arguments: ["r Gobs Gcalc Gdiff", "r G_exp G_fit diff", "r, Data, Model, Residual"])
  func theMeasuredColumnIsTaken(_ names: String) throws {
    let pdf = try parse(names + "\n" + MadeUpCurve.rows { [$0, $1, 5, 6] })
    expectCurve(pdf)
    #expect(pdf.notes.count == 1)
    #expect(pdf.notes[0].hasPrefix("the curve is the column "))
    expectCurve(
      try parse(names + "\n" + MadeUpCurve.rows { [$0, 5, $1, 6] }, column: .name("calculated")))
  }

  @Test func aColumnThatIsNotThereIsSaid() throws {
    let text = "#L r G dG\n" + MadeUpCurve.rows { [$0, $1, 0.1] }
    let named = #expect(throws: FileError.self) { try parse(text, column: .name("Gcalc")) }
    #expect(
      named?.description == "a.gr: there is no column 'Gcalc'; its 3 columns: r, G, dG")
    let placed = #expect(throws: FileError.self) { try parse(text, column: .place(7)) }
    #expect(placed?.description == "a.gr: there is no column 7; it has 3")
  }

  @Test(arguments: [
    ("# Q(1/A) I(Q)\n", "a.dat", "intensities I(Q)"), ("#L Q I\n", "a.gr", "intensities I(Q)"),
    ("Q,Intensity\n", "a.csv", "intensities I(Q)"), ("#T I(Q) PDF\n", "a.txt", "intensities I(Q)"),
    ("", "a.iq", "intensities I(Q)"), ("# 2theta intensity\n", "a.txt", "2θ"),
    ("tth,counts\n", "a.csv", "2θ"), ("# 2θ I\n", "a.dat", "2θ"), ("Q,S(Q)\n", "a.csv", "S(Q)"),
    ("#L Q     S(Q)\n", "a.gr", "S(Q)"), ("#L Q F\n", "a.dat", "F(Q)"), ("", "a.fq", "F(Q)"),
    ("outputtype = sq\n#### start data\n", "a.dat", "S(Q)"), ("r T(r)\n", "a.dat", "T(r)"),
    ("r RDF\n", "a.dat", "R(r)"), ("#L Q G(r)\n", "a.gr", "the other is Q"),
  ])
  func otherCurvesAreRefusedByName(_ names: String, _ path: String, _ kind: String) throws {
    let error = #expect(throws: FileError.self) {
      try parse(names + MadeUpCurve.rows(), path: path)
    }
    #expect(try #require(error).reason.contains(kind), "\(error?.reason ?? "")")
  }

  /// A g(r) of Gaussian shells that ends at 1, to 20 Å.
  private func pairDistribution(_ r: Double) -> Double {
    r < 1.5 ? 0 : 1 + 3 * exp(-pow(r - 2.7, 2) / 0.05) - exp(-pow(r - 1.5, 2) / 0.5)
  }

  @Test func gOfRIsRecognisedAndConvertedWithADensity() throws {
    let r = (0..<400).map { Double($0) * 0.05 }
    let density = 0.066
    let curves: [(String, (Double) -> Double)] = [
      ("g(r), which ends at 1", { pairDistribution($0) }),
      ("g(r) − 1, which starts from a constant", { 0.7 * (pairDistribution($0) - 1) }),
    ]
    for (name, curve) in curves {
      let text = "# r g(r)\n" + r.map { String(format: "%.2f %.8f\n", $0, curve($0)) }.joined()
      let error = #expect(throws: FileError.self) { try parse(text) }
      #expect(
        error?.reason
          == "this is \(name), not G(r); with density: in atoms per Å³ it is converted")
      let pdf = try parse(text, density: density)
      for (r, g) in zip(pdf.r, pdf.g) {
        #expect(abs(g - 4 * Double.pi * density * r * (pairDistribution(r) - 1)) < 1e-5)
      }
    }
  }

  @Test func whatGrowsWithoutEndIsNoPDF() throws {
    let r = (0..<400).map { Double($0) * 0.05 }
    let text = r.map { String(format: "%.2f %.8f\n", $0, $0 * pairDistribution($0)) }.joined()
    let error = #expect(throws: FileError.self) { try parse(text) }
    #expect(error?.reason == "this curve grows with r, as T(r) and R(r) do: it is no G(r)")
  }

  @Test func noiseAndStraightLinesAreDoubted() throws {
    var state: UInt64 = 1
    let noise = (0..<1500).map { place in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(format: "%.2f %.5f\n", Double(place) * 0.02, Double(state >> 40) / 1e7)
    }
    #expect(
      try parse("# qmax = 22\n" + noise.joined()).doubts
        == ["neighbouring points of G have nothing in common, as in noise"])
    let line = (0..<1500).map {
      String(format: "%.2f %.5f\n", Double($0) * 0.02, Double($0) * -0.01)
    }
    #expect(try parse(line.joined()).doubts == ["G runs along a straight line without peaks"])
    #expect(try parse(MadeUpCurve.rows()).doubts.isEmpty)
  }
}
