import Numerics

/// A monometallic particle: one element, a structure type and positions.
public struct Cluster: Sendable {
  public let element: Element
  public let type: StructureType

  /// Positions in Å, centred on their mean, in the order of the generator.
  public let positions: [SIMD3<Double>]  // [atoms, 3]

  /// The bond length d in Å that the generator was given, or the shortest distance.
  public let bond: Double

  /// How to make it again, where a generator made it.
  public let recipe: Recipe?

  /// A name, where no generator made it: of a file, or of the model that solved it.
  public let name: String?

  /// Number of atoms.
  public var count: Int { positions.count }

  /// The command that makes this cluster, as `icosahedron "Au", shells: 4`, or its name.
  ///
  /// A bond length that is not the element's is given to 1e-6 Å.
  public var label: String {
    guard let recipe else { return name ?? "\(element.symbol)\(count)" }
    let start = "\(recipe.command) \"\(element.symbol)\", \(recipe.arguments)"
    return bond == element.bond ? start : "\(start), bond: \((bond * 1e6).rounded() / 1e6)"
  }

  /// A cluster from positions, which are moved so that their mean is the origin.
  public init(
    _ element: Element, type: StructureType, positions: [SIMD3<Double>], bond: Double,
    name: String? = nil
  ) {
    self.init(element, type, centred: centre(positions), bond: bond, recipe: nil, name: name)
  }

  /// A generator's cluster from positions in units of the bond length.
  ///
  /// - Throws: `ClusterError` where the element has no metallic radius and no bond is given.
  init(
    _ element: Element, _ type: StructureType, bond: Double?, recipe: Recipe,
    reduced: [SIMD3<Double>]
  ) throws(ClusterError) {
    let bond = try element.bondLength(bond)
    self.init(
      element, type, centred: centre(reduced).map { $0 * bond }, bond: bond, recipe: recipe)
  }

  /// The same shape in another element or with another bond length in Å.
  ///
  /// - Throws: `ClusterError` where the element has no metallic radius and no bond is given.
  public func scaled(to element: Element, bond: Double? = nil) throws(ClusterError) -> Cluster {
    scaled(to: element, exactly: try element.bondLength(bond))
  }

  /// The same cluster with every distance multiplied by `expansion`.
  public func expanded(by expansion: Double) -> Cluster {
    scaled(to: element, exactly: bond * expansion)
  }

  func scaled(to element: Element, exactly bond: Double) -> Cluster {
    let factor = bond / self.bond
    return Cluster(
      element, type, centred: positions.map { $0 * factor }, bond: bond, recipe: recipe,
      name: name)
  }

  private init(
    _ element: Element, _ type: StructureType, centred positions: [SIMD3<Double>], bond: Double,
    recipe: Recipe?, name: String? = nil
  ) {
    self.element = element
    self.type = type
    self.positions = positions
    self.bond = bond
    self.recipe = recipe
    self.name = name
  }
}

private func centre(_ positions: [SIMD3<Double>]) -> [SIMD3<Double>] {
  let mean = positions.reduce(.zero, +) / Double(max(positions.count, 1))
  return positions.map { $0 - mean }
}

extension Element {
  /// The given bond length, checked, or that of the bulk metal.
  func bondLength(_ given: Double?) throws(ClusterError) -> Double {
    guard let length = given ?? bond else {
      throw ClusterError("no metallic radius is known for \(symbol); give bond: in Å")
    }
    guard length.isFinite, length > 0.1, length < 100 else {
      throw ClusterError(
        "bond is \(length.plain) Å, but must be between 0.1 and 100 Å", of: "bond")
    }
    return length
  }
}
