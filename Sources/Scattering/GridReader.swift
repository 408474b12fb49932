import Foundation
import Numerics

/// Reads a band-limited function off its grid at given distances, and damps it there.
package struct GridReader: Sendable {
  private let first: [Int32]  // [r]
  private let weights: [SIMD8<Float>]  // [r]

  /// Grid points that are read, from −`PairGrid.margin` on.
  package let points: Int

  package init(r: [Double], step: Double, qdamp: Double) {
    let last = PairGrid.points(reach: r.last ?? 0, step: step) - SpreadingKernel.width
    first = r.map {
      let point = Int(clamping: $0 / step) + PairGrid.margin - SpreadingKernel.before
      return Int32(clamping: min(max(point, 0), last))
    }
    weights = r.map { r in
      let place = r / step
      let damping = exp(-qdamp * qdamp * r * r / 2)
      return SpreadingKernel.polynomial(Float(place - place.rounded(.down))) * Float(damping)
    }
    points = PairGrid.points(reach: r.last ?? 0, step: step)
  }

  /// Values at every r from values on the grid.
  package func read(_ grid: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
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

  /// What stands for data on the grid: Σ g·read(x) = Σ projection·x for any x on the grid.
  package func projection(_ g: [Double]) -> [Float] {  // [points]
    var sums = [Double](repeating: 0, count: points)
    for (i, weight) in weights.enumerated() {
      for j in 0..<8 { sums[Int(first[i]) + j] += g[i] * Double(weight[j]) }
    }
    return sums.map(Float.init)
  }

  /// The diagonals of the matrix A with Σ read(x)² = xᵀAx, each but the main one doubled.
  package func gram() -> [[Float]] {  // [8, points]
    var sums = [[Double]](repeating: Array(repeating: 0, count: points), count: 8)
    for (i, weight) in weights.enumerated() {
      for j in 0..<8 {
        for k in j..<8 {
          let product = Double(weight[j]) * Double(weight[k])
          sums[k - j][Int(first[i]) + j] += j == k ? product : 2 * product
        }
      }
    }
    return sums.map { $0.map(Float.init) }
  }
}
