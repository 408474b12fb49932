import Clusters
import Numerics

extension PairCounts {
  /// The pairs of a cluster.
  ///
  /// Distances within `bin` are counted once, at their mean: in ideal structures, where each
  /// distance repeats, nothing is lost, and in others q²·bin²/24 of an amplitude, 6e-6 at 25 Å⁻¹.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; what is then counted is
  ///   nothing that anybody may use.
  package init(_ cluster: Cluster, while shouldContinue: @Sendable () -> Bool = { true }) {
    let positions = cluster.positions
    guard positions.count >= 80 else {
      self.init(distances: [], counts: [], atoms: Double(positions.count))
      for i in positions.indices {
        for j in 0..<i {
          let step = positions[i] - positions[j]
          distances.append(max((step * step).sum().squareRoot(), 1e-3))
        }
      }
      counts = Array(repeating: 1, count: distances.count)
      return
    }
    if let counted = Self.ofLattice(cluster, while: shouldContinue) {
      self = counted
      return
    }
    let bins = Int(clamping: min(cluster.diameter, 1e4) / Self.bin) + 2
    let columns = Self.columns(positions)
    // Equal areas of the triangle of pairs, the same for any number of threads.
    let blocks = positions.count < 1500 ? 1 : 16
    let ends = (0...blocks).map {
      Int(clamping: Double(positions.count) * (Double($0) / Double(blocks)).squareRoot())
    }
    let parts = Workers.map(blocks) { block in
      Self.histogram(columns, ends[block]..<ends[block + 1], bins: bins, while: shouldContinue)
    }
    self.init(parts, atoms: positions.count)
  }

  private static let bin = 5e-4

  /// From so many atoms on it is worth while to look for a lattice.
  private static let leastForLattice = 1000

  /// The pairs by the vectors of a lattice; nil where there is none, or the cluster is small.
  static func ofLattice(
    _ cluster: Cluster, while shouldContinue: @Sendable () -> Bool
  ) -> PairCounts? {
    guard cluster.count >= leastForLattice, let lattice = LatticeSites(cluster),
      let counter = LatticePairCounter(lattice)
    else { return nil }
    var pairs = PairCounts(distances: [], counts: [], atoms: Double(cluster.count))
    counter.count(while: shouldContinue) { distance, count in
      pairs.distances.append(distance)
      pairs.counts.append(Double(count))
    }
    return pairs
  }

  /// - Parameter parts: of each bin, the number of pairs and the sum of their shares of it.
  private init(_ parts: [[SIMD2<Float>]], atoms: Int) {
    self.init(distances: [], counts: [], atoms: Double(atoms))
    for place in parts[0].indices {
      let sum = parts.reduce(SIMD2<Double>.zero) { $0 + SIMD2<Double>($1[place]) }
      guard sum.x > 0 else { continue }
      distances.append(max((Double(place) + sum.y / sum.x) * Self.bin, 1e-3))
      counts.append(sum.x)
    }
  }

  /// x, y and z in single precision, padded to whole vectors.
  private static func columns(_ positions: [SIMD3<Double>]) -> [[SIMD8<Float>]] {
    (0..<3).map { axis in
      stride(from: 0, to: positions.count, by: 8).map { start in
        var vector = SIMD8<Float>.zero
        for lane in 0..<min(8, positions.count - start) {
          vector[lane] = Float(positions[start + lane][axis])
        }
        return vector
      }
    }
  }

  /// The pairs of the atoms `lines` with all atoms before them.
  private static func histogram(
    _ columns: [[SIMD8<Float>]], _ lines: Range<Int>, bins: Int, while shouldContinue: () -> Bool
  ) -> [SIMD2<Float>] {
    var histogram = [SIMD2<Float>](repeating: .zero, count: bins)
    let perBin = SIMD8<Float>(repeating: Float(1 / bin))
    let last = SIMD8<Float>(repeating: Float(bins - 1))
    let (x, y, z) = (columns[0], columns[1], columns[2])
    histogram.withUnsafeMutableBufferPointer { histogram in
      for i in lines {
        if i % 256 == 0, !shouldContinue() { return }
        let (xi, yi, zi) = (x[i / 8][i % 8], y[i / 8][i % 8], z[i / 8][i % 8])
        for block in 0..<((i + 7) / 8) {
          let (a, b, c) = (x[block] - xi, y[block] - yi, z[block] - zi)
          var place = (a * a + b * b + c * c).squareRoot() * perBin
          place.replace(with: last, where: .!(place .<= last))  // nan as well
          for lane in 0..<min(8, i - 8 * block) {
            let cell = Int(place[lane])
            histogram[cell] += SIMD2(1, place[lane] - Float(cell))
          }
        }
      }
    }
    return histogram
  }
}
