/// Structures in a fixed order: distinct shapes, each in several metals.
///
/// A structure is placed when it is asked for, so that a catalogue of thousands costs no more
/// than its shapes. Structures of a shape stand side by side.
public struct Catalogue: RandomAccessCollection, Sendable {
  /// Which kind of catalogue this is.
  public let name: String

  /// Of particles the family that all are of, and the one that none is of.
  public internal(set) var family, without: ParticleFamily?

  /// The distinct shapes.
  public let shapes: [Shape]

  /// The number in `shapes` of each structure's shape.
  public let shapeIndex: [Int]  // [structures]

  let metals: [Metal]  // [structures]

  /// An element with the bond length d in Å that it has in a catalogue.
  struct Metal {
    let element: Clusters.Element
    let bond: Double

  }

  /// Every shape in every metal.
  init(_ name: String, _ shapes: [Shape], in metals: [Metal]) {
    self.init(
      name, shapes,
      shapeIndex: shapes.indices.flatMap { Array(repeating: $0, count: metals.count) },
      metals: shapes.flatMap { _ in metals })
  }

  private init(_ name: String, _ shapes: [Shape], shapeIndex: [Int], metals: [Metal]) {
    self.name = name
    self.shapes = shapes
    self.shapeIndex = shapeIndex
    self.metals = metals
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { shapeIndex.count }

  public subscript(index: Int) -> Cluster {
    Cluster(shapes[shapeIndex[index]], of: metals[index].element, exactly: metals[index].bond)
  }

  /// The first structure of each shape.
  public var representatives: [Cluster] {
    indices.filter { $0 == 0 || shapeIndex[$0] != shapeIndex[$0 - 1] }.map { self[$0] }
  }

  /// Structures of several types.
  public func filtered(types: Set<StructureType>) -> Catalogue {
    filtered { types.contains($0.type) }
  }

  /// Structures with so many atoms.
  public func filtered(atoms: ClosedRange<Int>) -> Catalogue {
    filtered { atoms.contains($0.count) }
  }

  private func filtered(_ isKept: (Shape) -> Bool) -> Catalogue {
    let kept = indices.filter { isKept(shapes[shapeIndex[$0]]) }
    let used = Set(kept.map { shapeIndex[$0] }).sorted()
    let renumbered = Dictionary(uniqueKeysWithValues: zip(used, 0...))
    var catalogue = Catalogue(
      name, used.map { shapes[$0] },
      shapeIndex: kept.compactMap { renumbered[shapeIndex[$0]] },
      metals: kept.map { metals[$0] })
    (catalogue.family, catalogue.without) = (family, without)
    return catalogue
  }
}
