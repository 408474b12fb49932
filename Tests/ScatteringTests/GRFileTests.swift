import Numerics
import Foundation
import Testing

import AwkwardText
import Clusters
import Scattering

struct GRFileTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "malformed").path

  private static let malformed = (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".gr") }.sorted()

  @Test func thereAreManyMalformedFiles() { #expect((Self.malformed?.count ?? 0) >= 30) }

  /// `messages.txt` has the message of every file in the folder, one a line.
  @Test(arguments: malformed ?? [])
  func aMalformedFileSaysWhereAndWhy(_ name: String) throws {
    let messages = try String(contentsOfFile: Self.folder + "/messages.txt", encoding: .utf8)
    let error = #expect(throws: FileError.self) { _ = try GRFile.read("\(Self.folder)/\(name)") }
    let message = try #require(error).description
    #expect(
      messages.split(separator: "\n").contains { $0 == message }, "unexpected: \(message)")
  }

  /// What a PDF is called says nothing of how it was measured.
  @Test func awkwardNamesSayNothing() throws {
    let r = (1...20).map { Double($0) / 10 }
    let tails = [
      "", "qmax = 9, qmin = 8", "; T = 5 K", "composition = Pt", "#### start data\n9 9\n",
    ]
    for (i, text) in AwkwardText.all.enumerated() {
      let name = text + tails[i % tails.count]
      let pdf = PDF(name: name, r: r, g: r.map { sin(9 * $0) / $0 })
      let again = try parse(GRFile.text(of: pdf))
      #expect(again.qmin == nil && again.qmax == nil, "\(name.debugDescription)")
      #expect(again.temperature == nil && again.composition == nil, "\(name.debugDescription)")
      #expect(again.r.count == r.count)
    }
  }

  private func parse(_ text: String) throws -> PDF { try GRFile.parse(text, path: "a.gr") }

  /// Headers as the programs write them, cut short.
  @Test(arguments: [
    (
      "PDFgetX3",
      """
      [DEFAULT]

      version = pdfgetx3-1.0

      # PDF calculation setup
      mode = xray
      composition = Au
      qmaxinst = 29
      qmin = 1.33
      qmax = 28.0

      # End of config ----

      #### start data
      #S 1
      #L r($\\AA$)  G($\\AA^{-2}$)
      0 0
      0.01 -0.02
      0.02 -0.04
      0.03 -0.06
      """
    ),
    (
      "xPDFsuite",
      """
      # xPDFsuite Configuration #
      [PDF]
      wavelength = 0.1
      composition = Au
      qmaxinst = 30.0
      qmin = 1.33
      qmax = 28.0
      rmax = 50.0

      #### start data
      #S 1
      #L r  G
      0.0 0.0
      0.01 -0.02
      0.02 -0.04
      0.03 -0.06
      """
    ),
    (
      "PDFgetX2",
      """
      History written: Mon Sep 4 10:00:00 2006
      ##### General_Setting
      title=gold
      ##### Calculation
      qmin=1.33000
      qmax=28.00000
      composition="Au"
      ##### start data
      #F gold.gr
      #L r G(r) d_r d_Gr
      0.00000 0.00000 0.0 1.0
      0.01000 -0.02000 0.0 1.0
      0.02000 -0.04000 0.0 1.0
      0.03000 -0.06000 0.0 1.0
      """
    ),
    (
      "PDFgetN",
      """
      History written: Mon Sep 4 10:00:00 2006
      # qmin: 1.33
      # QMAX: 28.0
      # formula: Au
      ##### start data
      #O0 rg_int sig_rg_int low_int
      #S 1 - PDF from PDFgetN
      #P0 -22.0 1.1 0.3
      #L r G(r) dr dG(r)
      0.0D+00 0.0D+00 0.0 1.0
      1.0D-02 -2.0D-02 0.0 1.0
      2.0D-02 -4.0D-02 0.0 1.0
      3.0D-02 -6.0D-02 0.0 1.0
      """
    ),
    (
      "PDFgui",
      """
      History written: Mon Sep 4 10:00:00 2006
      Initiated by PDFgui
      composition = Au
      qmin = 1.33 qdamp=0.04
      qmax = 28 # as fitted
      ##### start data
      #L r(A) G(r) d_r d_Gr Gdiff
      0 0 0 1 0.1
      0.01 -0.02 0 1 0.1
      0.02 -0.04 0 1 0.1
      0.03 -0.06 0 1 0.1
      """
    ),
    (
      "commas",
      "# qmin = 1.33\n# qmax = 28\n# composition = Au\nr,G\n0,0\n.01,-2e-2\n.02,-.04\n.03,-.06"
    ),
  ])
  func readsWhatProgramsWrite(_ program: String, _ text: String) throws {
    let variants = [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text + "\n\n"]
    for text in variants {
      let pdf = try parse(text)
      #expect(pdf.qmin == 1.33)
      #expect(pdf.qmax == 28)
      #expect(pdf.composition?.description == "Au")
      #expect(pdf.metal?.symbol == "Au")
      #expect(pdf.r == [0, 0.01, 0.02, 0.03])
      #expect(pdf.g == [0, -0.02, -0.04, -0.06])
    }
  }

  @Test func plainColumnsKnowNothingMore() throws {
    let pdf = try parse("0.5\t1\n1.5\t2\n3\t4\n7\t5\n")
    #expect(pdf.qmax == nil && pdf.qmin == nil && pdf.composition == nil && pdf.metal == nil)
    #expect(pdf.r == [0.5, 1.5, 3, 7])
  }

  @Test(arguments: [
    ("Au144 S60 C180", "Au"), ("C180H120Au144S60", "Au"), ("Pt", "Pt"), ("Pt0.75Ni0.25", "Pt"),
    ("FeO", "Fe"), ("AuCu3", "Cu"),
  ])
  func theMetalIsFound(_ composition: String, _ metal: String) {
    let pdf = PDF(name: "a", r: [], g: [], composition: Composition(composition))
    #expect(pdf.metal?.symbol == metal)
  }

  @Test func whatIsWrittenComesBack() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gr").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let gold = try #require(Element("Au"))
    let pdf = try Cluster.icosahedron(gold, shells: 2).pdf()
    try GRFile.write(pdf, to: path)
    let back = try GRFile.read(path)
    #expect(back.r.count == pdf.r.count)
    #expect((back.qmin, back.qmax, back.qdamp) == (0.7, 25, 0))
    #expect(back.composition?.description == "Au13")
    #expect(zip(back.r, pdf.r).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(zip(back.g, pdf.g).allSatisfy { abs($0 - $1) < 1e-8 * pdf.largest })
  }
}

