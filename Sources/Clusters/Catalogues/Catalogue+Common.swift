extension CatalogueKind {
  static let common = CatalogueKind(
    name: "common",
    help: """
      are shapes that metals are known to take, of 13 to 3000 atoms: fcc, bcc and hcp cut by three
      families of facets (truncated octahedra and Wulff's shapes among them), fcc with a twin plane,
      decahedra of Marks, and icosahedra whole and incomplete; of gold unless `element:` says
      otherwise.
      """
  ) { wish throws(ClusterError) in
    try Catalogue.common(wish.element("common"), atoms: wish.atoms ?? 13...3000)
  }
}

extension Catalogue {
  /// Shapes that metals are known to take, in one element: thousands, to 3000 atoms and more.
  ///
  /// Cut of fcc, bcc and hcp by three families of facets around an atom and around a hole, which has
  /// truncated octahedra, cuboctahedra and the shapes of Wulff's construction among them (G. Wulff,
  /// Z. Kristallogr. 1901, 34, 449, doi:10.1524/zkri.1901.34.1.449); fcc with a twin plane; decahedra
  /// of Marks; and icosahedra whole, without vertices, and with a shell that is not closed.
  ///
  /// - Throws: `ClusterError` where no bond length of the element is known.
  public static func common(
    _ element: Clusters.Element, atoms: ClosedRange<Int> = 13...3000
  ) throws(ClusterError) -> Catalogue {
    var seen: Set<Fingerprint> = []
    var shapes: [Shape] = []
    for part in [
      CommonShapes.cubic(.faceCentred, atoms), CommonShapes.twins(atoms),
      CommonShapes.cubic(.bodyCentred, atoms), CommonShapes.hexagonal(atoms),
      CommonShapes.decahedra(atoms), CommonShapes.icosahedra(atoms),
    ] {
      for shape in part
      where atoms.contains(shape.count) && seen.insert(Fingerprint(shape)).inserted {
        shapes.append(shape)
      }
    }
    return Catalogue(
      "common", shapes, in: [Metal(element: element, bond: try element.bondLength(nil))])
  }
}

/// What equal shapes have in common: type, number of atoms, and how far they lie from their mean.
private struct Fingerprint: Hashable {
  let type: StructureType
  let count: Int
  let second, fourth: Int

  init(_ shape: Shape) {
    (type, count) = (shape.type, shape.count)
    var (second, fourth) = (0.0, 0.0)
    for site in shape.sites {
      let square = (site * site).sum()
      second += square
      fourth += square * square
    }
    self.second = Int((second * 1000).rounded())
    self.fourth = Int((fourth / 10).rounded())
  }
}
