/// Directions that the bonds of one atom span: the bonds themselves, the normals of pairs at 60° and
/// at 90°, and the middles of pairs at 90°.
///
/// Of fcc they are ⟨110⟩, ⟨111⟩, ⟨100⟩ and ⟨100⟩, of sc ⟨100⟩, none, ⟨100⟩ and ⟨110⟩.
struct BondDirections {
  static let kinds = 4
  private let directions: [[SIMD3<Double>]]  // [kinds][directions], of unit length

  /// - Parameter bonds: steps to the neighbours of an atom.
  init(_ bonds: [SIMD3<Double>]) {
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

  /// The least, the mean and the largest of how far out some places lie along the directions of each
  /// kind, over a radius; 0 where there are no directions.
  func extents(of places: [SIMD3<Double>], over radius: Double) -> [Double] {  // [3 · kinds]
    directions.flatMap { kind -> [Double] in
      guard !kind.isEmpty, radius > 0 else { return [0, 0, 0] }
      let extents = kind.map { direction in
        places.reduce(0) { max($0, ($1 * direction).sum()) } / radius
      }
      let mean = extents.reduce(0, +) / Double(extents.count)
      return [extents.min() ?? 0, mean, extents.max() ?? 0].map { 4 * ($0 - 0.7) }
    }
  }
}
