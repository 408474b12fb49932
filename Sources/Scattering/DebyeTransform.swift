import Numerics
import Clusters
import Foundation

/// The way from distances to G(r) for given conditions, prepared once.
///
/// For one element form factors cancel, and with N atoms
///
///     F(Q) = (2/N) Σ_{i<j} sin(Q r_ij)/r_ij · exp(−Q² (B/8π²) w(r_ij))
///     G(r) = (2/π) exp(−(qdamp·r)²/2) ∫_qmin^qmax F(Q) sin(Qr) dQ
///
/// where `PeakWidth` is w. All is band-limited. Distances go onto a grid of half the Nyquist step, F is taken at the nodes
/// of the quadrature, and G comes from the same grid: a pass over the pairs and two small
/// matrix–vector products. Errors are about 1e-6 of max G.
///
/// P. Debye, Ann. Phys. 1915, 351, 809, doi:10.1002/andp.19153510606; C. L. Farrow and
/// S. J. L. Billinge, Acta Cryst. A 2009, 65, 232, doi:10.1107/S0108767309009714.
public struct DebyeTransform: Sendable {
  public let conditions: ScatteringConditions

  /// The longest distance in a cluster that this transform is made for, in Å.
  public let reach: Double

  /// Distances of the PDFs, in Å.
  public let r: [Double]  // [points]

  private(set) var pairs: PairGrid
  let sines: SineTable
  let weights: [Float]  // [nodes, rows]
  let output: GridReader

  /// Prepares for clusters of which no two atoms are further apart than `reach` Å.
  ///
  /// - Parameter shouldContinue: is asked often while PDFs are computed, and ends the work by false:
  ///   what is then computed is worth nothing.
  /// - Throws: `ScatteringError` for impossible conditions.
  /// - Complexity: as qmax² (rmax + reach)².
  public init(
    _ conditions: ScatteringConditions, reach: Double,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    try conditions.validate()
    try Quantity.reach.check(reach)
    self.conditions = conditions
    self.reach = reach
    let qmax = conditions.qmax
    let step = Double.pi / (2.2 * qmax)
    let farthest = max(conditions.rmax, reach)
    let points = PairGrid.points(reach: farthest, step: step)
    guard Double(points) * qmax * (conditions.rmax + reach) < 800_000_000 else {
      throw ScatteringError(
        "distances to \(farthest.plain) Å at qmax \(qmax.plain) Å⁻¹ need too large a table; lower one of them"
      )
    }

    let (q, steps) = conditions.quadrature.nodes(conditions, reach: reach)
    let count = q.count
    let width = q.map { conditions.biso * $0 * $0 / (8 * Double.pi * Double.pi) }
    let peaks = conditions.width
    let knots =
      peaks.isUniform
      ? nil
      : RadialKnots(
        from: max(peaks.start(upTo: farthest), 0.5), to: reach, width: width.max() ?? 0)
    let shares = knots?.distances.map { peaks($0) } ?? [1]
    weights = (0..<count).flatMap { k in
      let transform = SpreadingKernel.transform(q[k] * step)
      let quadrature = 4 / Double.pi * steps[k] / (transform * transform)
      return shares.map { Float(quadrature * exp(-width[k] * $0)) }
    }
    pairs = PairGrid(
      step: step, points: PairGrid.points(reach: reach, step: step), knots: knots)
    pairs.shouldContinue = shouldContinue
    sines = SineTable(q: q, step: step, points: points)
    r = conditions.r
    output = GridReader(r: r, step: step, qdamp: conditions.qdamp)
  }

  /// The same for work that another question ends.
  func asking(_ shouldContinue: @escaping @Sendable () -> Bool) -> DebyeTransform {
    var transform = self
    transform.pairs.shouldContinue = shouldContinue
    return transform
  }

  /// Floating-point operations of the two matrix products that a cluster's G(r) takes.
  public var operations: Double {
    2 * Double(sines.count) * Double(pairs.rows * pairs.points + output.points)
  }

  /// G(r) of a cluster in Å⁻², on `r`.
  public func g(_ cluster: Cluster) -> [Float] {  // [points]
    [Float](unsafeUninitializedCapacity: r.count) { buffer, filled in
      fill([cluster], into: buffer.baseAddress.unsafelyUnwrapped)
      filled = r.count
    }
  }

  /// The PDF of a cluster.
  public func pdf(_ cluster: Cluster) -> PDF {
    pdf(of: cluster, g: g(cluster).map(Double.init))
  }

