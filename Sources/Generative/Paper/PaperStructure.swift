import Clusters
import Tensors

/// What the paper's network sees of one structure.
public struct PaperStructure: Sendable {
  /// Scaled positions.
  public let positions: [Float]  // [atoms, 3]
  public let neighbours: Neighbours
  /// Distances at 200 evenly spaced ranks among all of them, ascending, in units of 30 Å.
  ///
  /// Any number of atoms gives the same number of values, which change smoothly with the structure;
  /// the list of all 19 900 distances of 200 atoms would cost a perceptron most of its weights.
  let distances: [Float]  // [ranks]

  static let ranks = 200

  public var count: Int { positions.count / 3 }

  /// From scaled positions [atoms, 3] and a graph.
  public init(positions: [Float], neighbours: Neighbours, distances: [Float] = []) {
    self.positions = positions
    self.neighbours = neighbours
    self.distances = distances
  }

  public init(_ cluster: Cluster) {
    let graph = StructureGraph(cluster, cutoff: PaperUnits.cutoff)
    let sorted = cluster.distances
    let distances = (0..<Self.ranks).map { rank -> Float in
      guard let last = sorted.indices.last else { return 0 }
      let place = Double(rank) / Double(Self.ranks - 1) * Double(last)
      let lower = min(Int(place), max(last - 1, 0))
      let upper = min(lower + 1, last)
      let value = sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
      return Float(value / 30)
    }
    self.init(
      positions: PaperUnits.scaled(cluster.positions), neighbours: graph.neighbours,
      distances: distances)
  }

  /// Positions padded to `atoms`, as the decoder is to give them.
  package func target(atoms: Int) -> [Float] {  // [atoms, 3]
    positions + [Float](repeating: PaperUnits.padding, count: 3 * atoms - positions.count)
  }
}
