import Foundation
import Numerics

/// A surface up to its size: a gauge for every place, of which the smallest are inside.
struct RandomSurface {
  private let centre: SIMD3<Double>
  private let form: Form

  private enum Form {
    /// The inverse distance of every facet.
    case facets([Double])
    /// Stretched along an axis.
    case ellipsoid(axis: SIMD3<Double>, stretch: Double)
  }

  /// - Parameter kind: 0 to 1, which says what kind of surface it is.
  init(_ kind: Double, of table: FacetHeights, from random: inout RandomGenerator) {
    let height = random.uniform(in: -1...1)
    let angle = random.uniform(in: 0...(2 * .pi))
    let ring = (1 - height * height).squareRoot()
    let axis = SIMD3(ring * cos(angle), ring * sin(angle), height)
    let stretch = random.uniform(in: 0.8...1.25)
    let isIdeal = kind < 0.3
    let choices = table.motif.ballCentres
    let drawn = SIMD3(
      random.uniform(in: -0.6...0.6), random.uniform(in: -0.6...0.6), random.uniform(in: -0.6...0.6)
    )
    centre = isIdeal ? choices[Int(clamping: random.uniform() * Double(choices.count))] : drawn
    if kind > 0.85 {
      form = .ellipsoid(axis: axis, stretch: stretch * stretch)
      return
    }
    let isUneven = kind > 0.65
    var families: [String: Double] = [:]
    form = .facets(
      table.facets.map { facet in
        let family = families[facet.family] ?? random.uniform(in: 0.8...1.4)
        families[facet.family] = family
        let along = (facet.normal * axis).sum()
        let stretched = (1 + (stretch * stretch - 1) * along * along).squareRoot()
        let moved = isUneven ? random.uniform(in: 0.85...1.15) : 1
        return 1 / (family * moved * (isIdeal ? 1 : stretched))
      })
  }

  /// The gauges of the sites of a table within a distance of its origin.
  func gauges(of table: FacetHeights, within reach: Double) -> [Float] {
    let count = table.count(within: reach)
    switch form {
    case .facets(let inverse):
      return table.gauges(
        count, minus: table.lanes(table.heights(of: centre), padding: 0),
        times: table.lanes(inverse, padding: 1))
    case .ellipsoid(let axis, let stretch):
      return table.sites.prefix(count).map { site in
        let step = site.position - centre
        let along = (step * axis).sum() * (1 / stretch - 1)
        return Float(length(step + along * axis))
      }
    }
  }
}
