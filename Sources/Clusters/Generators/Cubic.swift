/// The cubic lattices, in units of half the lattice constant, where all sites are integers.
///
/// Lattice planes of {100}, {110} and {111} then stand 1 or 2 units apart along the unnormalised
/// directions, and cutting a particle is a comparison of integers.
enum CubicLattice {
  case simple, bodyCentred, faceCentred

  /// Sites of a cell, which is two units wide.
  var basis: [SIMD3<Int>] {
    switch self {
    case .simple: [[0, 0, 0]]
    case .bodyCentred: [[0, 0, 0], [1, 1, 1]]
    case .faceCentred: [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]
    }
  }

  /// Distances between planes of {100}, {110}, {111}.
  var spacing: SIMD3<Int> {
    switch self {
    case .simple: [2, 2, 2]
    case .bodyCentred: [1, 2, 1]
    case .faceCentred: [1, 1, 2]
    }
  }

  /// Bond lengths per unit: d is the lattice constant, for fcc its nearest neighbours' distance.
  var unit: Double {
    switch self {
    case .simple, .bodyCentred: 0.5
    case .faceCentred: 0.5.squareRoot()
    }
  }

  /// The sites around `centre` within `limits` of {100}, {110}, {111}, in units of d.
  ///
  /// Cells are walked with z fastest, then y, then x.
  func sites(around centre: SIMD3<Int> = .zero, within limits: SIMD3<Int>) -> [SIMD3<Double>] {
    let reach = -(limits.min() / 2 + 1)...(limits.min() / 2 + 1)
    let basis = basis
    var sites: [SIMD3<Double>] = []
    for x in reach {
      for y in reach {
        for z in reach {
          for site in basis {
            let p = SIMD3(2 * x, 2 * y, 2 * z) &+ site &- centre
            let (a, b, c) = (abs(p.x), abs(p.y), abs(p.z))
            let (largest, smallest) = (max(a, b, c), min(a, b, c))
            if largest <= limits.x, a + b + c - smallest <= limits.y, a + b + c <= limits.z {
              sites.append(SIMD3<Double>(p) * unit)
            }
          }
        }
      }
    }
    return sites
  }
}

extension Shape {
  /// A cubic particle, cut by `layers` planes of {100}, {110} and {111}.
  ///
  /// The bond length d is the lattice constant of sc and, as in the paper's data set, of bcc, where
  /// the nearest neighbours are 0.866 d apart; in fcc it is the distance of nearest neighbours.
  /// - Throws: `ClusterError` for impossible layers.
  static func cubic(
    _ type: StructureType, _ lattice: CubicLattice, _ layers: [Int], _ recipe: Recipe
  ) throws(ClusterError) -> Shape {
    guard layers.count == 3 else {
      throw ClusterError(
        "layers has \(numbers(layers.count)), but needs 3: for {100}, {110} and {111}", of: "layers"
      )
    }
    try require("layers", layers, atLeast: 1)
    // Planes 10 000 layers away cut nothing of a particle that is not too large.
    let numbers = SIMD3(layers[0], layers[1], layers[2]).clamped(
      lowerBound: .one, upperBound: .init(repeating: 10_000))
    // No atom lies beyond the nearest family along an axis; a cell holds 8 cubic units.
    let width = Double(2 * (numbers &* lattice.spacing).min() + 1)
    try requireSize(width * width * width * Double(lattice.basis.count) / 8 / 6)
    return Shape(type, recipe, sites: lattice.sites(within: numbers &* lattice.spacing))
  }
}
