/// Structures in a fixed order: distinct shapes, each with several bond lengths.
///
/// A structure is placed when it is asked for, so that a catalogue of thousands costs no more
/// than its shapes. Structures of a shape stand side by side.
public struct Catalogue: RandomAccessCollection, Sendable {
  /// Which catalogue this is: `mmnp` or `stacking`.
  public let name: String

  /// The distinct shapes, each in the first of its elements.
  public let shapes: [Cluster]

  /// The number in `shapes` of each structure's shape.
  public let shapeIndex: [Int]  // [structures]

  let elements: [Clusters.Element]  // [structures]

  init(name: String, shapes: [Cluster], shapeIndex: [Int], elements: [Clusters.Element]) {
    self.name = name
    self.shapes = shapes
    self.shapeIndex = shapeIndex
    self.elements = elements
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { shapeIndex.count }

  public subscript(index: Int) -> Cluster {
    let shape = shapes[shapeIndex[index]]
    let element = elements[index]
    return element == shape.element
      ? shape : shape.scaled(to: element, exactly: element.bond ?? shape.bond)
  }

  /// Structures of one type.
  public func filtered(type: StructureType) -> Catalogue {
    filtered(types: [type])
  }

  /// Structures of several types.
  public func filtered(types: Set<StructureType>) -> Catalogue {
    filtered { shape, _ in types.contains(shape.type) }
  }

  /// Structures with so many atoms.
  public func filtered(atoms: ClosedRange<Int>) -> Catalogue {
    filtered { shape, _ in atoms.contains(shape.count) }
  }

  /// Structures of one element.
  public func filtered(element: Clusters.Element) -> Catalogue {
    filtered { $1 == element }
  }

  private func filtered(_ isKept: (Cluster, Clusters.Element) -> Bool) -> Catalogue {
    let kept = indices.filter { isKept(shapes[shapeIndex[$0]], elements[$0]) }
    let used = Set(kept.map { shapeIndex[$0] }).sorted()
    let renumbered = Dictionary(uniqueKeysWithValues: zip(used, 0...))
    return Catalogue(
      name: name, shapes: used.map { shapes[$0] },
      shapeIndex: kept.compactMap { renumbered[shapeIndex[$0]] },
      elements: kept.map { elements[$0] })
  }
}
