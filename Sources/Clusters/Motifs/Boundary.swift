/// Where a particle ends: how far the facets of its motif stand from a centre, and which sites are
/// filled or empty besides.
///
/// The centre need be no atom. Of several crystals each is cut by its own facets, and a site that
/// two share by those of both.
public struct Boundary: Sendable {
  public let motif: Motif

  /// In units of d.
  public var centre: SIMD3<Double>

  /// How far out atoms lie at most, for each facet of the motif, in units of d.
  public var distances: [Double]  // [facets]

  /// Sites that are filled, whatever the facets say.
  public var filled: Set<Motif.Site> = []

  /// Sites that are empty, whatever the facets say.
  public var empty: Set<Motif.Site> = []

  /// - Precondition: a distance for each facet of the motif.
  public init(_ motif: Motif, centre: SIMD3<Double> = .zero, distances: [Double]) {
    precondition(distances.count == motif.facets.count)
    self.motif = motif
    self.centre = centre
    self.distances = distances
  }

  /// The narrowest boundary around some sites, with those that it would take in beyond them left
  /// empty.
  public init(around sites: [Motif.Site], of motif: Motif, centre: SIMD3<Double> = .zero) {
    let distances = motif.facets.map { facet in
      sites.compactMap { facet.height(of: $0, from: centre) }.max() ?? 0
    }
    self.init(motif, centre: centre, distances: distances)
    let reach = sites.reduce(0) { max($0, length($1.position - centre)) }
    empty = Set(self.sites(within: reach + 2)).subtracting(sites)
  }

  /// Whether the facets leave a site in.
  public func encloses(_ site: Motif.Site) -> Bool {
    encloses(site, motif.facets)
  }

  private func encloses(_ site: Motif.Site, _ facets: [Motif.Facet]) -> Bool {
    zip(facets, distances).allSatisfy { facet, distance in
      facet.height(of: site, from: centre).map { $0 <= distance + 1e-6 } ?? true
    }
  }

  /// The occupied sites not further than `radius` from the centre, nearest first.
  public func sites(within radius: Double) -> [Motif.Site] {  // [atoms]
    let facets = motif.facets
    return motif.sites(within: radius, of: centre).filter {
      filled.contains($0) || (encloses($0, facets) && !empty.contains($0))
    }
  }
}
