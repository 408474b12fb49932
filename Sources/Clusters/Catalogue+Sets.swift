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
  /// - Throws: `ClusterError` where an element has no metallic radius, or the work was ended.
  public static func mmnp(
    atoms: ClosedRange<Int> = 5...200, elements: [Clusters.Element]? = nil,
    while shouldContinue: () -> Bool = { true }
  ) throws(ClusterError) -> Catalogue {
    var radii: Set<Double> = []
    var named: Set<Clusters.Element> = []
    var distinct: [Clusters.Element] = []
    for element in elements ?? Clusters.Element.metals where named.insert(element).inserted {
      let isNew = radii.insert(try element.bondLength(nil)).inserted
      if isNew || elements != nil { distinct.append(element) }
    }
    guard let first = distinct.first else { throw ClusterError("a catalogue needs an element") }
    let candidates = try candidates(first, atoms: atoms, while: shouldContinue)
    guard let different = Distinct.shapes(candidates, while: shouldContinue) else {
      throw ClusterError("the catalogue was not finished")
    }
    let shapes = different.sorted {
      (order($0.type), $0.count) < (order($1.type), $1.count)
    }
    return Catalogue(
      name: "mmnp", shapes: shapes,
      shapeIndex: shapes.indices.flatMap { Array(repeating: $0, count: distinct.count) },
      elements: shapes.flatMap { _ in distinct })
  }

  /// Close-packed layers in 4 to 8 layers, 1620 structures of one bond length.
  ///
  /// Every sequence of each length, each layer a rhombus of 2 ≤ a ≤ b ≤ 10 atoms, at most 200
  /// atoms. The paper's own 1620 structures were never published; this recipe is ours. Twenty-one
  /// of them have the same distances as another, and so the same PDF, but not the same atoms.
  ///
  /// - Throws: `ClusterError` where the element has no metallic radius.
  public static func stacking(_ element: Clusters.Element) throws(ClusterError) -> Catalogue {
    var shapes: [Cluster] = []
    for layers in 4...8 {
      for sequence in StackingSequence.all(layers: layers) {
        for a in 2...10 {
          for b in a...10 where a * b * layers <= 200 {
            shapes.append(
              try Cluster.stacking(element, sequence: sequence.layers, size: [a, b]))
          }
        }
      }
    }
    return Catalogue(
      name: "stacking", shapes: shapes, shapeIndex: Array(shapes.indices),
      elements: shapes.map { _ in element })
  }

  /// All shapes, in order of preference where two are alike.
  private static func candidates(
    _ element: Clusters.Element, atoms: ClosedRange<Int>, while shouldContinue: () -> Bool
  ) throws(ClusterError) -> [Cluster] {
    let isLarge = atoms.upperBound > 200
    var shapes: [Cluster] = []
    func add(_ cluster: Cluster) throws(ClusterError) {
      guard shouldContinue() else { throw ClusterError("the catalogue was not finished") }
      if atoms.contains(cluster.count) { shapes.append(cluster) }
    }
    for length in 2...(isLarge ? 12 : 7) { try add(.octahedron(element, length: length)) }
    for shells in 1...(isLarge ? 12 : 5) { try add(.icosahedron(element, shells: shells)) }
    let others = isLarge ? 12 : 5
    for p in 1...others {
      for q in 1...others {
        for r in 0...others where p * (p + q + 2 * r) <= atoms.upperBound {
          try add(.decahedron(element, p: p, q: q, r: r))
        }
      }
    }
    for layers in ascending(isLarge ? 12 : 10) {
      try add(.sc(element, layers: layers))
      try add(.bcc(element, layers: layers))
      try add(.fcc(element, layers: layers))
    }
    for size in ascending(isLarge ? 15 : 10) where atoms.contains(2 * size.reduce(1, *)) {
      try add(.hcp(element, size: size))
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
