import Clusters
import Foundation
import Numerics
import Scattering
import Testing

/// Published PDFs of other origins, in `measured` of the folder that DEEPSTRUC_DATA names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] != nil))
struct MeasuredOriginTests {
  private func read(_ name: String) throws -> PDF {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"])
    return try GRFile.read("\(folder)/measured/\(name)")
  }

  @Test(
    arguments: [
      ("Ni-bulk.gr", 0.5, 25, "Ni", nil, 6001),
      ("Pt-nanoparticles-4nm.gr", 0.1, 25, "Pt", nil, 6001),
      ("Au-laboratory.gr", 2.4, 10, "Au", nil, 3001), ("Au146pMBA.gr", nil, nil, nil, nil, 300),
      ("ni-q27r60-xray.gr", 0.01, 27, "Ni", 300, 5999),
      ("npdf_07334.gr", 0.85, 35, "Mn0.5 O0.5", 15, 2000), ("NiTi.gr", nil, nil, nil, nil, 1999),
      ("CdSe-1.gr", 1, 19, "Cd Se", nil, 5001), ("tio2.gr", 0.7, 16, "TiO2", nil, 10001),
      ("Ce6-oxo-cluster.gr", 0.7, 24, "CeO2", nil, 6001),
      ("pb_100_qmin1.gr", nil, nil, nil, nil, 3500),
      ("si-ragged.gr", nil, nil, nil, nil, 197), ("MnOfit_PDFgui.fgr", nil, 35, nil, 15, 4952),
      ("008162.mdor01", nil, nil, nil, nil, 1),
    ] as [(String, Double?, Double?, String?, Double?, Int)])
  func isRead(
    _ name: String, _ qmin: Double?, _ qmax: Double?, _ composition: String?,
    _ temperature: Double?, _ points: Int
  ) throws {
    let pdf = try read(name)
    #expect(pdf.qmin == qmin)
    #expect(pdf.qmax == qmax)
    #expect(pdf.composition?.description == composition)
    #expect(pdf.temperature == temperature)
    #expect(pdf.r.count == points)
  }

  /// PDFgui's calculated curve and its difference add up to the data that were fitted: to another
  /// reduction of the same run, whose scale is 1.013 of this one's (numpy's fit of a line).
  @Test func theFitGivesItsDataBack() throws {
    let (fit, data) = (try read("MnOfit_PDFgui.fgr"), try read("npdf_07334.gr"))
    let part = data.cut(2...19.9)
    let rest = fit.resampled(on: part.r).minus(part.scaled(by: 1.013))
    func square(_ pdf: PDF) -> Double { pdf.g.reduce(0) { $0 + $1 * $1 } }
    #expect(square(rest) < 0.01 * 0.01 * square(part))
    #expect(fit.qdamp == 0.0142651 && fit.qbroad == 0.0240589)
  }

  @Test func errorsAreKept() throws {
    #expect(try read("npdf_07334.gr").errors?.first == 0.8087)
    #expect(try read("ni-q27r60-xray.gr").errors?.last == 7.797623e-4)
    #expect(try read("Ni-bulk.gr").errors == nil)
  }

  @Test(arguments: [
    ("CdSe-1.gr", "Cd Se holds Se besides Cd"), ("tio2.gr", "TiO2 holds O besides Ti"),
    ("Ce6-oxo-cluster.gr", "CeO2 holds O besides Ce"),
    ("npdf_07334.gr", "Mn0.5 O0.5 holds O besides Mn"),
    ("series-a_210K.gr", "SrFe2As2 holds Sr, As besides Fe"),
  ])
  func whatIsNoSingleMetalIsDoubted(_ name: String, _ doubt: String) throws {
    #expect(try read(name).doubts == [doubt + "; the program knows particles of one metal alone"])
  }

  @Test(arguments: [
    "Ni-bulk.gr", "Pt-nanoparticles-4nm.gr", "Au-laboratory.gr", "Au146pMBA.gr",
    "ni-q27r60-xray.gr", "pb_100_qmin1.gr", "NiTi.gr",
  ])
  func aPDFIsNotDoubtedByItsShape(_ name: String) throws { #expect(try read(name).doubts.isEmpty) }

  @Test func aSeriesTellsItsTemperatures() throws {
    let names = [
      "a_210", "b_204", "c_198", "d_192", "e_186", "f_180", "g_174",
    ].map { "series-\($0)K.gr" }
    let series = PDFSeries(try names.map(read))
    let column = try #require(series.columns.first)
    #expect(column.name == "temperature")
    #expect(column.values == [210, 204, 198, 192, 186, 180, 174])
  }
}
