import Foundation

extension Cluster {
  /// The cluster strained as its type can be, by one number.
  ///
  /// Twenty crystals around a point, or five around a line, close only if they are strained. The
  /// displacement u = ε ρ ln(ρ/R), with R the farthest atom's distance, is what elasticity adds:
  /// ρ is the distance from the centre of an icosahedron, and that from the axis of a decahedron, z.
  /// Bonds along ρ are then by ε longer than those across, and all are shorter inside for ε > 0
  /// (A. Howie and L. D. Marks, Phil. Mag. A 1984, 49, 95, doi:10.1080/01418618408233432). In other
  /// types z is stretched by 1 + ε, as c/a is.
  public func strained(by strain: Double) -> Cluster {
    guard strain != 0 else { return self }
    let across: SIMD3<Double> =
      switch type {
      case .icosahedral: SIMD3(1, 1, 1)
      case .decahedral: SIMD3(1, 1, 0)
      default: .zero
      }
    let distances = positions.map { length($0 * across) }
    let farthest = max(distances.max() ?? 1, 1e-9)
    let moved = zip(positions, distances).map { position, distance -> SIMD3<Double> in
      guard across != .zero else { return position * SIMD3(1, 1, 1 + strain) }
      guard distance > 1e-9 else { return position }
      let factor = strain * log(distance / farthest)
      return position + position * across * factor
    }
    return Cluster(element, type: type, positions: moved, bond: bond, name: "strained \(label)")
  }
}
