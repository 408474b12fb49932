import Numerics

/// A monometallic particle: a shape, an element and a bond length.
public struct Cluster: Codable, Sendable {
  public let shape: Shape
  public let element: Element

  /// The bond length d in Å, by which the sites of the shape are multiplied.
  public let bond: Double

  /// Positions in Å, centred on their mean, in the order of the generator.
  public let positions: [SIMD3<Double>]  // [atoms, 3]

  /// The structure type of the shape.
  public var type: StructureType { shape.type }

  /// Number of atoms.
  public var count: Int { positions.count }

  /// The command that makes this cluster, as `icosahedron "Au", shells: 4`, or its name.
  ///
  /// A bond length that is not the element's is given to 1e-6 Å.
  public var label: String {
    let label = shape.label(of: element)
    guard shape.recipe != nil, bond != element.bond else { return label }
    return "\(label), bond: \((bond * 1e6).rounded() / 1e6)"
  }

  /// A shape in a metal.
  ///
  /// - Throws: `ClusterError` where no bond length of the element is known and none is given.
  public init(
    _ shape: Shape, of element: Element, bond: Double? = nil
  ) throws(ClusterError) {
    self.init(shape, of: element, exactly: try element.bondLength(bond))
  }

  init(_ shape: Shape, of element: Element, exactly bond: Double) {
    self.init(shape, element, bond, shape.sites.map { $0 * bond })
  }

  /// A cluster from positions in Å, which are moved so that their mean is the origin.
  public init(
    _ element: Element, type: StructureType, positions: [SIMD3<Double>], bond: Double,
    name: String? = nil
  ) {
    let positions = centred(positions)
    let shape = Shape(type, centred: positions.map { $0 / bond }, recipe: nil, name: name)
    self.init(shape, element, bond, positions)
  }

  private init(
    _ shape: Shape, _ element: Element, _ bond: Double, _ positions: [SIMD3<Double>]
  ) {
    (self.shape, self.element, self.bond, self.positions) = (shape, element, bond, positions)
  }

  /// The same shape in another element or with another bond length in Å.
  ///
  /// - Throws: `ClusterError` where no bond length of the element is known and none is given.
  public func scaled(to element: Element, bond: Double? = nil) throws(ClusterError) -> Cluster {
    try Cluster(shape, of: element, bond: bond)
  }

  /// The same cluster with every distance multiplied by `expansion`.
  public func expanded(by expansion: Double) -> Cluster {
    Cluster(shape, of: element, exactly: bond * expansion)
  }
}

extension Element {
  /// The given bond length, checked, or that of the element.
  func bondLength(_ given: Double?) throws(ClusterError) -> Double {
    guard let length = given ?? bond else {
      throw ClusterError("no bond length is known for \(symbol); give bond: in Å")
    }
    guard length.isFinite, (0.1...100).contains(length) else {
      throw ClusterError(
        "bond is \(length.plain) Å, but must be between 0.1 and 100 Å", of: "bond")
    }
    return length
  }
}
