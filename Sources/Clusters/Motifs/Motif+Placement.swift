extension Motif {
  /// The sites of a shape's atoms, where it lies on this motif with the axes of the generators;
  /// nil where it does not.
  ///
  /// - Parameter tolerance: how far an atom may lie from its site, in units of d.
  public func sites(of shape: Shape, tolerance: Double = 0.02) -> [Site]? {  // [atoms]
    let atoms = shape.sites
    guard let anchor = atoms.min(by: { length($0) < length($1) }) else { return nil }
    let reach = atoms.reduce(0) { max($0, length($1)) }
    let places = sites(within: reach + 3)
    let grid = CellGrid(places.map(\.position), reach: tolerance)
    for start in sites(within: 1.9) {
      let shift = start.position - anchor
      var placed: [Site] = []
      for atom in atoms {
        var site: Site?
        grid.forEach(near: atom + shift) { index, _ in site = places[index] }
        guard let site else { break }
        placed.append(site)
      }
      if placed.count == atoms.count, Set(placed).count == placed.count { return placed }
    }
    return nil
  }
}
