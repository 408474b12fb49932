/// Where numbers lie; 0 where there are none.
package struct Spread: Sendable {
  package let mean, deviation, median: Double

  package init(_ values: [Double]) {
    let (count, sorted) = (Double(max(values.count, 1)), values.sorted())
    let mean = values.reduce(0, +) / count
    self.mean = mean
    deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    median =
      sorted.isEmpty ? 0 : (sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2]) / 2
  }
}

/// The order of numbers.
package enum Ranks {
  /// Spearman's ρ: the correlation of the ranks (Am. J. Psychol. 1904, 15, 72,
  /// doi:10.2307/1412159). Nil where one of the lists has fewer than two different numbers.
  ///
  /// - Parameter check: is called often, and ends the work by throwing.
  package static func correlation(
    _ xs: [Double], _ ys: [Double], check: () throws -> Void = {}
  ) rethrows -> Double? {
    let (a, b) = (try ranks(xs, check: check), try ranks(ys, check: check))
    let mean = Double(xs.count + 1) / 2
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - mean) * (y - mean)
      aa += (x - mean) * (x - mean)
      bb += (y - mean) * (y - mean)
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : nil
  }

  /// 1 for the smallest; equal numbers share the mean of their ranks.
  package static func ranks(
    _ values: [Double], check: () throws -> Void = {}
  ) rethrows -> [Double] {
    let order = try values.indices.sorted {
      try check()
      return values[$0] < values[$1]
    }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
