/// The data sets of the paper.
extension CatalogueKind {
  static let mmnp = CatalogueKind(
    name: "mmnp",
    help: """
      are the paper's 3743 structures: 197 shapes of 5 to 200 atoms, each with 19 bond lengths, twice the
      single-bond radii that the paper takes: 2.68 Å for gold, which has 2.88 Å in the bulk. Of
      metals with the same radius one stands for all; `element: "Au"` gives every shape in gold.
      Beyond 200 atoms the shapes are those of the paper's Fig. 4, with at most 12 layers and 15
      cells.
      """
  ) { wish throws(ClusterError) in
    try Catalogue.mmnp(
      atoms: wish.atoms ?? 5...200, elements: wish.elements, while: wish.shouldContinue)
  }

  static let stacking = CatalogueKind(
    name: "stacking",
    help: """
      are 1620 structures of 4 to 8 close-packed layers in every sequence, of gold unless `element:`
      says otherwise. The paper's own were never published.
      """
  ) { wish throws(ClusterError) in try Catalogue.stacking(wish.element("stacking")) }
}

extension Catalogue {
  /// The paper's monometallic nanoparticles: every distinct shape with every distinct bond length.
  ///
  /// With 5 to 200 atoms these are 197 shapes of 19 metals, 3743 structures. Up to 200 atoms the
  /// cubic shapes have at most 10 layers, hcp 10 cells along an axis, icosahedra 5 shells,
  /// decahedra p and q to 5 and r to 5, octahedra lengths 2 to 7; beyond, as for the paper's
  /// Fig. 4, 12 layers, 15 cells and 12 of the others.
  ///
  /// Without `elements`, of metals with equal radii the first stands for all; those that are named
  /// are all there.
  /// - Parameter shouldContinue: is asked for every shape, and ends the work by false.
  /// - Throws: `ClusterError` for an element that the paper has not, or where the work was ended.
  public static func mmnp(
    atoms: ClosedRange<Int> = 5...200, elements: [Clusters.Element]? = nil,
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusterError) -> Catalogue {
    var bonds: Set<Double> = []
    var named: Set<Clusters.Element> = []
    var metals: [Metal] = []
    for element in elements ?? Clusters.Element.metals where named.insert(element).inserted {
      let metal = try Metal(ofPaper: element)
      let isNew = bonds.insert(metal.bond).inserted
      if isNew || elements != nil { metals.append(metal) }
    }
    guard !metals.isEmpty else { throw ClusterError("a catalogue needs an element") }
    let candidates = try candidates(atoms: atoms, while: shouldContinue)
    guard let different = Distinct.shapes(candidates, while: shouldContinue) else {
      throw ClusterError("the catalogue was not finished")
    }
    let shapes = different.sorted {
      (order($0.type), $0.count) < (order($1.type), $1.count)
    }
    return Catalogue("mmnp", shapes, in: metals)
  }

  /// Close-packed layers in 4 to 8 layers, 1620 structures of one bond length.
  ///
  /// Every sequence of each length, each layer a rhombus of 2 ≤ a ≤ b ≤ 10 atoms, at most 200
  /// atoms. The paper's own 1620 structures were never published; this recipe is ours. Twenty-one
  /// of them have the same distances as another, and so the same PDF, but not the same atoms.
  ///
  /// - Throws: `ClusterError` for an element that the paper has not.
  public static func stacking(_ element: Clusters.Element) throws(ClusterError) -> Catalogue {
    var shapes: [Shape] = []
    for layers in 4...8 {
      for sequence in StackingSequence.all(layers: layers) {
        for a in 2...10 {
          for b in a...10 where a * b * layers <= 200 {
            shapes.append(try Recipe.stacking(sequence, size: [a, b]).shape())
          }
        }
      }
    }
    return Catalogue("stacking", shapes, in: [try Metal(ofPaper: element)])
  }

  /// All shapes, in order of preference where two are alike.
  private static func candidates(
    atoms: ClosedRange<Int>, while shouldContinue: () -> Bool
  ) throws(ClusterError) -> [Shape] {
    let isLarge = atoms.upperBound > 200
    var shapes: [Shape] = []
    func add(_ recipe: Recipe) throws(ClusterError) {
      guard shouldContinue() else { throw ClusterError("the catalogue was not finished") }
      let shape = try recipe.shape()
      if atoms.contains(shape.count) { shapes.append(shape) }
    }
    for length in 2...(isLarge ? 12 : 7) { try add(.octahedron(length: length)) }
    for shells in 1...(isLarge ? 12 : 5) { try add(.icosahedron(shells: shells)) }
    let others = isLarge ? 12 : 5
    for p in 1...others {
      for q in 1...others {
        for r in 0...others where p * (p + q + 2 * r) <= atoms.upperBound {
          try add(.decahedron(p: p, q: q, r: r))
        }
      }
    }
    for layers in ascending(isLarge ? 12 : 10) {
      try add(.sc(layers: layers))
      try add(.bcc(layers: layers))
      try add(.fcc(layers: layers))
    }
    for size in ascending(isLarge ? 15 : 10) where atoms.contains(2 * size.reduce(1, *)) {
      try add(.hcp(size: size))
    }
    return shapes
  }

  /// All a ≤ b ≤ c from 1 to `last`.
  private static func ascending(_ last: Int) -> [[Int]] {
    (1...last).flatMap { a in (a...last).flatMap { b in (b...last).map { c in [a, b, c] } } }
  }

  private static func order(_ type: StructureType) -> Int {
    StructureType.allCases.firstIndex(of: type) ?? 0
  }
}

extension Catalogue.Metal {
  /// A metal with the bond length that the paper gives it.
  fileprivate init(ofPaper element: Element) throws(ClusterError) {
    guard let bond = element.paperBond else {
      let symbols = Element.metals.map(\.symbol).joined(separator: ", ")
      throw ClusterError(
        "the paper has no \(element.symbol) and no radius for it; its metals are \(symbols)",
        of: "element")
    }
    self.init(element: element, bond: bond)
  }
}
