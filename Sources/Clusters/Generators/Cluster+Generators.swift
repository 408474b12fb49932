/// A cluster for each `Recipe`: its shape in a metal, whose bond length d in Å is that of the bulk
/// unless one is given. All throw `ClusterError` for impossible numbers or bond lengths.
extension Cluster {
  /// A recipe's shape in a metal, with bond length d in Å.
  public init(
    _ recipe: Recipe, of element: Element, bond: Double? = nil
  ) throws(ClusterError) {
    try self.init(recipe.shape(), of: element, bond: bond)
  }

  /// A simple cubic particle, cut by so many planes of {100}, {110} and {111}, in this order.
  public static func sc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.sc(layers: layers), of: element, bond: bond)
  }

  /// A body-centred cubic particle, cut by so many planes of {100}, {110} and {111}.
  public static func bcc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.bcc(layers: layers), of: element, bond: bond)
  }

  /// A face-centred cubic particle, cut by so many planes of {100}, {110} and {111}.
  public static func fcc(
    _ element: Element, layers: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.fcc(layers: layers), of: element, bond: bond)
  }

  /// A block of hexagonal close-packed cells, so many along a, b and c.
  public static func hcp(
    _ element: Element, size: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.hcp(size: size), of: element, bond: bond)
  }

  /// A Mackay icosahedron; the central atom is the first shell.
  public static func icosahedron(
    _ element: Element, shells: Int, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.icosahedron(shells: shells), of: element, bond: bond)
  }

  /// A decahedron: five tetrahedral fcc crystals around one fivefold axis, with edges of p atoms
  /// across and q along the axis and notches r deep (`Shape.decahedron`).
  public static func decahedron(
    _ element: Element, p: Int, q: Int, r: Int = 0, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.decahedron(p: p, q: q, r: r), of: element, bond: bond)
  }

  /// An octahedron of the fcc lattice with `length` atoms along an edge, of which `cutoff` layers are
  /// cut from each vertex.
  public static func octahedron(
    _ element: Element, length: Int, cutoff: Int = 0, bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.octahedron(length: length, cutoff: cutoff), of: element, bond: bond)
  }

  /// Close-packed layers in a sequence of A, B and C, each a rhombus of a and b atoms.
  public static func stacking(
    _ element: Element, sequence: String, size: [Int], bond: Double? = nil
  ) throws(ClusterError) -> Cluster {
    try Cluster(.stacking(StackingSequence(sequence), size: size), of: element, bond: bond)
  }
}
