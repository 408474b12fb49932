import Clusters
import Testing

struct BulkTests {
  /// Distances of closest approach at 20 °C as B. D. Cullity's Elements of X-Ray Diffraction lists
  /// them (appendix 13), which uses other measurements; to 0.4 %.
  @Test(arguments: [
    ("Ag", 2.888), ("Al", 2.862), ("Au", 2.884), ("Cu", 2.556), ("Ni", 2.491), ("Pd", 2.750),
    ("Pt", 2.775), ("Cr", 2.498), ("Fe", 2.482), ("W", 2.739), ("Co", 2.497), ("Cd", 2.979),
    ("Be", 2.225), ("Zn", 2.664), ("Eu", 3.968),
  ])
  func nearestNeighbours(_ symbol: String, _ distance: Double) throws {
    let metal = try #require(Element(symbol))
    let nearest = try #require(metal.bulkNearest)
    #expect(abs(nearest / distance - 1) < 4e-3)
  }

  @Test func isUnknownOfOtherLattices() {
    #expect(Element("Mn")?.bulkNearest == nil && Element("O")?.bulkNearest == nil)
  }
}
