import Clusters
import Foundation
import Numerics

extension PairCounts {
  /// The pairs of a cluster.
  ///
  /// Distances within a bin of 2⁻¹¹ Å are counted once, at their mean: in ideal structures, where
  /// each distance repeats, nothing is lost, and in others q²·2⁻²²/24 of an amplitude, 6e-6 at
  /// 25 Å⁻¹.
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
    let bins = Bins(upTo: cluster.diameter)
    let columns = Self.columns(positions)
    // Equal areas of the triangle of pairs, the same for any number of threads.
    let blocks = positions.count < 1500 ? 1 : 16
    let ends = (0...blocks).map {
      Int(clamping: Double(positions.count) * (Double($0) / Double(blocks)).squareRoot())
    }
    let parts = Workers.map(blocks) { block in
      Self.histogram(columns, ends[block]..<ends[block + 1], bins, while: shouldContinue)
    }
    self.init(parts, bins, atoms: positions.count)
  }

  /// Bins of equal width, and steps within them.
  private struct Bins {
    /// Steps to an Å; no distance has more than 2²³ of them.
    let scale: Double
    /// The logarithm of the number of steps to a bin.
    let shift: UInt32
    let count: Int

    init(upTo diameter: Double) {
      let most = min(max(diameter, 1), 1e4) + 1
      let power = min(18, Int(log2(Double(1 << 23) / most)))
      scale = Double(1 << power)
      // 2¹¹ bins to an Å, where distances are not longer than single precision can tell them apart.
      shift = UInt32(max(power - 11, 0))
      count = Int(most * scale) >> Int(shift) + 1
    }
  }

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

  /// - Parameter parts: of each bin, what `histogram` gives.
  private init(_ parts: [[UInt64]], _ bins: Bins, atoms: Int) {
    self.init(distances: [], counts: [], atoms: Double(atoms))
    let width = Double(1 << bins.shift)
    for place in parts[0].indices {
      let sum = parts.reduce(0) { $0 + $1[place] }
      guard sum > 0 else { continue }
      let (count, steps) = (Double(sum >> 32), Double(sum & 0xFFFF_FFFF))
      distances.append(max((Double(place) * width + steps / count) / bins.scale, 1e-3))
      counts.append(count)
    }
  }

  /// x, y and z in single precision, padded to whole vectors.
  private static func columns(_ positions: [SIMD3<Double>]) -> [[SIMD16<Float>]] {
    (0..<3).map { axis in
      stride(from: 0, to: positions.count, by: 16).map { start in
        var vector = SIMD16<Float>.zero
        for lane in 0..<min(16, positions.count - start) {
          vector[lane] = Float(positions[start + lane][axis])
        }
        return vector
      }
    }
  }

  /// The pairs of the atoms `lines` with all atoms before them: of each bin their number, in the
  /// upper half, and the sum of their steps within it.
  private static func histogram(
    _ columns: [[SIMD16<Float>]], _ lines: Range<Int>, _ bins: Bins,
    while shouldContinue: () -> Bool
  ) -> [UInt64] {
    typealias Lane = SIMD16<Float>
    var histogram = [UInt64](repeating: 0, count: bins.count)
    let scale = Lane(repeating: Float(bins.scale))
    let last = Lane(repeating: Float(min(bins.count << Int(bins.shift), 1 << 23) - 1))
    // Adding this rounds a float to an integer, which is then in its low bits.
    let (rounder, mask) = (Lane(repeating: 8_388_608), SIMD16<UInt32>(repeating: 0x7F_FFFF))
    let (shift, within) = (bins.shift, UInt32(1) << bins.shift - 1)
    // Distances are computed in vectors and counted one by one, which is fastest apart.
    let most = 2048
    withUnsafeTemporaryAllocation(byteCount: 4 * most, alignment: 64) { steps in
      histogram.withUnsafeMutableBufferPointer { histogram in
        columns[0].withUnsafeBufferPointer { x in
          columns[1].withUnsafeBufferPointer { y in
            columns[2].withUnsafeBufferPointer { z in
              for i in lines {
                if i % 256 == 0, !shouldContinue() { return }
                let (xi, yi, zi) = (x[i / 16][i % 16], y[i / 16][i % 16], z[i / 16][i % 16])
                for start in stride(from: 0, to: i, by: most) {
                  let end = min(start + most, i)
                  for row in start / 16..<(end + 15) / 16 {
                    let (a, b, c) = (x[row] - xi, y[row] - yi, z[row] - zi)
                    var place = (a * a + b * b + c * c).squareRoot() * scale
                    place.replace(with: last, where: .!(place .<= last))  // nan as well
                    steps.storeBytes(
                      of: unsafeBitCast(place + rounder, to: SIMD16<UInt32>.self) & mask,
                      toByteOffset: 4 * (16 * row - start), as: SIMD16<UInt32>.self)
                  }
                  let steps = steps.assumingMemoryBound(to: UInt32.self)
                  for k in 0..<(end - start) {
                    histogram[Int(steps[k] >> shift)] &+= 1 << 32 | UInt64(steps[k] & within)
                  }
                }
              }
            }
          }
        }
      }
    }
    return histogram
  }
}
