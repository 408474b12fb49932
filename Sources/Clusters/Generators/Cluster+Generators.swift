/// The generators with a metal, as the language has them.
extension Cluster {
  /// A shape made anew in a metal.
  ///
  /// - Throws: `ClusterError` for impossible numbers or bond lengths.
  public init(
    _ recipe: Recipe, of element: Element, bond: Double? = nil
  ) throws(ClusterError) {
    try self.init(recipe.shape(), of: element, bond: bond)
  }

  /// A simple cubic particle, cut by `layers` planes of {100}, {110} and {111}.
  public static func sc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.sc(layers: layers), of: element, bond: bond)
  }

  /// A body-centred cubic particle, cut by `layers` planes of {100}, {110} and {111}.
  public static func bcc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.bcc(layers: layers), of: element, bond: bond)
  }

  /// A face-centred cubic particle, cut by `layers` planes of {100}, {110} and {111}.
  public static func fcc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.fcc(layers: layers), of: element, bond: bond)
  }

  /// A block of `size` hexagonal close-packed cells.
  public static func hcp(
    _ element: Element, size: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.hcp(size: size), of: element, bond: bond)
  }

  /// A Mackay icosahedron with `shells` shells.
  public static func icosahedron(
    _ element: Element, shells: Int, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.icosahedron(shells: shells), of: element, bond: bond)
  }

  /// A decahedron: five tetrahedral fcc crystals around one fivefold axis.
  public static func decahedron(
    _ element: Element, p: Int, q: Int, r: Int = 0, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.decahedron(p: p, q: q, r: r), of: element, bond: bond)
  }

  /// An octahedron of the fcc lattice with `length` atoms along an edge.
  public static func octahedron(
    _ element: Element, length: Int, cutoff: Int = 0, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.octahedron(length: length, cutoff: cutoff), of: element, bond: bond)
  }

  /// Close-packed layers in a given sequence, each a rhombus of `size` atoms.
  public static func stacking(
    _ element: Element, sequence: String, size: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.stacking(StackingSequence(sequence), size: size), of: element, bond: bond)
  }
}
