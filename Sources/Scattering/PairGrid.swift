import Numerics
import Clusters
import Foundation

/// The distances of a cluster on a grid, from which sums of sines over all pairs follow.
///
/// With h the grid's step and T_j Chebyshev polynomials, row j holds the pairs' weights
/// T_j(2u − 1)/r, u = min(1, sharpening/r²), spread so that Σ_pairs T_j sin(qr)/r is a sum over
/// grid points. One row is enough where all peaks are equally wide.
package struct PairGrid {
  /// Distance of grid points in Å.
  package let step: Double
  /// Grid points in a row; the first stands at −`PairGrid.margin` steps.
  package let points: Int
  /// Number of Chebyshev polynomials.
  package let rows: Int
  /// δ₂ in Å², or another length squared.
  package var sharpening: Double
  /// Is asked often while pairs are added; where it ends the work, what the grid holds is nothing
  /// that anybody may use.
  package var shouldContinue: @Sendable () -> Bool = { true }

  package init(step: Double, points: Int, rows: Int, sharpening: Double) {
    (self.step, self.points, self.rows) = (step, points, rows)
    self.sharpening = sharpening
  }

  /// Grid points below zero.
  package static let margin = 4

  /// Grid points that a distance of `reach` Å needs.
  package static func points(reach: Double, step: Double) -> Int {
    Int(clamping: reach / step) + margin + SpreadingKernel.width
  }

  /// Adds all pairs of a cluster to `grid`, in threads where there are many.
  ///
  /// The pairs are cut into the same blocks for any number of threads, so that sums are rounded
  /// alike.
  package func add(_ cluster: Cluster, to grid: UnsafeMutablePointer<Float>) {  // [rows, points]
    let count = cluster.count
    let atoms = Atoms(cluster.positions)
    let blocks = count < 1500 ? 1 : 16
    let size = rows * points * Self.copies
    let partial = UnsafeMutablePointer<Float>.allocate(capacity: blocks * size)
    partial.initialize(repeating: 0, count: blocks * size)
    defer { partial.deallocate() }
    nonisolated(unsafe) let sums = partial
    // Equal areas of the triangle of pairs.
    let ends = (0...blocks).map {
      Int(clamping: Double(count) * (Double($0) / Double(blocks)).squareRoot())
    }
    if blocks == 1 {
      add(atoms, lines: 0..<count, to: sums)
    } else {
      Workers.perform(blocks) { block in
        add(atoms, lines: ends[block]..<ends[block + 1], to: sums + block * size)
      }
    }
    for copy in 0..<(blocks * Self.copies) {
      let part = partial + copy * rows * points
      for i in 0..<(rows * points) { grid[i] += part[i] }
    }
  }

  /// Adds pairs that are counted by their distances.
  package func add(_ pairs: PairCounts, to grid: UnsafeMutablePointer<Float>) {  // [rows, points]
    let first = UnsafeMutableRawPointer(grid + (Self.margin - SpreadingKernel.before))
    for (distance, count) in zip(pairs.distances, pairs.counts) where count > 0 && distance > 0 {
      let place = min(Float(distance / step), Float(points - SpreadingKernel.width))
      let cell = place.rounded(.down)
      let inverse = Float(1 / distance)
      add(
        SpreadingKernel.polynomial(place - cell) * (inverse * Float(count)), inverse,
        to: first + 4 * Int(cell))
    }
  }

  /// Sums that neighbouring pairs take in turn, so that none waits for the other's store.
  private static let copies = 4

  /// Positions in single precision, padded to whole vectors.
  private struct Atoms: Sendable {
    let x, y, z: [SIMD8<Float>]

    init(_ positions: [SIMD3<Double>]) {
      func column(_ axis: Int) -> [SIMD8<Float>] {
        stride(from: 0, to: positions.count, by: 8).map { start in
          var vector = SIMD8<Float>.zero
          for lane in 0..<min(8, positions.count - start) {
            vector[lane] = Float(positions[start + lane][axis])
          }
          return vector
        }
      }
      (x, y, z) = (column(0), column(1), column(2))
    }
  }

  /// Adds the pairs of the atoms `lines` with all atoms before them.
  private func add(_ atoms: Atoms, lines: Range<Int>, to grid: UnsafeMutablePointer<Float>) {
    let polynomial = SpreadingKernel.polynomial
    let perStep = SIMD8<Float>(repeating: Float(1 / step))
    let limit = SIMD8<Float>(repeating: Float(points - SpreadingKernel.width))
    // Adding this rounds a float to an integer, which is then in its low bits.
    let rounder = SIMD8<Float>(repeating: 12_582_912)
    let mask = SIMD8<Int32>(repeating: 0x3F_FFFF)
    let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
    let copy = 4 * rows * points
    let first = UnsafeMutableRawPointer(grid + (Self.margin - SpreadingKernel.before))

    atoms.x.withUnsafeBufferPointer { x in
      atoms.y.withUnsafeBufferPointer { y in
        atoms.z.withUnsafeBufferPointer { z in
          for i in lines {
            if i % 16 == 0, !shouldContinue() { return }
            let xi = SIMD8<Float>(repeating: x[i / 8][i % 8])
            let yi = SIMD8<Float>(repeating: y[i / 8][i % 8])
            let zi = SIMD8<Float>(repeating: z[i / 8][i % 8])
            for block in 0..<((i + 7) / 8) {
              let (a, b, c) = (x[block] - xi, y[block] - yi, z[block] - zi)
              var r = (a * a + b * b + c * c).squareRoot()
              r.replace(with: 1e-3, where: r .< 1e-3)  // atoms on top of each other
              var place = r * perStep
              place.replace(with: limit, where: .!(place .<= limit))  // nan as well
              let rounded = (place - 0.5) + rounder
              let fraction = place - (rounded - rounder)
              let cell = unsafeBitCast(rounded, to: SIMD8<Int32>.self) & mask
              var weight = 1 / r
              let isBefore = (lanes &+ Int32(truncatingIfNeeded: 8 * block)) .< Int32(i)
              weight.replace(with: 0, where: .!isBefore)
              if rows == 1 {
                for lane in 0..<8 {
                  let target = first + (4 * Int(cell[lane]) + (lane & 3) * copy)
                  let old = target.loadUnaligned(as: SIMD8<Float>.self)
                  let new = old + polynomial(fraction[lane]) * weight[lane]
                  target.storeBytes(of: new, as: SIMD8<Float>.self)
                }
              } else {
                for lane in 0..<8 where weight[lane] > 0 {
                  let target = first + (4 * Int(cell[lane]) + (lane & 3) * copy)
                  add(polynomial(fraction[lane]) * weight[lane], weight[lane], to: target)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Adds T_j(2u − 1) times `value` to each row.
  private func add(_ value: SIMD8<Float>, _ inverse: Float, to target: UnsafeMutableRawPointer) {
    let share = 2 * min(1, Float(sharpening) * inverse * inverse) - 1
    var target = target
    var (before, now) = (value, value * share)
    for row in 0..<rows {
      let old = target.loadUnaligned(as: SIMD8<Float>.self)
      target.storeBytes(of: old + before, as: SIMD8<Float>.self)
      target += 4 * points
      if row < rows - 1 { (before, now) = (now, 2 * share * now - before) }
    }
  }
}
