extension Catalogue {
  /// Shapes that metals are known to take, in one element: thousands, to 3000 atoms and more.
  ///
  /// Cut of fcc, bcc and hcp by three families of facets around an atom and around a hole, which has
  /// truncated octahedra, cuboctahedra and the shapes of Wulff's construction among them (G. Wulff,
  /// Z. Kristallogr. 1901, 34, 449, doi:10.1524/zkri.1901.34.1.449); fcc with a twin plane; decahedra
  /// of Marks; and icosahedra whole, without vertices, and with a shell that is not closed.
  ///
  /// - Throws: `ClusterError` where the element has no metallic radius.
  public static func common(
    _ element: Clusters.Element, atoms: ClosedRange<Int> = 13...3000
  ) throws(ClusterError) -> Catalogue {
    let bond = try element.bondLength(nil)
    var seen: Set<Fingerprint> = []
    var shapes: [Cluster] = []
    for part in [
      CommonShapes.cubic(.faceCentred, atoms), CommonShapes.twins(atoms),
      CommonShapes.cubic(.bodyCentred, atoms), CommonShapes.hexagonal(atoms),
      CommonShapes.decahedra(atoms), CommonShapes.icosahedra(atoms),
    ] {
      for shape in part where atoms.contains(shape.sites.count) {
        guard seen.insert(Fingerprint(shape)).inserted else { continue }
        shapes.append(
          Cluster(
            element, type: shape.type, positions: shape.sites.map { $0 * bond }, bond: bond,
            name: "\(shape.name) \(element.symbol)\(shape.sites.count)"))
      }
    }
    return Catalogue(
      name: "common", shapes: shapes, shapeIndex: Array(shapes.indices),
      elements: shapes.map { _ in element })
  }
}

/// What equal shapes have in common: type, number of atoms, and how far they lie from their mean.
private struct Fingerprint: Hashable {
  let type: StructureType
  let count: Int
  let second, fourth: Int

  init(_ shape: CommonShapes.Shape) {
    type = shape.type
    count = shape.sites.count
    let mean = shape.sites.reduce(.zero, +) / Double(max(count, 1))
    var (second, fourth) = (0.0, 0.0)
    for site in shape.sites {
      let square = ((site - mean) * (site - mean)).sum()
      second += square
      fourth += square * square
    }
    self.second = Int((second * 1000).rounded())
    self.fourth = Int((fourth / 10).rounded())
  }
}
