import Glibc

extension Panel {
  /// The corner in which a key hides no data; above the axes if there is none.
  ///
  /// - Parameters:
  ///   - keyWidth: the key's share of the width of the axes; less than 0.4 counts as that.
  ///   - keyHeight: its share of their height, likewise at least 0.35.
  package func emptiestCorner(width keyWidth: Double = 0, height keyHeight: Double = 0) -> Key.Place
  {
    let (wide, high) = (max(keyWidth, 0.4), max(keyHeight, 0.35))
    let points = series.flatMap(\.points)
    let width = x.range ?? Self.span(points.map(\.x))
    let height = y.range ?? Self.span(points.map(\.y))
    let corners: [Key.Place] = [.topRight, .topLeft, .bottomRight, .bottomLeft]
    var counts = [0, 0, 0, 0]
    for point in points {
      let across = Self.fraction(point.x, width, isLogarithmic: x.isLogarithmic)
      let up = Self.fraction(point.y, height, isLogarithmic: y.isLogarithmic)
      let (isRight, isLeft) = (across >= 1 - wide, across <= wide)
      let (isHigh, isLow) = (up >= 1 - high, up <= high)
      if isRight && isHigh { counts[0] += 1 }
      if isLeft && isHigh { counts[1] += 1 }
      if isRight && isLow { counts[2] += 1 }
      if isLeft && isLow { counts[3] += 1 }
    }
    let least = counts.indices.min { counts[$0] < counts[$1] } ?? 0
    return counts[least] == 0 ? corners[least] : .above
  }

  /// The upper end of the y axis that leaves room for a key of so many lines at the top right.
  ///
  /// - Parameter height: height of the axes' area in mm.
  package func roomForKey(lines: Int, bottom: Double, height: Double) -> Double {
    let points = series.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    let width = x.range ?? Self.span(points.map(\.x))
    let top = points.map(\.y).max() ?? 1
    let right = points.filter { Self.fraction($0.x, width, isLogarithmic: false) > 0.5 }
    let highest = right.map(\.y).max() ?? bottom
    let free = max(1 - (Double(lines) * 3.1 + 2) / height, 0.3)
    return max(top + 0.04 * (top - bottom), bottom + (highest - bottom) / free)
  }

  private static func span(_ values: [Double]) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    return (finite.min() ?? 0)...(finite.max() ?? 1)
  }

  private static func fraction(
    _ value: Double, _ range: ClosedRange<Double>, isLogarithmic: Bool
  ) -> Double {
    var (low, high, value) = (range.lowerBound, range.upperBound, value)
    if isLogarithmic {
      guard low > 0, value > 0 else { return 0.5 }
      (low, high, value) = (log(low), log(high), log(value))
    }
    return high > low ? (value - low) / (high - low) : 0.5
  }
}

extension Series {
  /// Where something is drawn, roughly.
  var points: [(x: Double, y: Double)] {
    switch shape {
    case .line(let x, let y, _, _): Self.path(x, y)
    case .points(let x, let y, _, _), .bars(let x, let y, _), .shades(let x, let y, _, _, _):
      Array(zip(x, y)).map { (x: $0, y: $1) }
    case .band(let x, _, let high), .errors(let x, _, let high):
      Array(zip(x, high)).map { (x: $0, y: $1) }
    case .marks(let marks, _): marks.map { (x: $0.x, y: $0.y) }
    case .balls(let balls): balls.map { (x: $0.x, y: $0.y) }
    case .heat(let x, let y, _, _): y.flatMap { row in x.map { (x: $0, y: row) } }
    }
  }
}

extension Series {
  /// Points along a line, so dense that no corner is crossed unseen.
  private static func path(_ x: [Double], _ y: [Double]) -> [(x: Double, y: Double)] {
    let parts = max(1, 100 / max(x.count, 1))
    return zip(zip(x, y), zip(x.dropFirst(), y.dropFirst())).flatMap { from, to in
      (0...parts).map { step in
        let part = Double(step) / Double(parts)
        return (x: from.0 + part * (to.0 - from.0), y: from.1 + part * (to.1 - from.1))
      }
    }
  }
}
