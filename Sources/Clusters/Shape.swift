/// The form of a particle: points in units of the bond length d, whatever metal they are of.
public struct Shape: Codable, Sendable {
  public let type: StructureType

  /// Positions in units of d, centred on their mean, in the order of the generator.
  public let sites: [SIMD3<Double>]  // [atoms, 3]

  /// How to make it again, where a generator made it.
  public let recipe: Recipe?

  /// A name, where no generator made it.
  public let name: String?

  /// Number of atoms.
  public var count: Int { sites.count }

  /// A shape that no generator made; its sites are moved so that their mean is the origin.
  public init(_ type: StructureType, sites: [SIMD3<Double>], name: String? = nil) {
    self.init(type, centred: centred(sites), recipe: nil, name: name)
  }

  /// A generator's shape.
  init(_ type: StructureType, _ recipe: Recipe, sites: [SIMD3<Double>]) {
    self.init(type, centred: centred(sites), recipe: recipe, name: nil)
  }

  init(
    _ type: StructureType, centred sites: [SIMD3<Double>], recipe: Recipe?, name: String?
  ) {
    (self.type, self.sites, self.recipe, self.name) = (type, sites, recipe, name)
  }

  /// The same points under another name, or none.
  func named(_ name: String?, as type: StructureType? = nil) -> Shape {
    Shape(type ?? self.type, centred: sites, recipe: nil, name: name)
  }

  /// The command that makes it of an element, as `icosahedron "Au", shells: 4`, or its name.
  public func label(of element: Element) -> String {
    recipe?.label(of: element) ?? name ?? "\(element.symbol)\(count)"
  }
}

/// The points, moved so that their mean is the origin.
func centred(_ positions: [SIMD3<Double>]) -> [SIMD3<Double>] {
  let mean = positions.reduce(.zero, +) / Double(max(positions.count, 1))
  return positions.map { $0 - mean }
}
