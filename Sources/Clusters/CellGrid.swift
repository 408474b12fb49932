import Foundation
import Numerics

/// Points sorted into the cells of a grid, so that near ones are found in linear time: neighbours in
/// first shells, graphs and motifs.
///
/// Cells are at least as wide as the reach, and each point is compared with those of its own cell
/// and the 26 around it. There are at most eight cells for each point, wherever the points lie.
package struct CellGrid {
  private let points: [SIMD3<Double>]
  private let reach: Double
  private let origin: SIMD3<Double>
  private let width: SIMD3<Double>
  private let size: SIMD3<Int>  // cells along each axis
  private let order: [Int]  // [points], cell by cell
  private let firsts: [Int]  // [cells + 1]

  /// - Parameter reach: how far apart near points are at most, above 0, in the unit of the points.
  package init(_ points: [SIMD3<Double>], reach: Double) {
    (self.points, self.reach) = (points, reach)
    let low = points.reduce(points.first ?? .zero) { pointwiseMin($0, $1) }
    let extent = points.reduce(low) { pointwiseMax($0, $1) } - low
    let most = 2 * cbrt(Double(points.count)).rounded(.up)
    func cells(_ length: Double) -> Int { max(1, Int(clamping: min(length / reach, most))) }
    let size = SIMD3(cells(extent.x), cells(extent.y), cells(extent.z))
    (origin, self.size) = (low, size)
    width = (extent / SIMD3<Double>(size)).clamped(
      lowerBound: .init(repeating: max(reach, .leastNormalMagnitude)),
      upperBound: .init(repeating: .infinity))
    var homes: [Int] = []
    homes.reserveCapacity(points.count)
    var counts = [Int](repeating: 0, count: size.x * size.y * size.z + 1)
    for point in points {
      let cell = Self.cell(of: point, origin, width, size)
      let home = cell.x + size.x * (cell.y + size.y * cell.z)
      homes.append(home)
      counts[home + 1] += 1
    }
    for cell in 1..<counts.count { counts[cell] += counts[cell - 1] }
    firsts = counts
    var order = [Int](repeating: 0, count: points.count)
    for (point, home) in homes.enumerated() {
      order[counts[home]] = point
      counts[home] += 1
    }
    self.order = order
  }

  private static func cell(
    of point: SIMD3<Double>, _ origin: SIMD3<Double>, _ width: SIMD3<Double>, _ size: SIMD3<Int>
  ) -> SIMD3<Int> {
    let place = (point - origin) / width
    func along(_ axis: Int) -> Int { min(max(Int(clamping: place[axis]), 0), size[axis] - 1) }
    return SIMD3(along(0), along(1), along(2))
  }

  /// Calls `body` with every point that is within reach of a place, and its squared distance.
  package func forEach(near place: SIMD3<Double>, _ body: (Int, Double) -> Void) {
    let home = Self.cell(of: place, origin, width, size)
    let low = pointwiseMax(home &- 1, .zero)
    let high = pointwiseMin(home &+ 1, size &- 1)
    for z in low.z...high.z {
      for y in low.y...high.y {
        let row = size.x * (y + size.y * z)
        for index in order[firsts[row + low.x]..<firsts[row + high.x + 1]] {
          let step = points[index] - place
          let square = (step * step).sum()
          if square <= reach * reach { body(index, square) }
        }
      }
    }
  }

  /// The numbers of the other points within reach of each, ascending.
  package var neighbours: [[Int]] {  // [points][neighbours]
    points.indices.map { i in
      var near: [Int] = []
      forEach(near: points[i]) { j, _ in if j != i { near.append(j) } }
      return near.sorted()
    }
  }
}
