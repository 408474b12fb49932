/// A monometallic particle: one element, a structure type and positions.
public struct Cluster: Sendable {
  public let element: Element
  public let type: StructureType

  /// Positions in Å, centred on their mean, in the order of the generator.
  public let positions: [SIMD3<Double>]  // [atoms, 3]

  /// The bond length d in Å that the generator was given.
  public let bond: Double

  /// Number of atoms.
  public var count: Int { positions.count }

  /// A cluster from positions, which are moved so that their mean is the origin.
  public init(
    _ element: Element, type: StructureType, positions: [SIMD3<Double>], bond: Double
  ) {
    let mean = positions.reduce(.zero, +) / Double(max(positions.count, 1))
    self.element = element
    self.type = type
    self.positions = positions.map { $0 - mean }
    self.bond = bond
  }
}
