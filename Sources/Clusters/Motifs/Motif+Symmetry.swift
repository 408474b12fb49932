extension Motif {
  /// The ways in which the motif maps onto itself with its origin at rest: for each, the facet that
  /// takes the place of each facet.
  ///
  /// They are found by trial: three neighbours of the origin go to any three with the same angles.
  /// A word of layers is taken as any word without a symmetry of its own, so that layers stay where
  /// they are.
  package var facetSymmetries: [[Int]] {  // [operations][facets]
    let motif = if case .layers = self { Motif.layers("cchhchc") } else { self }
    let sites = motif.sites(within: 2.6)
    let grid = CellGrid(sites.map(\.position), reach: 1e-3)
    func site(at place: SIMD3<Double>) -> Site? {
      var found: Site?
      grid.forEach(near: place) { index, _ in found = sites[index] }
      return found
    }
    let near = sites.map(\.position).filter { (0.1...1.1).contains(length($0)) }
    guard let basis = Basis(near) else { return [Array(facets.indices)] }
    var permutations: [[Int]] = []
    for triple in basis.images(among: near) {
      let moved = sites.map { (from: $0, to: site(at: basis.map($0.position, to: triple))) }
      // What lies at the rim may have its image beyond it by rounding.
      guard moved.allSatisfy({ $0.to != nil || length($0.from.position) > 2.5 }) else { continue }
      func image(of domains: UInt32) -> UInt32 {
        moved.first { $0.from.domains == domains }?.to?.domains ?? domains
      }
      let images = motif.facets.map { facet in
        (normal: basis.map(facet.normal, to: triple), domains: image(of: facet.domains))
      }
      let sources = motif.facets.map { facet in
        images.firstIndex {
          length($0.normal - facet.normal) < 1e-6 && $0.domains == facet.domains
        }
      }
      let permutation = sources.compactMap { $0 }
      if permutation.count == sources.count { permutations.append(permutation) }
    }
    return permutations
  }
}

/// Three vectors that span space.
private struct Basis {
  let vectors: [SIMD3<Double>]
  private let dual: [SIMD3<Double>]

  /// The first three of some that span it; nil where none do.
  init?(_ candidates: [SIMD3<Double>]) {
    for i in candidates.indices {
      for j in 0..<i {
        for k in 0..<j {
          let (a, b, c) = (candidates[i], candidates[j], candidates[k])
          let volume = (a * cross(b, c)).sum()
          guard abs(volume) > 0.2 else { continue }
          vectors = [a, b, c]
          dual = [cross(b, c) / volume, cross(c, a) / volume, cross(a, b) / volume]
          return
        }
      }
    }
    return nil
  }

  /// All triples with the same lengths and angles.
  func images(among candidates: [SIMD3<Double>]) -> [[SIMD3<Double>]] {
    func isAlike(_ chosen: [SIMD3<Double>], _ next: SIMD3<Double>) -> Bool {
      let place = chosen.count
      return (chosen + [next]).enumerated().allSatisfy { index, other in
        abs((other * next).sum() - (vectors[index] * vectors[place]).sum()) < 1e-6
      }
    }
    return (0..<3).reduce([[]]) { chosen, _ in
      chosen.flatMap { some in
        candidates.filter { isAlike(some, $0) }.map { some + [$0] }
      }
    }
  }

  /// Where a place goes when the vectors go to others.
  func map(_ place: SIMD3<Double>, to images: [SIMD3<Double>]) -> SIMD3<Double> {
    zip(dual, images).reduce(.zero) { $0 + ($1.0 * place).sum() * $1.1 }
  }
}
