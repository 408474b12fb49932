import Clusters
import Numerics
import Testing

import Scattering

struct PairTablesTests {
  /// Tables by one matrix product give the PDFs of tables that are summed distance by distance.
  @Test func agreeWithExactTables() throws {
    let shapes = [
      Motif.fcc.sites(within: 3).map(\.position), Motif.fiveFold.sites(within: 2.2).map(\.position),
    ]
    let places = (0..<200).map { 0.7 + 0.04 * Double($0) }
    let axis = BatchSimulator.Axis(places, spacing: 0.05, end: 100)
    var random = RandomGenerator(seed: 1)
    var conditions = DrawnConditions(.paper, from: &random)
    conditions.bond = 2.8
    let samples: [BatchSimulator.Sample] = [(0, conditions), (1, conditions)]
    func rows(_ simulator: BatchSimulator) -> [Float] {
      var random = RandomGenerator(seed: 2)
      let rows = Buffer(count: 400)
      simulator.write(
        samples, over: axis, unit: \.bond, noiseFrom: &random,
        to: UnsafeMutableBufferPointer(start: rows.pointer, count: 400), width: 200)
      return rows.array
    }
    let tables = PairTables(reach: 19).tables(of: shapes)
    let (exact, quick) = (rows(BatchSimulator(shapes)), rows(BatchSimulator(tables: tables)))
    // Of a largest value of 1.
    #expect(zip(exact, quick).allSatisfy { abs($0 - $1) < 5e-3 })
    #expect(exact.max() ?? 0 > 0.9)
  }
}
