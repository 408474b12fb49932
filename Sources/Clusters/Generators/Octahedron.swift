extension Shape {
  /// An octahedron of the fcc lattice with `length` atoms along an edge.
  ///
  /// `cutoff` layers are cut from each vertex: `length` = 2·`cutoff` + 1 is a cuboctahedron,
  /// `length` = 3·`cutoff` + 1 a regular truncated octahedron. The centre is an atom where the
  /// length is odd and an octahedral hole where it is even.
  /// - Throws: `ClusterError` for an impossible length or cutoff.
  static func octahedron(_ length: Int, _ cutoff: Int) throws(ClusterError) -> Shape {
    try require("length", length, atLeast: 1)
    guard (0...(length - 1) / 2).contains(cutoff) else {
      throw ClusterError(
        "cutoff is \(cutoff), but for length \(length) must be 0 to \((length - 1) / 2)",
        of: "cutoff")
    }
    let n = Double(length)
    try requireSize(n * (2 * n * n + 1) / 3)
    let centre: SIMD3<Int> = length.isMultiple(of: 2) ? [1, 1, 1] : .zero
    // {110} never cuts; the half axes are as long as the planes of {111} are far.
    let limits = SIMD3(length - 1 - cutoff, 3 * length, length - 1)
    return Shape(
      .octahedral, .octahedron(length: length, cutoff: cutoff),
      sites: CubicLattice.faceCentred.sites(around: centre, within: limits))
  }
}
