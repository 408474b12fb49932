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
    return Cluster(
      element, type: type, positions: zip(positions, strainMoves).map { $0 + strain * $1 },
      bond: bond, name: "strained \(label)")
  }

  /// How far each atom moves for a strain of one, in Å.
  package var strainMoves: [SIMD3<Double>] {
    let across: SIMD3<Double> =
      switch type {
      case .icosahedral: SIMD3(1, 1, 1)
      case .decahedral: SIMD3(1, 1, 0)
      default: .zero
      }
    guard across != .zero else { return positions.map { SIMD3(0, 0, $0.z) } }
    let distances = positions.map { length($0 * across) }
    let farthest = max(distances.max() ?? 1, 1e-9)
    return zip(positions, distances).map { position, distance in
      distance > 1e-9 ? position * across * log(distance / farthest) : .zero
    }
  }
}
