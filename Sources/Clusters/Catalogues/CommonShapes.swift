import Foundation

/// Shapes that metals are known to take, in units of d.
enum CommonShapes {
  /// Cut by {100}, {110} and {111} around an atom and around the largest hole.
  static func cubic(_ lattice: CubicLattice, _ atoms: ClosedRange<Int>) -> [Shape] {
    let (type, name): (StructureType, String) =
      lattice == .faceCentred ? (.fcc, "fcc") : (.bcc, "bcc")
    return cubicLimits(lattice, atoms).map { centre, limits, sites in
      Shape(type, sites: sites, name: "\(name) \(limits.x)-\(limits.y)-\(limits.z)")
    }
  }

  /// Planes of {100}, {110} and {111} that all cut or just touch, with the sites inside.
  private static func cubicLimits(
    _ lattice: CubicLattice, _ atoms: ClosedRange<Int>, facets: Bool = true
  ) -> [(centre: SIMD3<Int>, limits: SIMD3<Int>, sites: [SIMD3<Double>])] {
    var found: [(centre: SIMD3<Int>, limits: SIMD3<Int>, sites: [SIMD3<Double>])] = []
    let hole: SIMD3<Int> = lattice == .faceCentred ? [1, 1, 1] : [1, 1, 0]
    for centre in [.zero, hole] {
      for x in 1...60 {
        var isLarge = true
        for z in x...(3 * x) {
          // {110} cuts between the edges of the cube and those of the octahedron.
          let least = max(x, (2 * z + 2) / 3)
          let most = min(2 * x, z)
          for y in facets ? least...max(least, most) : most...most {
            let limits = SIMD3(x, y, z)
            let sites = lattice.sites(around: centre, within: limits)
            if sites.count <= atoms.upperBound { isLarge = false }
            if atoms.contains(sites.count) { found.append((centre, limits, sites)) }
          }
        }
        if isLarge { break }
      }
    }
    return found
  }

  /// Truncated octahedra of which one part is mirrored at a {111} plane.
  static func twins(_ atoms: ClosedRange<Int>) -> [Shape] {
    let along = SIMD3<Double>(1, 1, 1) / 3.0.squareRoot()
    let spacing = (2.0 / 3).squareRoot()
    return cubicLimits(.faceCentred, 1...(2 * atoms.upperBound), facets: false).flatMap {
      _, limits, sites in
      let heights = sites.map { ($0 * along).sum() }
      let highest = heights.max() ?? 0
      return (0...3).compactMap { step -> Shape? in
        // The twin plane is the layer nearest to the middle, or one, two or three further out.
        guard let middle = heights.filter({ $0 > -0.01 }).min() else { return nil }
        let plane = middle + Double(step) * spacing
        guard plane < highest - spacing / 2 else { return nil }
        var twin: [SIMD3<Double>] = []
        for (site, height) in zip(sites, heights) where height < plane + 0.01 {
          twin.append(site)
          if height < plane - 0.01 { twin.append(site + 2 * (plane - height) * along) }
        }
        return Shape(.stacking, sites: twin, name: "twin \(limits.x)-\(limits.z)-\(step)")
      }
    }
  }

  /// hcp cut by {0001}, {10-10} and {10-11} around an atom, the middle of a bond and a hole.
  static func hexagonal(_ atoms: ClosedRange<Int>) -> [Shape] {
    let motif = Motif.hcp
    let facets = motif.facets.filter { ["{0001}", "{10-10}", "{10-11}"].contains($0.family) }
    let spacing = (2.0 / 3).squareRoot()
    let centres: [SIMD3<Double>] = [
      .zero, SIMD3(0, 1 / 3.0.squareRoot(), 0), SIMD3(0.25, 0.25 / 3.0.squareRoot(), spacing / 2),
    ]
    let largest = 0.62 * cbrt(Double(atoms.upperBound) / motif.density)
    return centres.flatMap { centre in
      let sites = motif.sites(within: 1.6 * largest + 1, of: centre)
      let heights = sites.map { site -> [Double] in
        ["{0001}", "{10-10}", "{10-11}"].map { family in
          facets.reduce(-Double.infinity) {
            $1.family == family ? max($0, $1.height(of: site, from: centre) ?? 0) : $0
          }
        }
      }
      var shapes: [Shape] = []
      for radius in stride(from: 1.0, through: largest, by: 0.25) {
        for base in [0.8, 0.95, 1.1] {
          for prism in [0.85, 1.0, 1.15] {
            let limits = [base, prism, 1].map { $0 * radius }
            let inside = zip(sites, heights).filter { _, heights in
              zip(heights, limits).allSatisfy { $0 <= $1 + 1e-6 }
            }
            shapes.append(
              Shape(
                .hcp, sites: inside.map(\.0.position),
                name: "hcp \(limits.map { Int(($0 * 100).rounded()) })"))
          }
        }
      }
      return shapes
    }
  }
}
