import Clusters
import Tensors

/// What the networks are to learn of each shape.
struct ShapeTargets: Sendable {
  let graphs: [StructureGraph]
  let positions: [[Float]]  // [shapes][3 · atoms], units of the bond length, zero-padded
  let presence: [[Float]]  // [shapes][atoms], 1 for an atom
  let weights: [[Float]]  // [shapes][3 · atoms], 1/(3 N) for the coordinates of atoms
  /// Cumulative chances of being drawn.
  private let chances: [Double]

  init(_ shapes: [Cluster], architecture: Architecture) {
    graphs = shapes.map { StructureGraph($0, cutoff: architecture.cutoff) }
    positions = shapes.map { shape in
      shape.positions.flatMap { [$0.x, $0.y, $0.z].map { Float($0 / shape.bond) } }
        + [Float](repeating: 0, count: 3 * (architecture.atoms - shape.count))
    }
    presence = shapes.map { shape in
      (0..<architecture.atoms).map { $0 < shape.count ? 1 : 0 }
    }
    weights = shapes.map { shape in
      (0..<3 * architecture.atoms).map { $0 < 3 * shape.count ? 1 / Float(3 * shape.count) : 0 }
    }
    // Every type gets a share by the root of its number, so that rare types are seen more often.
    let sizes = Dictionary(grouping: shapes, by: \.type).mapValues(\.count)
    var sum = 0.0
    chances = shapes.map { shape in
      sum += 1 / Double(sizes[shape.type] ?? 1).squareRoot()
      return sum
    }
  }

  /// A shape at random, rare types more often.
  func draw(from random: inout RandomGenerator) -> Int {
    let place = random.uniform() * (chances.last ?? 0)
    var (low, high) = (0, chances.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if chances[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
