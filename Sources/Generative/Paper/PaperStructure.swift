import Clusters
import Tensors
import Numerics

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

  /// The same shape with every distance multiplied by `factor`.
  func expanded(by factor: Float) -> PaperStructure {
    PaperStructure(
      positions: positions.map { factor * $0 }, neighbours: neighbours,
      distances: distances.map { factor * $0 })
  }

  /// From scaled positions [atoms, 3] and a graph.
  public init(positions: [Float], neighbours: Neighbours) {
    self.init(positions: positions, neighbours: neighbours, distances: [])
  }

  private init(positions: [Float], neighbours: Neighbours, distances: [Float]) {
    self.positions = positions
    self.neighbours = neighbours
    self.distances = distances
  }

  /// What a network with the given encoder sees of a cluster: its graph or its distances.
  public init(_ cluster: Cluster, for encoder: PaperArchitecture.Encoder) {
    positions = PaperUnits.scaled(cluster.positions)
    switch encoder {
    case .graph:
      neighbours = StructureGraph(cluster.shape, cutoff: PaperUnits.cutoff).neighbours
      distances = []
    case .perceptron:
      neighbours = Neighbours()
      distances = Self.ranked(cluster.distances)
    }
  }

  private static func ranked(_ sorted: [Double]) -> [Float] {
    (0..<ranks).map { rank in
      guard let last = sorted.indices.last else { return 0 }
      let place = Double(rank) / Double(ranks - 1) * Double(last)
      let lower = min(Int(clamping: place), max(last - 1, 0))
      let upper = min(lower + 1, last)
      let value = sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
      return Float(value / 30)
    }
  }

  /// Positions padded to `atoms`, as the decoder is to give them.
  package func target(atoms: Int) -> [Float] {  // [atoms, 3]
    positions + [Float](repeating: PaperUnits.padding, count: 3 * atoms - positions.count)
  }
}
