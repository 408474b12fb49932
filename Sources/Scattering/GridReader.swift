import Foundation

/// Reads a band-limited function off its grid at given distances, and damps it there.
struct GridReader: Sendable {
  private let first: [Int32]  // [r]
  private let weights: [SIMD8<Float>]  // [r]

  /// Grid points that are read, from −`PairGrid.margin` on.
  let points: Int

  init(r: [Double], step: Double, qdamp: Double) {
    first = r.map { Int32($0 / step) + Int32(PairGrid.margin - SpreadingKernel.before) }
    weights = r.map { r in
      let place = r / step
      let damping = exp(-qdamp * qdamp * r * r / 2)
      return SpreadingKernel.polynomial(Float(place - place.rounded(.down))) * Float(damping)
    }
    points = PairGrid.points(reach: r.last ?? 0, step: step)
  }

  /// Values at every r from values on the grid.
  func read(_ grid: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
    let grid = UnsafeRawPointer(grid)
    weights.withUnsafeBufferPointer { weights in
      first.withUnsafeBufferPointer { first in
        for i in weights.indices {
          let values = grid.loadUnaligned(
            fromByteOffset: 4 * Int(first[i]), as: SIMD8<Float>.self)
          target[i] = (values * weights[i]).sum()
        }
      }
    }
  }
}
