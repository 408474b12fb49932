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

/// A text at a place of the axes.
package struct Label: Sendable {
  package enum Anchor: String, Sendable { case left, center, right }

  package var text: String
  package var x: Double
  package var y: Double
  /// Whether x and y are fractions of the axes' area instead of values on the axes.
  package var isRelative: Bool
  package var anchor: Anchor
  package var colour: Colour
  package var size: Double  // pt
  package var isBold: Bool
  /// Whether what lies below the text shines through less.
  package var isBoxed: Bool

  package init(
    _ text: String, x: Double, y: Double, isRelative: Bool = false, anchor: Anchor = .left,
    colour: Colour = .ink, size: Double = 7, isBold: Bool = false, isBoxed: Bool = false
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.isRelative = isRelative
    self.anchor = anchor
    self.colour = colour
    self.size = size
    self.isBold = isBold
    self.isBoxed = isBoxed
  }
}

/// What the colours and markers mean.
package struct Key: Sendable {
  package enum Place: Hashable, Sendable {
    case none
    /// In the corner with the least data.
    case emptiest
    case topLeft, topRight, bottomLeft, bottomRight
    /// Beside the axes, in the margin.
    case above, below, right
  }

  package struct Entry: Sendable {
    package enum Sample: Sendable {
      case line(Colour, width: Double)
      case marker(Marker, Colour, diameter: Double)
      case area(Colour)
    }

    package var title: String
    package var sample: Sample

    package init(_ title: String, _ sample: Sample) {
      self.title = title
      self.sample = sample
    }
  }

  package var place: Place
  /// Entries that stand before those of the series.
  package var entries: [Entry]

  package init(_ place: Place = .emptiest, entries: [Entry] = []) {
    self.place = place
    self.entries = entries
  }
}
