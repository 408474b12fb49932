import Numerics
import Glibc

extension Figure {
  /// How often values occur, in bins of equal width; whole numbers stand in the middle of theirs.
  ///
  /// Without a number of bins, their width is that of Freedman and Diaconis,
  /// 2·IQR/∛n (Z. Wahrscheinlichkeit 1981, 57, 453), in 5 … 60 bins.
  package static func histogram(
    _ values: [Double], bins: Int? = nil, label: String, colour: Colour = Colour(0x4F81BD)
  ) -> Figure {
    let sorted = values.filter(isDrawable).sorted()
    var low = sorted.first ?? 0
    var span = (sorted.last ?? 1) - low
    if span <= 0 { span = 1 }
    var count = bins ?? Self.binCount(sorted, span: span)
    if bins == nil, sorted.allSatisfy({ $0 == $0.rounded() }) {
      let step = max(1, (span / Double(count)).rounded())
      low -= 0.5
      count = Int(clamping: ((span + 1) / step).rounded(.up))
      span = Double(count) * step
    }
    let width = span / Double(count)
    var heights = [Double](repeating: 0, count: count)
    for value in sorted { heights[min(Int(clamping: (value - low) / width), count - 1)] += 1 }
    let centres = heights.indices.map { low + (Double($0) + 0.5) * width }
    var panel = Panel(
      margins: Margins(left: 13), x: Axis(label, range: low...(low + span)),
      y: Axis("count", range: 0...max((heights.max() ?? 1) * 1.06, 1)))
    panel.series = [Series(.bars(x: centres, y: heights, width: width), colour: colour)]
    panel.key.place = .none
    return Figure(height: 55, panels: [panel])
  }

  /// Sets of whole numbers as one histogram in which they stand on one another, in about so many
  /// bins that hold equally many numbers.
  package static func histogram(
    of parts: [(colour: Colour, values: [Int])], bins about: Int, label: String, count: String
  ) -> Figure {
    let all = parts.flatMap(\.values)
    let (first, last) = (all.min() ?? 0, all.max() ?? 1)
    let step = max(1, Int(clamping: (Double(last - first + 1) / Double(about)).rounded()))
    let bins = (last - first) / step + 1
    let (low, width) = (Double(first) - 0.5, Double(step))
    let centres = (0..<bins).map { low + (Double($0) + 0.5) * width }
    var tops = [Double](repeating: 0, count: bins)
    var series: [Series] = []
    for part in parts {
      for value in part.values { tops[(value - first) / step] += 1 }
      // The tallest is drawn first, so that the lower parts cover its foot.
      series.insert(Series(.bars(x: centres, y: tops, width: width), colour: part.colour), at: 0)
    }
    var panel = Panel(
      margins: Margins(left: 13, bottom: 11),
      x: Axis(label, range: low...(low + Double(bins) * width)),
      y: Axis(count, range: 0...max((tops.max() ?? 1) * 1.06, 1)), series: series)
    panel.key.place = .none
    return Figure(height: 55, panels: [panel])
  }

  /// Whether sums and differences of such values stay finite.
  private static func isDrawable(_ value: Double) -> Bool { abs(value) < 1e300 }

  private static func binCount(_ sorted: [Double], span: Double) -> Int {
    guard sorted.count > 3 else { return 5 }
    let spread = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    let width = 2 * spread / cbrt(Double(sorted.count))
    guard width > 0 else { return 20 }
    return Int(clamping: min(max((span / width).rounded(.up), 5), 60))
  }
}
