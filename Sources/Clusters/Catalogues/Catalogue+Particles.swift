import Numerics

extension CatalogueKind {
  static let particles = CatalogueKind(
    name: "particles",
    help: """
      are the first `count` of an endless series that `seed` begins, 1000 of 5 to 3000 atoms unless
      told otherwise, of gold unless `element:` says otherwise: numbers of atoms even over their
      logarithm, all motifs (sc, bcc, fcc, hcp, five-fold, twenty-fold, close-packed layers with
      faults), surfaces that may be: facets at 0.8 to 1.4 radii around any centre, stretched by 0.8 to
      1.25; polyhedra around an atom or a gap; blocks, rods and plates of up to 1 to 9; ellipsoids;
      and the paper's shapes. With `family:` all are of it, with `without:` none is: reentrant are
      five-fold ones with notches, twins are layers with one plane of twins, truncated are sc, bcc
      and fcc cut by more than one family of facets.
      """, isEndless: true
  ) { wish throws(ClusterError) in
    try Catalogue.particles(
      wish.count ?? 1000, atoms: wish.atoms ?? 5...3000, types: wish.types,
      of: wish.element("particles"), seed: wish.seed ?? 1, family: wish.family,
      without: wish.without, while: wish.shouldContinue)
  }
}

extension Catalogue {
  /// The first particles of an endless series.
  ///
  /// - Parameters:
  ///   - types: only these.
  ///   - family: all are of it.
  ///   - without: none is of it.
  /// - Throws: `ClusterError` where no bond length of the element is known, no particle can be of the
  ///   family, or the work was ended.
  public static func particles(
    _ count: Int, atoms: ClosedRange<Int> = 5...3000, types: Set<StructureType>? = nil,
    of element: Clusters.Element = .gold, seed: UInt64, family: ParticleFamily? = nil,
    without: ParticleFamily? = nil, while shouldContinue: () -> Bool = { true }
  ) throws(ClusterError) -> Catalogue {
    let metal = Metal(element: element, bond: try element.bondLength(nil))
    if let family {
      guard types?.isDisjoint(with: family.types) != true, family != without else {
        throw ClusterError(
          "no particle is left: of the family \(family.rawValue) are only "
            + family.types.map(\.rawValue).sorted().joined(separator: ", "), of: "family")
      }
    }
    let series = ParticleSeries(
      atoms: atoms, types: types, family: family, without: without, seed: seed)
    var shapes: [Shape] = []
    for start in stride(from: 0, to: count, by: 256) {
      guard shouldContinue() else { throw ClusterError("the catalogue was not finished") }
      shapes += Workers.map(Swift.min(256, count - start)) { series.particle(start + $0).shape }
    }
    var catalogue = Catalogue("particles", shapes, in: [metal])
    (catalogue.family, catalogue.without) = (family, without)
    return catalogue
  }
}
