import Scattering
import Foundation

/// How well curves on the grid follow the data, without reading them at the data's points.
///
/// Least squares need Σ g·y and Σ y² only, and both are sums over the grid: y is linear in the
/// grid's values, with eight of them for each point.
struct Likeness: Sendable {
  private let projection: [Float]  // [points]
  private let diagonals: [[Float]]  // [8, points]

  /// How many points of the grid it looks at, from the first on.
  var points: Int { projection.count }

  init(_ g: [Double], reader: GridReader) {
    projection = reader.projection(g)
    diagonals = reader.gram()
  }

  /// The scale of least squares, and the likeness Σgy/√Σy² at it.
  func callAsFunction(_ grid: UnsafePointer<Float>) -> (scale: Double, likeness: Double) {
    let count = projection.count
    var gy: Float = 0
    projection.withUnsafeBufferPointer { projection in
      for i in 0..<count { gy += projection[i] * grid[i] }
    }
    var yy: Float = 0
    for (offset, diagonal) in diagonals.enumerated() {
      diagonal.withUnsafeBufferPointer { diagonal in
        for i in 0..<(count - offset) { yy += diagonal[i] * grid[i] * grid[i + offset] }
      }
    }
    let (gy64, yy64) = (Double(gy), Double(yy))
    return yy64 > 0 ? (gy64 / yy64, gy64 / yy64.squareRoot()) : (0, 0)
  }
}
