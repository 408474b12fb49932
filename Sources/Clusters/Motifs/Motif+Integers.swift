extension Motif {
  /// Whole coordinates of a site, so that the difference of two says how far apart they are; nil
  /// where a motif is no lattice.
  ///
  /// In cubic motifs they count halves of the lattice constant. In close-packed layers they are
  /// thirds of the layers' two axes, at 60° to each other, and the number of the layer.
  package func integers(of site: Site) -> SIMD3<Int>? {
    let p = site.position
    switch self {
    case .sc, .bcc: return SIMD3<Int>((p / CubicLattice.simple.unit).rounded(.toNearestOrEven))
    case .fcc: return SIMD3<Int>((p / CubicLattice.faceCentred.unit).rounded(.toNearestOrEven))
    case .hcp, .layers:
      let along = p.y * 2 / 3.0.squareRoot()
      let thirds = SIMD3(3 * (p.x - along / 2), 3 * along, p.z / (2.0 / 3).squareRoot())
      return SIMD3<Int>(thirds.rounded(.toNearestOrEven))
    case .fiveFold, .twentyFold: return nil
    }
  }

  /// The squared distance of a difference of whole coordinates, as a multiple of one over
  /// `squareDenominator`.
  package func square(_ difference: SIMD3<Int>) -> Int {
    let (x, y, z) = (difference.x, difference.y, difference.z)
    switch self {
    case .sc: return (x * x + y * y + z * z) / 4
    case .bcc: return x * x + y * y + z * z
    case .fcc: return (x * x + y * y + z * z) / 2
    default: return (x * x + x * y + y * y) / 3 + 2 * z * z
    }
  }
}
