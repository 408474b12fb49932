import Glibc
import Numerics

/// One plot: axes, what is drawn on them, and what is written.
package struct Panel: Sendable {
  /// Where the panel stands in the figure.
  package var frame: Frame

  /// Space between the frame and the axes; nil lets gnuplot find it.
  package var margins: Margins?

  package var x: Axis
  package var y: Axis

  /// Drawn in this order, the last on top.
  package var series: [Series]

  package var labels: [Label] = []
  package var key: Key

  /// Small panels at places of this one.
  package var insets: [Inset] = []
  package var boxes: [Box] = []
  package var arrows: [Arrow] = []

  /// The letter of the panel in its figure, as (a).
  package var letter: String?

  package var title: String?

  /// Whether a unit is as long on the x axis as on the y axis, whose ranges have equal spans.
  package var isSquare = false

  /// False for a picture without axes.
  package var hasAxes = true

  package init(
    frame: Frame = .full, margins: Margins? = nil, x: Axis = Axis(), y: Axis = Axis(),
    series: [Series] = [], key: Key = Key()
  ) {
    self.frame = frame
    self.margins = margins
    self.x = x
    self.y = y
    self.series = series
    self.key = key
  }
}

/// Widths in mm.
package struct Margins: Hashable, Sendable {
  package var left: Double
  package var right: Double
  package var bottom: Double
  package var top: Double

  package init(left: Double = 12.5, right: Double = 2.5, bottom: Double = 9.5, top: Double = 2.5) {
    self.left = left
    self.right = right
    self.bottom = bottom
    self.top = top
  }
}

extension Margins {
  /// Room for the numbers of an axis at the left, and for its name.
  static func left(of range: ClosedRange<Double>?) -> Double {
    guard let range, (range.upperBound - range.lowerBound).isFinite else { return 14 }
    let step = Axis.step(atLeast: (range.upperBound - range.lowerBound) / 7)
    let decimals = Axis.decimals(step: step, range.lowerBound, range.upperBound)
    let letters = [range.lowerBound, range.upperBound].map { end in
      let number = (end / step).rounded(.towardZero) * step
      return decimals.map { number.decimals($0).count } ?? GnuplotText.number(number).count
    }
    // 1.3 mm is the mean width of a letter of 6.5 pt.
    return 7.5 + 1.3 * Double(letters.max() ?? 1)
  }
}

extension Panel {
  /// Shows this range of the axis up, whose numbers may need more room than those of all data.
  package mutating func showUp(_ range: ClosedRange<Double>) {
    y.range = range
    if let left = margins?.left { margins?.left = max(left, Margins.left(of: range)) }
  }
}

package struct Axis: Sendable {
  package enum Tics: Sendable {
    case automatic
    case none
    case every(Double)
    case at([(position: Double, label: String)])
  }

  /// What the axis shows with its unit, as `r (Å)`.
  package var label: String
  /// From where to where; nil covers the data.
  package var range: ClosedRange<Double>?
  package var isLogarithmic: Bool
  package var tics: Tics

  /// How much of the axis is shown; 1 where that is left to gnuplot.
  var span: Double { range.map { $0.upperBound - $0.lowerBound } ?? 1 }

  /// The least of 1, 2 and 5 times a power of ten that is no less.
  static func step(atLeast least: Double) -> Double {
    let power = pow(10, log10(max(least, .leastNormalMagnitude)).rounded(.down))
    return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }

  /// How many digits after the point tics at this distance have, all as many; nil where their
  /// numbers are not written so.
  static func decimals(step: Double, _ low: Double, _ high: Double) -> Int32? {
    guard step < 1, step >= 1e-4, max(abs(low), abs(high)) < 1e5 else { return nil }
    return Int32((-log10(step) - 1e-9).rounded(.up))
  }

  /// The range that data take, with `room`, a share of it, at both ends.
  ///
  /// - Returns: nil where the data have no extent.
  static func range(
    of values: [Double], isLogarithmic: Bool = false, room: Double = 0.04
  ) -> ClosedRange<Double>? {
    let drawn = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    guard let low = drawn.min(), let high = drawn.max(), low < high, (high - low).isFinite
    else { return nil }
    if isLogarithmic {
      let factor = pow(high / low, room)
      return .init(between: low / factor, and: high * factor)
    }
    return .init(between: low - room * (high - low), and: high + room * (high - low))
  }

  package init(
    _ label: String = "", range: ClosedRange<Double>? = nil, isLogarithmic: Bool = false,
    tics: Tics = .automatic
  ) {
    self.label = label
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.tics = tics
  }
}
