import Numerics

extension Motif {
  func cubicSites(_ lattice: CubicLattice, within reach: Double) -> [Site] {
    let last = Int(clamping: reach / lattice.unit) + 1
    let basis = Set(lattice.basis)
    var sites: [Site] = []
    for x in -last...last {
      for y in -last...last {
        for z in -last...last where basis.contains([x & 1, y & 1, z & 1]) {
          let p = SIMD3(Double(x), Double(y), Double(z)) * lattice.unit
          if (p * p).sum() <= reach * reach + 1e-9 { sites.append(Site(p)) }
        }
      }
    }
    return sites
  }

  static let cubicFacets: [Facet] = {
    var facets: [Facet] = []
    for x in -1...1 {
      for y in -1...1 {
        for z in -1...1 where (x, y, z) != (0, 0, 0) {
          let family = ["{100}", "{110}", "{111}"][abs(x) + abs(y) + abs(z) - 1]
          facets.append(Facet(family, SIMD3(Double(x), Double(y), Double(z))))
        }
      }
    }
    return facets
  }()
}
