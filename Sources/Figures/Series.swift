import Glibc

/// Data and how they are drawn. Lengths are in pt, positions in units of the axes.
package struct Series: Sendable {
  package enum Shape: Sendable {
    case line(x: [Double], y: [Double], width: Double, isDashed: Bool)
    /// The area between two curves.
    case band(x: [Double], low: [Double], high: [Double])
    case points(x: [Double], y: [Double], Marker, diameter: Double)
    /// Upright bars from a lower to an upper end at each x.
    case errors(x: [Double], low: [Double], high: [Double])
    /// Markers with their own size and colour each, drawn in this order.
    case marks([Mark], Marker)
    /// Shaded balls, from the back to the front; the panel has margins and an x range.
    case balls([Ball])
    /// Discs coloured by values, from the least to the greatest; with a title there is a scale of
    /// the colours at the right.
    case shades(x: [Double], y: [Double], values: [Double], ramp: [Colour], diameter: Double)
    /// Boxes from zero to y around x.
    case bars(x: [Double], y: [Double], width: Double)
    /// Values on a regular grid, row by row upwards, in colours from the least to the greatest;
    /// with a title there is a scale of them at the right. NaN leaves a cell clear.
    case heat(x: [Double], y: [Double], values: [[Double]], ramp: [Colour])
  }

  package var shape: Shape
  package var colour: Colour
  /// How the key calls it; nil keeps it out of the key.
  package var title: String?
  /// What stands for it where a picture is made of letters.
  package var letter: Character?

  package init(
    _ shape: Shape, colour: Colour = .ink, title: String? = nil, letter: Character? = nil
  ) {
    self.shape = shape
    self.colour = colour
    self.title = title
    self.letter = letter
  }

  package static func line(
    _ x: [Double], _ y: [Double], colour: Colour, width: Double = 1, isDashed: Bool = false,
    title: String? = nil
  ) -> Series {
    Series(.line(x: x, y: y, width: width, isDashed: isDashed), colour: colour, title: title)
  }

  /// An ellipse with half axes a and b in units of the axes, a turned by `angle` from x.
  package static func ellipse(
    x: Double, y: Double, a: Double, b: Double, angle: Double = 0, colour: Colour,
    width: Double = 0.8, isDashed: Bool = false, title: String? = nil
  ) -> Series {
    let turns = (0...72).map { Double($0) / 72 * 2 * .pi }
    return .line(
      turns.map { x + a * cos($0) * cos(angle) - b * sin($0) * sin(angle) },
      turns.map { y + a * cos($0) * sin(angle) + b * sin($0) * cos(angle) },
      colour: colour, width: width, isDashed: isDashed, title: title)
  }

  /// What stands for its points among letters, where it is the series of this number.
  func letter(number: Int) -> Character {
    let letters: [Character] = ["o", "x", "+", "*", "#", "@", "%", "&"]
    return letter ?? letters[number % letters.count]
  }

  /// How the key shows the series, if it has a title.
  var entry: Key.Entry? {
    guard let title else { return nil }
    switch shape {
    case .line(_, _, let width, _): return .init(title, .line(colour, width: max(width, 1)))
    case .band, .bars: return .init(title, .area(colour))
    case .heat, .shades, .errors: return nil
    case .points(_, _, let marker, let diameter):
      return .init(title, .marker(marker, colour, diameter: max(diameter, 3)))
    case .balls: return .init(title, .marker(.disc, colour, diameter: 4))
    case .marks(_, let marker): return .init(title, .marker(marker, colour, diameter: 4))
    }
  }
}

/// A marker at a place, with an area of its own.
package struct Mark: Sendable {
  package var x: Double
  package var y: Double
  package var diameter: Double
  package var fill: Colour
  package var outline: Colour?

  package init(x: Double, y: Double, diameter: Double, fill: Colour, outline: Colour? = nil) {
    self.x = x
    self.y = y
    self.diameter = diameter
    self.fill = fill
    self.outline = outline
  }
}

/// A ball in the plane of the picture, in units of the axes.
package struct Ball: Sendable {
  package var x: Double
  package var y: Double
  package var radius: Double
  package var colour: Colour

  package init(x: Double, y: Double, radius: Double, colour: Colour) {
    self.x = x
    self.y = y
    self.radius = radius
    self.colour = colour
  }
}

package enum Marker: Sendable {
  case disc, circle, diamond, square, cross, star
  /// A cross to stand below another, as its rim.
  case thickCross
  /// What stands for a ball where a picture shades it by itself.
  case ball
}