/// The measured PDFs of the paper, in the folder that DEEPSTRUC_DATA names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] != nil))
struct MeasuredFileTests {
  @Test(arguments: [
    ("Au144pMBA", 1.33, 28.0, "Au", "Au", 0.0, 20.0),
    ("JQ_S1", 1.0, 21.998245281, "Pt", "Pt", 0, 50),
    ("JQ_S2", 1.0, 21.998245281, "Pt", "Pt", 0, 50),
    ("JQ_S3", 1.0, 21.998245281, "Pt", "Pt", 0, 50),
    ("Au144PET_100K-00000", 0.8, 26, "Au144 S60 C180", "Au", 0, 30),
  ])
  func isRead(
    _ name: String, _ qmin: Double, _ qmax: Double, _ composition: String, _ metal: String,
    _ rmin: Double, _ rmax: Double
  ) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"])
    let pdf = try GRFile.read("\(folder)/experimental/\(name).gr")
    #expect(pdf.qmin == qmin && pdf.qmax == qmax)
    #expect(pdf.composition?.description == composition && pdf.metal?.symbol == metal)
    #expect(pdf.r.first == rmin)
    #expect(try abs(#require(pdf.r.last) - rmax) < 0.011)
    #expect(pdf.lacking(rmin...(rmax - 0.02)) == nil)
  }
}
