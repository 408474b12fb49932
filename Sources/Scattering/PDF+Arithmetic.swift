import Numerics

extension PDF {
  /// The points with r in a range.
  public func cut(_ range: ClosedRange<Double>) -> PDF {
    // Half a millionth of an Å, so that 20.0 as read and as computed are the same.
    let kept = r.indices.filter {
      r[$0] > range.lowerBound - 5e-7 && r[$0] < range.upperBound + 5e-7
    }
    var part = self
    part.r = kept.map { r[$0] }
    part.g = kept.map { g[$0] }
    part.errors = errors.map { errors in kept.map { errors[$0] } }
    return part
  }

  /// The largest |G|.
  public var largest: Double { g.reduce(0) { max($0, abs($1)) } }

  /// Divided by its largest value, as the paper's network sees it.
  ///
  /// A PDF that is zero, or nowhere positive, stays as it is.
  public var normalised: PDF {
    let largest = g.max() ?? 0
    return largest > 0 ? scaled(by: 1 / largest) : self
  }

  /// Times a factor.
  public func scaled(by factor: Double) -> PDF {
    var scaled = self
    scaled.g = g.map { $0 * factor }
    scaled.errors = errors.map { $0.map { $0 * abs(factor) } }
    return scaled
  }

  /// This PDF less another, which is taken at this one's distances.
  public func minus(_ other: PDF) -> PDF { combined(with: other, name: "−") { $0 - $1 } }

  /// This PDF and another, which is taken at this one's distances.
  public func plus(_ other: PDF) -> PDF { combined(with: other, name: "+") { $0 + $1 } }

  private func combined(
    with other: PDF, name sign: String, _ operation: (Double, Double) -> Double
  ) -> PDF {
    var result = self
    result.name = "\(name) \(sign) \(other.name)"
    result.g = zip(g, other.resampled(on: r).g).map(operation)
    result.errors = nil
    return result
  }

  /// At other distances, by a cubic through the four points around each; zero outside.
  ///
  /// A PDF of step 0.01 Å and qmax 25 Å⁻¹ is met to about 1e-4 of its largest value.
  public func resampled(on distances: [Double]) -> PDF {
    var result = self
    result.r = distances
    result.g = distances.map(value)
    if distances != r { result.errors = nil }
    return result
  }

  /// The distances in a range that this PDF does not have, in words, or nil where it has all.
  public func lacking(_ range: ClosedRange<Double>) -> String? {
    guard let first = r.first, let last = r.last else { return "there are no points at all" }
    let step = r.count > 1 ? (last - first) / Double(r.count - 1) : 0
    var gaps: [String] = []
    if first > range.lowerBound + step {
      gaps.append("\(range.lowerBound.plain) to \(first.plain) Å")
    }
    if last < range.upperBound - step {
      gaps.append("\(last.plain) to \(range.upperBound.plain) Å")
    }
    return gaps.isEmpty
      ? nil : "no data from \(gaps.joined(separator: " and from ")); taken as zero"
  }

  private func value(at distance: Double) -> Double {
    guard let first = r.first, let last = r.last, distance > first - 1e-6, distance < last + 1e-6
    else { return 0 }
    // Binary search for the last point at or below.
    var (low, high) = (0, r.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if r[middle] <= distance { low = middle } else { high = middle }
    }
    if abs(r[low] - distance) < 1e-9 { return g[low] }
    let start = max(0, min(low - 1, r.count - 4))
    let nodes = start..<min(start + 4, r.count)
    return nodes.reduce(0) { sum, i in
      sum
        + nodes.reduce(g[i]) { product, j in
          i == j ? product : product * (distance - r[j]) / (r[i] - r[j])
        }
    }
  }
}
