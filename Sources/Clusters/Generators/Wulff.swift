extension Recipe {
  /// The cubic particle of least surface energy with about so many atoms: that of the nearest size
  /// whose facets {100}, {110} and {111} stand as far out as their energies are high.
  ///
  /// A facet is the layer whose height is nearest to the energy times a factor, as in ASE, and the
  /// factor grows layer by layer (G. Wulff, Z. Kristallogr. 1901, 34, 449,
  /// doi:10.1524/zkri.1901.34.1.449).
  /// - Parameters:
  ///   - type: sc, bcc or fcc.
  ///   - atoms: 1 to 20 000; of two sizes equally near the smaller one is taken.
  ///   - energies: per area, in any unit; a facet of high energy is not seen.
  /// - Throws: `ClusterError` for another type, number or energy.
  public static func wulff(
    _ type: StructureType, atoms: Int, energies: [Double]
  ) throws(ClusterError) -> Recipe {
    guard let lattice = CubicLattice(type) else {
      throw ClusterError("lattice is \(type.rawValue), but must be sc, bcc or fcc", of: "lattice")
    }
    guard energies.count == 3 else {
      throw ClusterError(
        "energies has \(numbers(energies.count)), but needs 3: of {100}, {110} and {111}",
        of: "energies")
    }
    guard let least = energies.min(), energies.allSatisfy({ (0...1e6).contains($0 / least) }),
      least > 0
    else {
      throw ClusterError(
        "energies must be above 0, and none a million times another", of: "energies")
    }
    guard (1...20_000).contains(atoms) else {
      throw ClusterError("atoms is \(atoms), but must be 1 to 20000", of: "atoms")
    }

    // Layers for a factor of 1: heights over distances between layers.
    let shares = (0..<3).map { energies[$0] / (lattice.layerDistances[$0] * least) }
    var layers = [1, 1, 1]
    var below = lattice.recipe(layers)
    while true {
      let recipe = lattice.recipe(layers)
      let count = try recipe.shape().count
      if count >= atoms {
        let smaller = try below.shape().count
        return count - atoms < atoms - smaller || smaller > atoms ? recipe : below
      }
      below = recipe
      // The layer that is reached next, and all that are reached by then.
      let factor = zip(layers, shares).map { (Double($0) + 0.5) / $1 }.min() ?? 0
      layers = zip(layers, shares).map { max($0, Int((factor * $1 + 0.5 + 1e-9).rounded(.down))) }
    }
  }
}

extension CubicLattice {
  init?(_ type: StructureType) {
    switch type {
    case .sc: self = .simple
    case .bcc: self = .bodyCentred
    case .fcc: self = .faceCentred
    default: return nil
    }
  }

  /// Distances between layers of {100}, {110} and {111}, in halves of the lattice constant.
  fileprivate var layerDistances: [Double] {
    (0..<3).map { Double(spacing[$0]) / Double($0 + 1).squareRoot() }
  }

  fileprivate func recipe(_ layers: [Int]) -> Recipe {
    switch self {
    case .simple: .sc(layers: layers)
    case .bodyCentred: .bcc(layers: layers)
    case .faceCentred: .fcc(layers: layers)
    }
  }
}
