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
  /// How many lines below its place the text stands.
  package var drop = 0.0

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

/// A square panel that is centred on a place of another's axes.
package struct Inset: Sendable {
  package var panel: Panel
  package var x: Double
  package var y: Double
  package var side: Double  // mm

  package init(_ panel: Panel, x: Double, y: Double, side: Double) {
    self.panel = panel
    self.x = x
    self.y = y
    self.side = side
  }
}

/// A box with text in its middle, in units of the axes.
package struct Box: Sendable {
  package var text: String
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double
  package var fill: Colour

  package init(
    _ text: String, x: Double, y: Double, width: Double, height: Double, fill: Colour
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.fill = fill
  }
}

package struct Arrow: Sendable {
  package var from: SIMD2<Double>
  package var to: SIMD2<Double>
  package var colour: Colour
  package var hasHead: Bool

  package init(
    from: SIMD2<Double>, to: SIMD2<Double>, colour: Colour = .axis, hasHead: Bool = true
  ) {
    self.from = from
    self.to = to
    self.colour = colour
    self.hasHead = hasHead
  }
}
