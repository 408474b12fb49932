import Numerics

/// Leaving out points of a curve that nobody would miss.
package enum Thinning {
  /// The points that a curve needs to pass all others within `tolerance` of its height; all of them
  /// if x does not ascend.
  ///
  /// From a kept point a cone of slopes is narrowed by each further point; the last one inside it is
  /// kept next (the swinging door of Bristol, US patent 4669097).
  package static func indices(x: [Double], y: [Double], tolerance: Double = 2e-4) -> [Int] {
    let count = min(x.count, y.count)
    let ascends = zip(x, x.dropFirst()).allSatisfy(<) && y.allSatisfy(\.isFinite)
    guard count > 2, ascends, let low = y.min(), let high = y.max() else { return Array(0..<count) }
    let width = tolerance * (high - low)
    var kept = [0]
    var start = 0
    var cone = (low: -Double.infinity, high: Double.infinity)
    for point in 1..<count {
      func slope(_ shift: Double) -> Double {
        (y[point] + shift - y[start]) / (x[point] - x[start])
      }
      if !(cone.low <= slope(0) && slope(0) <= cone.high) {
        start = point - 1
        kept.append(start)
        cone = (-.infinity, .infinity)
      }
      cone = (max(cone.low, slope(-width)), min(cone.high, slope(width)))
    }
    return kept + [count - 1]
  }
}
