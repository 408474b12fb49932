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
