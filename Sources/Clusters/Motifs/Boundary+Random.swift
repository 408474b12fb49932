import Foundation

extension Boundary {
  /// A boundary that nobody has seen: facets at random distances around a random centre.
  ///
  /// Each family of facets stands 0.8 to 1.4 radii out, all stretched by 0.8 to 1.25 along a random
  /// axis, around a centre within one bond of the motif's own. All facets are then moved together
  /// until about `atoms` sites are enclosed.
  public static func random(
    _ motif: Motif, atoms: Int, using generator: inout some RandomNumberGenerator
  ) -> Boundary {
    func uniform(_ low: Double, _ high: Double) -> Double {
      Double.random(in: low...high, using: &generator)
    }
    let (height, angle) = (uniform(-1, 1), uniform(0, 2 * .pi))
    let ring = (1 - height * height).squareRoot()
    let axis = SIMD3(ring * cos(angle), ring * sin(angle), height)
    let stretch = uniform(0.8, 1.25)
    let facets = motif.facets
    var families: [String: Double] = [:]
    let distances = facets.map { facet in
      let family = families[facet.family] ?? uniform(0.8, 1.4)
      families[facet.family] = family
      let along = (facet.normal * axis).sum()
      return family * (1 + (stretch * stretch - 1) * along * along).squareRoot()
    }
    let centre = SIMD3(uniform(-0.6, 0.6), uniform(-0.6, 0.6), uniform(-0.6, 0.6))
    // A ball of so many atoms has this radius; facets leave no more than twice that.
    let radius = 0.62 * cbrt(Double(atoms) / motif.density)
    let gauges = motif.sites(within: 2.2 * radius + 1, of: centre).map { site in
      zip(facets, distances).reduce(0) { largest, facet in
        max(largest, (facet.0.height(of: site, from: centre) ?? 0) / facet.1)
      }
    }.sorted()
    let gauge = gauges[min(atoms, gauges.count) - 1] + 1e-9
    return Boundary(motif, centre: centre, distances: distances.map { $0 * gauge })
  }

  /// The particle that this boundary encloses.
  public func shape(named name: String? = nil) -> Shape {
    let reach = 2 * (distances.max() ?? 0) + 1
    return Shape(motif.type, sites: sites(within: reach).map(\.position), name: name)
  }
}
