import Numerics
import Script
import Testing
import Workbench

@Suite struct ComparingTests {
  /// scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]) = 0.820782681668123 (its docs).
  @Test func rankCorrelationIsScipys() throws {
    let rho = try #require(try Ranks.correlation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]))
    #expect(abs(rho - 0.820_782_681_668_123) < 1e-12)
  }

  @Test func equalNumbersShareTheirRank() throws {
    #expect(try Ranks.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    #expect(try Ranks.correlation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(try Ranks.correlation([], []) == nil)
  }

  @Test(arguments: [
    ("displacement(c, c)", "0"),
    ("round(displacement(c, icosahedron(\"Au\", shells: 2, bond: 2 * c.bond)) / meanAbs, 9)", "1"),
    ("rankCorrelation([1, 2], [2, 1])", "-1"), ("rankCorrelation([1, 1], [2, 1])", "none"),
  ])
  func commandAnswers(code: String, answer: String) throws {
    // Twice as large, each coordinate moves by itself.
    let start = """
      c = icosahedron("Au", shells: 2)
      meanAbs = mean([mean([abs(x) for x in p]) for p in c.positions])

      """
    #expect(try PlottingTests.run(start + "print \(code)") == answer + "\n")
  }

  @Test func lengthsHaveToAgree() throws {
    let error = try #require(throws: Diagnostic.self) {
      try PlottingTests.run("print rankCorrelation([1], [1, 2])")
    }
    #expect("\(error)".contains("1 numbers have no order with 2"))
  }
}
