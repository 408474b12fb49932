import Numerics
import Clusters
import Foundation

/// The distances of a cluster on a grid, from which sums of sines over all pairs follow.
///
/// Pairs weigh 1/r, spread so that Σ_pairs sin(qr)/r is a sum over grid points. Where widths of
/// peaks depend on r, each grid point has a row for each of `RadialKnots`.
package struct PairGrid {
  /// Distance of grid points in Å.
  package let step: Double
  /// Grid points; the first stands at −`PairGrid.margin` steps.
  package let points: Int
  /// What functions of r are interpolated between; none where all peaks are equally wide.
  package let knots: RadialKnots?
  /// Is asked often while pairs are added; where it ends the work, what the grid holds is nothing
  /// that anybody may use.
  package var shouldContinue: @Sendable () -> Bool = { true }

  package init(step: Double, points: Int, knots: RadialKnots? = nil) {
    (self.step, self.points, self.knots) = (step, points, knots)
  }

  /// Numbers at each grid point.
  package var rows: Int { knots?.count ?? 1 }

  /// The longest distance that it holds, in Å.
  package var reach: Double { Double(points - Self.margin - SpreadingKernel.width) * step }

  /// Grid points below zero.
  package static let margin = 4

  /// Grid points that a distance of `reach` Å needs.
  package static func points(reach: Double, step: Double) -> Int {
    Int(clamping: reach / step) + margin + SpreadingKernel.width
  }

  /// Adds all pairs of a cluster to `grid`, in threads where there are many.
  package func add(_ cluster: Cluster, to grid: UnsafeMutablePointer<Float>) {  // [points, rows]
    // Pairs of few atoms hardly repeat.
    guard knots == nil, cluster.count < 400 else {
      return add(PairCounts(cluster, while: shouldContinue), to: grid)
    }
    let size = points * Self.copies
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { sums in
      guard let sums = sums.baseAddress else { return }
      sums.initialize(repeating: 0, count: size)
      add(Atoms(cluster.positions), lines: 0..<cluster.count, to: sums)
      for copy in 0..<Self.copies {
        for i in 0..<points { grid[i] += sums[copy * points + i] }
      }
    }
  }

  /// Adds pairs that are counted by their distances.
  package func add(_ pairs: PairCounts, to grid: UnsafeMutablePointer<Float>) {  // [points, rows]
    let first = grid + (Self.margin - SpreadingKernel.before) * rows
    for (distance, count) in zip(pairs.distances, pairs.counts) where count != 0 && distance > 0 {
      let place = min(distance / step, Double(points - SpreadingKernel.width))
      let cell = place.rounded(.down)
      let kernel =
        SpreadingKernel.polynomial(Float(place - cell)) * Float(count / distance)
      let target = UnsafeMutableRawPointer(first + Int(clamping: cell) * rows)
      guard let knots else {
        target.storeBytes(
          of: target.loadUnaligned(as: SIMD8<Float>.self) + kernel, as: SIMD8<Float>.self)
        continue
      }
      let (knot, share) = knots.place(of: distance)
      let shares = RadialKnots.polynomial(share)
      for point in 0..<8 {
        let line = target + 4 * (point * rows + knot)
        let old = line.loadUnaligned(as: SIMD8<Float>.self)
        line.storeBytes(of: old + shares * kernel[point], as: SIMD8<Float>.self)
      }
    }
  }

  /// Σ_pairs φ_j(r) sin(qr)/r times the kernel's transform, for each q of a table and each row.
  ///
  /// Only those rows of a part of the grid are multiplied that distances there can touch.
  package func sums(
    of grid: UnsafePointer<Float>, _ table: SineTable, into target: UnsafeMutablePointer<Float>
  ) {  // [q, rows]
    guard knots != nil else {
      return table.values.withUnsafeBufferPointer { sines in
        guard let sines = sines.baseAddress else { return }
        multiply(grid, sines, into: target, m: 1, n: table.count, k: points, transposed: false)
      }
    }
    target.initialize(repeating: 0, count: table.count * rows)
    table.values.withUnsafeBufferPointer { sines in
      guard let sines = sines.baseAddress else { return }
      for (start, end, touched) in parts {
        addProduct(
          transposed: sines + start * table.count, stride: table.count,
          grid + start * rows + touched.lowerBound, stride: rows,
          into: target + touched.lowerBound, stride: rows,
          m: table.count, n: touched.count, k: end - start)
      }
    }
  }

  /// Floating-point operations of `sums` for so many q.
  package func operations(_ q: Int) -> Double {
    parts.reduce(0) { $0 + 2 * Double(($1.end - $1.start) * $1.rows.count * q) }
  }

  /// Grid points that are multiplied at once, with the rows that distances there can touch.
  private var parts: [(start: Int, end: Int, rows: Range<Int>)] {
    guard knots != nil else { return [(0, points, 0..<1)] }
    return stride(from: 0, to: points, by: 48).map { start in
      let end = min(start + 48, points)
      return (start, end, rows(from: start, to: end))
    }
  }

  private func rows(from start: Int, to end: Int) -> Range<Int> {
    guard let knots else { return 0..<1 }
    // A point is touched from distances up to four steps away.
    let near = knots.place(of: Double(start - Self.margin - 5) * step).knot
    let far = knots.place(of: Double(end - Self.margin + 5) * step).knot
    return near..<min(far + 8, rows)
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
    let copy = 4 * points
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
              for lane in 0..<8 {
                let target = first + (4 * Int(cell[lane]) + (lane & 3) * copy)
                let old = target.loadUnaligned(as: SIMD8<Float>.self)
                let new = old + polynomial(fraction[lane]) * weight[lane]
                target.storeBytes(of: new, as: SIMD8<Float>.self)
              }
            }
          }
        }
      }
    }
  }
}
