import Clusters

/// A structure as a graph, with its PDF as the label to learn from.
///
/// Atoms are nodes, and any two that are close enough are joined by two edges, there and back, each
/// with the distance. (Kjær, Anker et al., Digital Discovery 2023, 2, 69, doi:10.1039/D2DD00086E.)
public struct LabelledGraph: Sendable {
  /// The nodes.
  public let cluster: Cluster

  /// The label.
  public let pdf: PDF

  /// The atoms that each edge leads from and to.
  public let edges: [SIMD2<Int>]  // [edges]

  /// The distance along each edge in Å.
  public var lengths: [Double] {  // [edges]
    edges.map { length(cluster.positions[$0.x] - cluster.positions[$0.y]) }
  }

  /// Joins atoms that are at most `cutoff` bond lengths apart, as the published data set does.
  ///
  /// At its 1.02, an icosahedron keeps only its radial bonds.
  ///
  /// - Parameters:
  ///   - pdf: the label; without it, the PDF under the paper's conditions by diffpy's sum over Q.
  ///   - shouldContinue: is asked often, and ends the work by false; what is then made is worth
  ///     nothing.
  /// - Throws: `ScatteringError` for a cluster too large, or with too many edges.
  public init(
    _ cluster: Cluster, pdf: PDF? = nil, cutoff: Double = 1.02,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    let grid = CellGrid(cluster.positions, reach: cutoff * cluster.bond)
    var edges: [SIMD2<Int>] = []
    for (i, position) in cluster.positions.enumerated() where shouldContinue() {
      var near: [Int] = []
      grid.forEach(near: position) { j, _ in if j > i { near.append(j) } }
      guard edges.count + 2 * near.count <= Self.mostEdges else {
        throw ScatteringError("a graph has at most \(Self.mostEdges) edges")
      }
      edges += near.sorted().flatMap { [SIMD2(i, $0), SIMD2($0, i)] }
    }
    if let pdf {
      self.init(cluster, pdf: pdf, edges: edges)
      return
    }
    var conditions = ScatteringConditions()
    conditions.quadrature = .diffpy
    let transform = try DebyeTransform(
      conditions, reach: cluster.diameter, while: shouldContinue)
    self.init(cluster, pdf: transform.pdf(cluster), edges: edges)
  }

  /// The most edges of a graph; there and back counts twice.
  static let mostEdges = 20_000_000

  init(_ cluster: Cluster, pdf: PDF, edges: [SIMD2<Int>]) {
    self.cluster = cluster
    self.pdf = pdf
    self.edges = edges
  }
}

/// |v|.
private func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