  /// A PDF of values on `r`, with these conditions and the cluster's name and composition.
  private func pdf(of cluster: Cluster, g: [Double]) -> PDF {
    PDF(
      name: cluster.label, r: r, g: g, qmin: conditions.qmin, qmax: conditions.qmax,
      qdamp: conditions.qdamp, composition: Composition(cluster.element, atoms: cluster.count))
  }

  /// G(r) of many clusters, in threads.
  public func g(_ clusters: some RandomAccessCollection<Cluster> & Sendable) -> [Float] {
    let clusters = Array(clusters)  // [clusters, points]
    return [Float](unsafeUninitializedCapacity: clusters.count * r.count) { buffer, filled in
      if let start = buffer.baseAddress {
        nonisolated(unsafe) let target = start
        Workers.perform(Self.batches(of: clusters.count)) { batch in
          let places = Self.batch(batch, of: clusters.count)
          fill(clusters[places], into: target + places.lowerBound * r.count)
        }
      }
      filled = clusters.count * r.count
    }
  }

  /// Clusters that go through the matrix products together.
  private static func batch(_ number: Int, of clusters: Int) -> Range<Int> {
    number * 32..<min((number + 1) * 32, clusters)
  }

  private static func batches(of clusters: Int) -> Int { (clusters + 31) / 32 }

  /// The PDFs of many clusters, computed in threads of all ranks.
  public func pdfs(_ clusters: [Cluster]) -> [PDF] {
    let all = Processes.map(Self.batches(of: clusters.count)) { batch in
      g(clusters[Self.batch(batch, of: clusters.count)])
    }.flatMap { $0 }
    return clusters.enumerated().map { place, cluster in
      pdf(of: cluster, g: all[(place * r.count)..<((place + 1) * r.count)].map(Double.init))
    }
  }

  /// Writes G(r) of each cluster, one after the other.
  private func fill(_ clusters: ArraySlice<Cluster>, into target: UnsafeMutablePointer<Float>) {
    let batch = clusters.count
    guard pairs.shouldContinue() else {
      return target.initialize(repeating: 0, count: batch * r.count)
    }
    let (points, rows, count) = (pairs.points, pairs.rows, sines.count)
    let sizes = (grid: batch * rows * points, f: batch * rows * count, g: batch * output.points)
    withUnsafeTemporaryAllocation(
      of: Float.self, capacity: sizes.grid + sizes.f + batch * count + sizes.g
    ) { buffer in
      let grid = buffer.baseAddress.unsafelyUnwrapped
      let f = grid + sizes.grid
      let sum = f + sizes.f
      let coarse = sum + batch * count
      grid.initialize(repeating: 0, count: sizes.grid)
      for (place, cluster) in clusters.enumerated() {
        pairs.add(cluster, to: grid + place * rows * points)
      }
      sines.values.withUnsafeBufferPointer { sines in
        guard let table = sines.baseAddress else { return }
        if rows == 1 {
          multiply(grid, table, into: f, m: batch, n: count, k: points, transposed: false)
        } else {
          for place in 0..<batch {
            pairs.sums(
              of: grid + place * rows * points, self.sines, into: f + place * rows * count)
          }
        }
        for (place, cluster) in clusters.enumerated() {
          let perAtom = 1 / Float(max(cluster.count, 1))
          for k in 0..<count {
            let line = f + (place * count + k) * rows
            sum[place * count + k] =
              (0..<rows).reduce(0) { $0 + weights[k * rows + $1] * line[$1] } * perAtom
          }
        }
        multiply(
          sum, table, into: coarse, m: batch, n: output.points, k: count, transposed: true)
      }
      for place in 0..<batch {
        output.read(coarse + place * output.points, into: target + place * r.count)
      }
    }
  }
}

extension DebyeTransform {
  /// Prepares for all of these clusters.
  ///
  /// - Throws: `ScatteringError` for impossible conditions.
  public init(
    _ conditions: ScatteringConditions, for clusters: some Sequence<Cluster>,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    try self.init(
      conditions, reach: clusters.reduce(0) { max($0, $1.diameter) }, while: shouldContinue)
  }
}

extension Cluster {
  /// The PDF of this cluster.
  ///
  /// - Throws: `ScatteringError` for impossible conditions.
  public func pdf(
    _ conditions: ScatteringConditions = ScatteringConditions()
  ) throws(ScatteringError) -> PDF {
    try DebyeTransform(conditions, reach: diameter).pdf(self)
  }
}
