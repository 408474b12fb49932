extension Motif {
  /// The sites of a cluster's atoms, where it lies on this motif with the axes of the generators;
  /// nil where it does not.
  ///
  /// - Parameter tolerance: how far an atom may lie from its site, in units of d.
  public func sites(of cluster: Cluster, tolerance: Double = 0.02) -> [Site]? {  // [atoms]
    let atoms = cluster.positions.map { $0 / cluster.bond }
    guard let anchor = atoms.min(by: { length($0) < length($1) }) else { return nil }
    let reach = atoms.reduce(0) { max($0, length($1)) }
    let grid = SiteGrid(sites(within: reach + 3))
    for start in sites(within: 1.9) {
      let shift = start.position - anchor
      var placed: Set<Site> = []
      for atom in atoms {
        guard let site = grid.site(near: atom + shift, within: tolerance),
          placed.insert(site).inserted
        else { break }
      }
      if placed.count == atoms.count {
        return atoms.compactMap { grid.site(near: $0 + shift, within: tolerance) }
      }
    }
    return nil
  }
}

/// Sites by the cube of side d that they lie in.
private struct SiteGrid {
  private var cells: [SIMD3<Int>: [Motif.Site]] = [:]

  init(_ sites: [Motif.Site]) {
    for site in sites { cells[Self.cell(site.position), default: []].append(site) }
  }

  private static func cell(_ p: SIMD3<Double>) -> SIMD3<Int> {
    SIMD3<Int>(p.rounded(.down))
  }

  func site(near p: SIMD3<Double>, within tolerance: Double) -> Motif.Site? {
    let low = Self.cell(p - tolerance)
    let high = Self.cell(p + tolerance)
    for x in low.x...high.x {
      for y in low.y...high.y {
        for z in low.z...high.z {
          if let site = cells[[x, y, z]]?.first(where: { length($0.position - p) < tolerance }) {
            return site
          }
        }
      }
    }
    return nil
  }
}
