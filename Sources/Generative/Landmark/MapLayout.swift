import Clusters
import Foundation
import Numerics

/// Lays shapes out on a plane: the closer two of them are there, the more alike are their
/// distances.
///
/// The difference of two shapes is the Hellinger distance of their distributions p(x) of pair
/// distances in units of the bond length, h² = 1 − ∫ √(p q) dx. Metric scaling finds the plane
/// whose distances come nearest to those differences: classical scaling (Torgerson 1952,
/// doi:10.1007/BF02288916) as a start, then majorisation of the stress (de Leeuw 1977).
package struct MapLayout {
  /// √p of each shape.
  package let roots: [[Double]]  // [shapes, bins]
  private let logAtoms: [Double]

  private static let (start, step, bins, width) = (0.7, 0.03, 344, 0.045)

  /// - Parameter shouldContinue: is asked for every shape, and ends the work by false; the layout is
  ///   then worth nothing.
  package init(_ shapes: [Shape], while shouldContinue: @Sendable () -> Bool = { true }) {
    roots = Workers.map(shapes.count) {
      shouldContinue()
        ? Self.root(of: shapes[$0]) : [Double](repeating: 0, count: Self.bins)
    }
    logAtoms = shapes.map { log(Double($0.count)) }
  }

  private static func root(of shape: Shape) -> [Double] {
    var counts = [Double](repeating: 0, count: bins)
    for distance in shape.distances {
      let place = (distance - start) / step
      let (first, last) = (place - 4 * width / step, place + 4 * width / step)
      guard first < Double(bins - 1), last > 0 else { continue }
      for bin in Range(
        from: max(0, Int(clamping: first)), to: min(bins - 1, Int(clamping: last)) + 1)
      {
        let z = (Double(bin) - place) * step / width
        counts[bin] += exp(-z * z / 2)
      }
    }
    let sum = max(counts.reduce(0, +), .leastNormalMagnitude)
    return counts.map { ($0 / sum).squareRoot() }
  }

  /// Places on the plane, larger shapes upwards, with half of all shapes closer than 1 to their
  /// next and none much closer than that.
  package func plane() -> [SIMD2<Double>] {
    let differences = differences()
    var places = classicalScaling(differences)
    for _ in 0..<300 { places = majorised(places, differences) }
    return spread(upright(places))
  }

  private func differences() -> [[Double]] {
    roots.map { p in
      roots.map { q in
        let overlap = zip(p, q).reduce(0) { $0 + $1.0 * $1.1 }
        return max(1 - overlap, 0).squareRoot()
      }
    }
  }

  /// The two leading principal coordinates, by power iteration.
  private func classicalScaling(_ differences: [[Double]]) -> [SIMD2<Double>] {
    let count = differences.count
    let squares = differences.map { row in row.map { $0 * $0 } }
    let means = squares.map { $0.reduce(0, +) / Double(count) }
    let mean = means.reduce(0, +) / Double(count)
    var axes: [[Double]] = []
    for axis in 0..<2 {
      var vector = (0..<count).map { cos(Double($0 * (axis + 1))) }
      var length = 0.0
      for _ in 0..<200 {
        for known in axes { remove(known, from: &vector) }
        vector = (0..<count).map { i in
          (0..<count).reduce(0) { sum, j in
            sum + (means[i] + means[j] - mean - squares[i][j]) / 2 * vector[j]
          }
        }
        length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        vector = vector.map { $0 / max(length, .leastNormalMagnitude) }
      }
      axes.append(vector.map { $0 * length.squareRoot() })
    }
    return (0..<count).map { SIMD2(axes[0][$0], axes[1][$0]) }
  }

  private func remove(_ axis: [Double], from vector: inout [Double]) {
    let square = axis.reduce(0) { $0 + $1 * $1 }
    let product = zip(axis, vector).reduce(0) { $0 + $1.0 * $1.1 }
    let share = product / max(square, .leastNormalMagnitude)
    for i in vector.indices { vector[i] -= share * axis[i] }
  }

  /// One step of the Guttman transform, which never raises the stress.
  private func majorised(
    _ places: [SIMD2<Double>], _ differences: [[Double]]
  ) -> [SIMD2<Double>] {
    places.indices.map { i in
      places.indices.reduce(into: SIMD2<Double>.zero) { sum, j in
        let step = places[i] - places[j]
        sum += step * (differences[i][j] / max(length(step), 1e-9))
      } / Double(places.count)
    }
  }

  /// Turned so that sizes grow upwards, with the first shape on the left.
  private func upright(_ places: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let mean = logAtoms.reduce(0, +) / Double(max(logAtoms.count, 1))
    var (xx, xy, yy, up) = (1e-12, 0.0, 1e-12, SIMD2<Double>.zero)
    for (place, size) in zip(places, logAtoms) {
      (xx, xy, yy) = (xx + place.x * place.x, xy + place.x * place.y, yy + place.y * place.y)
      up += place * (size - mean)
    }
    let gradient = SIMD2(yy * up.x - xy * up.y, xx * up.y - xy * up.x)
    let direction = gradient / max(length(gradient), .leastNormalMagnitude)
    let turned = places.map { place in
      SIMD2(direction.y * place.x - direction.x * place.y, (direction * place).sum())
    }
    let side = (turned.first?.x ?? 0) > 0 ? -1.0 : 1.0
    return turned.map { SIMD2(side * $0.x, $0.y) }
  }

  /// Scaled to a median distance of 1 to the nearest neighbour, and those that are closer pushed
  /// apart.
  private func spread(_ places: [SIMD2<Double>]) -> [SIMD2<Double>] {
    guard places.count > 1 else { return places }
    let nearest = places.indices.map { i in
      places.indices.reduce(Double.infinity) {
        $1 == i ? $0 : min($0, length(places[i] - places[$1]))
      }
    }.sorted()
    let unit = max(nearest[places.count / 2], 1e-9)
    // Shapes with the same distances would otherwise never come apart.
    var places = places.enumerated().map { index, place in
      place / unit + 1e-3 * SIMD2(cos(Double(index)), sin(Double(index)))
    }
    for _ in 0..<200 {
      places = places.indices.map { i in
        places.indices.reduce(into: places[i]) { place, j in
          let step = places[i] - places[j]
          let distance = length(step)
          if j != i, distance < 1 { place += step * (0.25 * (1 - distance) / distance) }
        }
      }
    }
    return places
  }

  private func length(_ x: SIMD2<Double>) -> Double { (x * x).sum().squareRoot() }
}
