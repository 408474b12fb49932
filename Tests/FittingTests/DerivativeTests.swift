import Clusters
import Fitting
import Foundation
import Scattering
import Testing

/// Every quantity that a fit can vary, against differences of G(r).
struct DerivativeTests {
  private static let values: [Quantity: Double] = [
    .scale: 0.8, .expansion: 1.02, .biso: 0.6, .delta1: 0.4, .delta2: 1.5, .qbroad: 0.02,
    .qdamp: 0.05,
    .diameter: 24, .spread: 0.2, .strain: 0.02, .faults: 0.15, .offset: 0.1,
    .slope: -0.01,
  ]

  private static let steps: [Quantity: Double] = [
    .expansion: 1e-4, .qbroad: 1e-3, .qdamp: 1e-3, .diameter: 0.1, .spread: 3e-3, .strain: 5e-4,
    .faults: 0.01,
  ]

  /// Central differences err by h², and single precision by 1e-6/h, of G.
  @Test(arguments: Quantity.fitted)
  func isThatOfDifferences(_ quantity: Quantity) throws {
    let platinum = try #require(Element("Pt"))
    let cluster = try Cluster.icosahedron(platinum, shells: 3)
    let pdf = try cluster.pdf()
    let phases: [Phase] = [
      .cluster(cluster), .cluster(try .hcp(platinum, size: [3, 3, 3])),
      .crystal(try Crystal(platinum)), .crystal(try Crystal(try #require(Element("Co")))),
      .ensemble(try Ensemble(platinum, of: .truncatedOctahedra)),
    ]
    var count = 0
    for phase in phases where Refinement.all.applied(to: phase).vary.contains(quantity) {
      count += 1
      var settings = Refinement.all.applied(to: phase)
      settings.rmin = 2
      let value = Self.values[quantity] ?? quantity.usual
      let h = Self.steps[quantity] ?? 0.01
      func curve(_ value: Double) throws -> (g: [Double], derivative: [Double]) {
        let at = Self.values.merging([quantity: value]) { $1 }
        let curve = try settings.curve(of: phase, at: at, like: pdf)
        let place = try #require(settings.vary.firstIndex(of: quantity))
        return (curve.g, curve.derivatives[place])
      }
      let exact = try curve(value).derivative
      let (low, high) = (try curve(value - h).g, try curve(value + h).g)
      let largest = try #require(exact.map(abs).max())
      #expect(largest > 0)
      for i in exact.indices {
        let difference = (high[i] - low[i]) / (2 * h)
        #expect(abs(difference - exact[i]) < 5e-3 * largest, "\(quantity.name) of \(phase.label)")
      }
    }
    #expect(count > 1)
  }
}

extension Refinement {
  /// All that can be varied is.
  fileprivate static var all: Refinement {
    var settings = Refinement()
    settings.vary = Quantity.fitted
    return settings
  }
}
