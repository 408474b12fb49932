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
  public init(_ cluster: Cluster, pdf: PDF, cutoff: Double = 1.02) {
    let lists = CellGrid(cluster.positions, reach: cutoff * cluster.bond).neighbours
    self.init(
      cluster, pdf: pdf,
      edges: lists.enumerated().flatMap { i, near in
        near.filter { $0 > i }.flatMap { [SIMD2(i, $0), SIMD2($0, i)] }
      })
  }

  /// The graph of the published data set: its label is the PDF under the paper's conditions, by
  /// diffpy's sum over Q.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; what is then made is
  ///   worth nothing.
  /// - Throws: `ScatteringError` for a cluster too large.
  public init(
    _ cluster: Cluster, cutoff: Double = 1.02,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    var conditions = ScatteringConditions()
    conditions.quadrature = .diffpy
    let transform = try DebyeTransform(
      conditions, reach: cluster.diameter, while: shouldContinue)
    self.init(cluster, pdf: transform.pdf(cluster), cutoff: cutoff)
  }

  init(_ cluster: Cluster, pdf: PDF, edges: [SIMD2<Int>]) {
    self.cluster = cluster
    self.pdf = pdf
    self.edges = edges
  }
}

/// |v|.
private func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
