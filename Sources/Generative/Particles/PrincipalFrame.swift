import Numerics

/// The principal axes of points around their mean.
///
/// Axes with equal moments may be any in their plane, so nothing is told that depends on which they
/// are.
struct PrincipalFrame {
  /// Mean squares along the axes, ascending.
  let moments: [Double]
  private let axes: [SIMD3<Double>]
  /// Whether the first two axes have equal moments, and the last two.
  private let isEqual: [Bool]

  init(_ places: [SIMD3<Double>]) {
    var rows = [[Double]](repeating: [0, 0, 0], count: 3)
    for place in places {
      for i in 0..<3 { for j in 0..<3 { rows[i][j] += place[i] * place[j] } }
    }
    let share = 1 / Double(max(places.count, 1))
    let (values, vectors) =
      SymmetricMatrix(rows).eigen() ?? ([0, 0, 0], [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    let moments = values.map { max($0 * share, 0) }
    (self.moments, axes) = (moments, vectors.map { SIMD3($0[0], $0[1], $0[2]) })
    isEqual = (0..<2).map { moments[$0 + 1] - moments[$0] < 0.01 * max(moments[2], 1e-9) }
  }

  /// The axes, those that could be others as zero.
  var certainAxes: [SIMD3<Double>] {
    let isUncertain = [isEqual[0], isEqual[0] || isEqual[1], isEqual[1]]
    return zip(axes, isUncertain).map { $1 ? .zero : $0 }
  }

  /// The squares of a place's coordinates along the axes, averaged over axes of equal moments.
  func squares(of place: SIMD3<Double>) -> SIMD3<Double> {
    let along = axes.map { (place * $0).sum() * (place * $0).sum() }
    let sum = along[0] + along[1] + along[2]
    switch (isEqual[0], isEqual[1]) {
    case (false, false): return SIMD3(along[0], along[1], along[2])
    case (true, true): return SIMD3(repeating: sum / 3)
    case (true, false):
      let mean = (along[0] + along[1]) / 2
      return SIMD3(mean, mean, along[2])
    case (false, true):
      let mean = (along[1] + along[2]) / 2
      return SIMD3(along[0], mean, mean)
    }
  }
}
