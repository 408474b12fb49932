import Scattering
import Testing

struct NameNumberTests {
  @Test(
    arguments: [
      ("a_210K.gr", [("k", 210.0)]), ("Pt_t30_frame0012.gr", [("t", 30), ("frame", 12)]),
      ("run-7.gr", [("run", 7)]), ("sample_1p5h.gr", [("h", 1.5)]), ("x2.5min.gr", [("min", 2.5)]),
      ("JQ_S1.gr", [("s", 1)]), ("gold.gr", []), ("00012.gr", [("", 12)]),
      ("Au144PET_100K-00000.gr", [("au", 144), ("k", 100), ("", 0)]),
    ] as [(String, [(String, Double)])])
  func numbersOfNames(_ name: String, _ expected: [(String, Double)]) {
    let numbers = NameNumber.all(in: name)
    #expect(numbers.map(\.label) == expected.map(\.0))
    #expect(numbers.map(\.value) == expected.map(\.1))
  }

  private func pdf(_ name: String, _ header: String) throws -> PDF {
    try GRFile.parse(header + "\n" + MadeUpCurve.rows(), path: name)
  }

  @Test func aSeriesHasColumnsForWhatDiffers() throws {
    let series = PDFSeries([
      try pdf("a_1min_210K.gr", "qmax = 25\npressure = 1.0\ncomposition = Pt\nruns = 5"),
      try pdf("a_3min_204K.gr", "qmax = 25\npressure = 2.0\ncomposition = Pt\nruns = 5"),
      try pdf("a_9min_198K.gr", "qmax = 25\npressure = 4.5\ncomposition = Pt\nruns = 5"),
    ])
    #expect(series.columns.map(\.name) == ["temperature", "pressure", "min"])
    #expect(series.columns.map(\.values) == [[210, 204, 198], [1, 2, 4.5], [1, 3, 9]])
    #expect(series.columns[0].unit == "K")
    #expect(series.order?.name == "temperature")
  }

  /// How data were made may differ too, and orders nothing.
  @Test func whatTwoFilesShareIsNoOrder() throws {
    func series(_ third: String) throws -> PDFSeries {
      PDFSeries([
        try pdf("S1.gr", "bgscale = 0.9"), try pdf("S2.gr", "bgscale = 0.9"),
        try pdf(third, "bgscale = 0.8"),
      ])
    }
    #expect(try series("S3.gr").order?.name == "s")
    #expect(try series("gold.gr").order == nil)
  }

  @Test func whatOnlySomeFilesHaveIsNoColumn() throws {
    let series = PDFSeries([
      try pdf("a1.gr", "pressure = 1"), try pdf("a2.gr", ""), try pdf("b.gr", "pressure = 2"),
    ])
    #expect(series.columns.isEmpty)
  }
}
