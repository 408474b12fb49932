import Foundation

extension Model {
  /// How rare a place of the map is: the share of the learned shapes that stand in denser places, 0
  /// in the middle of what was learned, near 1 where nothing was.
  ///
  /// A PDF at a rare place is unlike all that the training showed, and what is decoded there means
  /// little. The density is that of Gaussians around the places of all shapes, as wide as the median
  /// distance to the next one.
  public func rarity(of place: [Double]) -> Double {
    guard densities.count > 1 else { return 0 }
    let density = Self.density(at: place, of: map.map(\.place), width: densityWidth)
    return Double(densities.count { $0 > density }) / Double(densities.count)
  }

  /// The median distance of a place to the next one.
  static func width(of places: [[Double]]) -> Double {
    let nearest = places.indices.map { i in
      places.indices.reduce(Double.infinity) { least, j in
        j == i ? least : min(least, square(places[i], places[j]))
      }
    }.filter { $0 > 0 && $0 < .infinity }.sorted()
    return nearest.isEmpty ? 1 : nearest[nearest.count / 2].squareRoot()
  }

  /// The logarithm of the density at a place, up to a constant.
  ///
  /// - Parameter left: the number of a place that is left out.
  static func density(
    at place: [Double], of places: [[Double]], width: Double, leavingOut left: Int? = nil
  ) -> Double {
    let exponents = places.indices.compactMap { i in
      i == left ? nil : -square(places[i], place) / (2 * width * width)
    }
    let highest = exponents.max() ?? 0
    return highest + log(exponents.reduce(0) { $0 + exp($1 - highest) })
  }

  private static func square(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += (a[i] - b[i]) * (a[i] - b[i]) }
    return sum
  }
}
