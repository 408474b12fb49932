import Foundation
import Numerics

/// The scattering of shapes that are met once: as `ReducedTransform` tabulates it, but a hundred
/// times faster, by one matrix product from numbers of pairs at distances to structure functions.
///
/// A pair is shared by the two nearest of evenly spaced distances, whose spread of at most a quarter
/// of `step`² changes amplitudes by less than 1 % where a PDF holds any.
package final class PairTables: Sendable {
  /// One shape's table.
  package typealias Table = [SIMD2<Float>]  // [nodes]: nearest neighbours, all others

  private static let step: Float = 0.004
  private static let near = 301
  private let bins: Int
  private let sines: Buffer  // [bins, nodes]

  /// - Parameter reach: longest distance that counts, in units of the bond length.
  package init(reach: Double) {
    let nodes = ReducedTransform.nodes
    let bins = Int(clamping: reach / Double(Self.step)) + 2
    self.bins = bins
    sines = Buffer(count: bins * nodes)
    let sines = sines
    Workers.perform(bins) { bin in
      let x = max(Double(bin) * Double(Self.step), 1e-3)
      let twice = 2 * cos(ReducedTransform.step * x)
      var (before, now) = (-sin(ReducedTransform.step * x), 0.0)
      for k in 0..<nodes {
        sines.pointer[bin * nodes + k] = Float(2 * now / x)
        (before, now) = (now, twice * now - before)
      }
    }
  }

  /// The tables of shapes.
  ///
  /// - Parameter shapes: positions in units of the bond length.
  package func tables(of shapes: [[SIMD3<Double>]]) -> [Table] {
    let nodes = ReducedTransform.nodes
    let counts = Buffer(count: 2 * shapes.count * bins)
    Workers.perform(shapes.count) { shape in
      count(
        shapes[shape], near: counts.pointer + (shapes.count + shape) * bins,
        far: counts.pointer + shape * bins)
    }
    let products = Buffer(count: 2 * shapes.count * nodes)
    multiply(
      Factor(counts.pointer, shapes.count, bins), Factor(sines.pointer, bins, nodes),
      into: products.pointer)
    // Rows of nearest neighbours end early.
    let short = Buffer(count: shapes.count * Self.near)
    for shape in shapes.indices {
      (short.pointer + shape * Self.near).update(
        from: counts.pointer + (shapes.count + shape) * bins, count: Self.near)
    }
    multiply(
      Factor(short.pointer, shapes.count, Self.near), Factor(sines.pointer, Self.near, nodes),
      into: products.pointer + shapes.count * nodes)
    return shapes.indices.map { shape in
      let (far, near) = (
        products.pointer + shape * nodes, products.pointer + (shapes.count + shape) * nodes
      )
      return (0..<nodes).map { SIMD2(near[$0], far[$0]) }
    }
  }

  /// Counts pairs over the number of atoms.
  private func count(
    _ positions: [SIMD3<Double>], near: UnsafeMutablePointer<Float>,
    far: UnsafeMutablePointer<Float>
  ) {
    typealias Lane = SIMD16<Float>
    let rows = (positions.count + 15) / 16
    var (x, y, z) = (
      [Lane](repeating: .zero, count: rows), [Lane](repeating: .zero, count: rows),
      [Lane](repeating: .zero, count: rows)
    )
    for (i, place) in positions.enumerated() {
      (x[i / 16][i % 16], y[i / 16][i % 16]) = (Float(place.x), Float(place.y))
      z[i / 16][i % 16] = Float(place.z)
    }
    let share = 1 / Float(max(positions.count, 1))
    let (last, middle) = (bins - 2, Int(1.2 / Self.step))
    let perBin = Lane(repeating: 1 / Self.step)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        z.withUnsafeBufferPointer { z in
          for i in 1..<max(positions.count, 1) {
            let (xi, yi, zi) = (x[i / 16][i % 16], y[i / 16][i % 16], z[i / 16][i % 16])
            for row in 0...(i - 1) / 16 {
              let (a, b, c) = (x[row] - xi, y[row] - yi, z[row] - zi)
              let place = (a * a + b * b + c * c).squareRoot() * perBin
              // Lane by lane: whole vectors have no fast conversion to integers.
              for lane in 0..<min(16, i - 16 * row) {
                let bin = Int(place[lane])
                guard bin < last else { continue }
                let upper = (place[lane] - Float(bin)) * share
                let counts = bin < middle ? near : far
                counts[bin] += share - upper
                counts[bin + 1] += upper
              }
            }
          }
        }
      }
    }
  }
}
