/// Directions that the bonds of one atom span: the bonds themselves, the normals of pairs at 60° and
/// at 90°, and the middles of pairs at 90°.
///
/// Of fcc they are ⟨110⟩, ⟨111⟩, ⟨100⟩ and ⟨100⟩, of sc ⟨100⟩, none, ⟨100⟩ and ⟨110⟩.
package struct BondDirections {
  package static let kinds = 4
  private let directions: [[SIMD3<Double>]]  // [kinds][directions], of unit length

  /// - Parameter bonds: steps to the neighbours of an atom.
  package init(_ bonds: [SIMD3<Double>]) {
    func unit(_ v: SIMD3<Double>) -> SIMD3<Double> { v / (v * v).sum().squareRoot() }
    let units = bonds.map(unit)
    var (sharp, right, middle): ([SIMD3<Double>], [SIMD3<Double>], [SIMD3<Double>]) = ([], [], [])
    for i in units.indices {
      for j in 0..<i {
        let (a, b) = (units[i], units[j])
        let cosine = (a * b).sum()
        let normal = SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
        if abs(cosine - 0.5) < 0.1 {
          sharp += [unit(normal), -unit(normal)]
        } else if abs(cosine) < 0.1 {
          right += [unit(normal), -unit(normal)]
          middle.append(unit(a + b))
        }
      }
    }
    directions = [units, sharp, right, middle]
  }

  /// Ways in which close-packed layers may be stacked: normals at 60°, of each pair of opposite ones
  /// one, with a bond in the layers.
  package var stackings: [(normal: SIMD3<Double>, bond: SIMD3<Double>)] {
    var found: [(normal: SIMD3<Double>, bond: SIMD3<Double>)] = []
    for normal in directions[1]
    where !found.contains(where: { abs(($0.normal * normal).sum()) > 0.99 }) {
      guard let bond = directions[0].first(where: { abs(($0 * normal).sum()) < 0.1 }) else {
        continue
      }
      found.append((normal, bond))
    }
    return found
  }

  /// Numbers that `extents` gives, and `angles` of an axis.
  package static let (extents, angles) = (5 * kinds, 3)

  /// How far out some places lie along the directions of each kind, over a radius: the least, the
  /// quartiles and the largest of them; 0 where there are no directions.
  package func extents(of places: [SIMD3<Double>], over radius: Double) -> [Double] {  // [extents]
    directions.flatMap { kind -> [Double] in
      guard !kind.isEmpty, radius > 0 else { return [0, 0, 0, 0, 0] }
      let extents = kind.map { direction in
        places.reduce(0) { max($0, ($1 * direction).sum()) } / radius
      }.sorted()
      return (0...4).map { 4 * (extents[$0 * (extents.count - 1) / 4] - 0.7) }
    }
  }

  /// How near an axis comes to one of the bonds, and to normals at 60° and at 90°: cosines, where 0 is
  /// usual.
  package func angles(with axis: SIMD3<Double>) -> [Double] {  // [angles]
    let length = (axis * axis).sum().squareRoot()
    return directions.prefix(Self.angles).map { kind in
      guard length > 1e-6 else { return 0 }
      return kind.reduce(0) { max($0, abs(($1 * axis).sum()) / length) } * 4 - 3
    }
  }
}
