extension Panel {
  /// What a label belongs to: a spot with half axes in units of the axes.
  package struct Place: Sendable {
    package var text: String
    package var x: Double
    package var y: Double
    package var a: Double
    package var b: Double

    package init(_ text: String, x: Double, y: Double, a: Double = 0, b: Double = 0) {
      self.text = text
      self.x = x
      self.y = y
      self.a = a
      self.b = b
    }
  }

  /// Labels beside their places, moved so that they cover neither each other nor the places.
  ///
  /// Each text tries eight directions at several distances and takes, of those that are free, the
  /// one that hides the least data; texts are taken from top to bottom, so that the result does not
  /// depend on chance.
  package func separated(
    _ places: [Place], size: Double = 7,
    figureWidth: Double, figureHeight: Double
  ) -> [Label] {
    guard let margins, let across = x.range, let up = y.range else {
      return places.map { Label($0.text, x: $0.x, y: $0.y, size: size) }
    }
    // Millimetres per unit of the axes.
    let area = (
      width: figureWidth * frame.width - margins.left - margins.right,
      height: figureHeight * frame.height - margins.bottom - margins.top
    )
    let scale = (
      x: area.width / (across.upperBound - across.lowerBound),
      y: area.height / (up.upperBound - up.lowerBound)
    )
    let letter = size * 0.19  // mean width of a sans-serif letter, mm
    let line = size * 0.40  // mm
    let clear = 1.6  // from the place to the text, mm

    var taken = places.map {
      Box(
        x: ($0.x - across.lowerBound) * scale.x, y: ($0.y - up.lowerBound) * scale.y,
        halfWidth: max($0.a * scale.x * 0.8, 1), halfHeight: max($0.b * scale.y * 0.8, 1))
    }
    let spots = series.flatMap(\.points).map {
      (x: ($0.x - across.lowerBound) * scale.x, y: ($0.y - up.lowerBound) * scale.y)
    }
    var labels: [Label] = []
    for place in places.sorted(by: { ($0.y, $0.x) > ($1.y, $1.x) }) {
      let width = Double(place.text.count) * letter
      let centre = (
        x: (place.x - across.lowerBound) * scale.x, y: (place.y - up.lowerBound) * scale.y
      )
      let candidates = [1.0, 2, 3.5, 6].flatMap { reach in
        Self.directions.map { direction in
          Box(
            x: centre.x + direction.x * (place.a * scale.x + width / 2 + clear * reach),
            y: centre.y + direction.y * (place.b * scale.y + line / 2 + clear * reach),
            halfWidth: width / 2, halfHeight: line / 2)
        }
      }
      let free = candidates.filter { candidate in
        candidate.isInside(width: area.width, height: area.height)
          && !taken.contains { $0.overlaps(candidate) }
      }
      let hidden = free.map { box in spots.count { box.contains($0) } }
      let best = hidden.indices.min { hidden[$0] < hidden[$1] }
      let box = best.map { free[$0] } ?? candidates[0]
      taken.append(box)
      labels.append(
        Label(
          place.text, x: box.x / scale.x + across.lowerBound,
          y: box.y / scale.y + up.lowerBound, anchor: .center, size: size, isBold: true,
          isBoxed: true))
    }
    return labels
  }

  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0.8, 0.8), (0, 1), (-1, 0), (0, -1), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8),
  ]

  private struct Box {
    var x: Double
    var y: Double
    var halfWidth: Double
    var halfHeight: Double

    func overlaps(_ other: Box) -> Bool {
      abs(x - other.x) < halfWidth + other.halfWidth
        && abs(y - other.y) < halfHeight + other.halfHeight
    }

    func contains(_ spot: (x: Double, y: Double)) -> Bool {
      abs(x - spot.x) < halfWidth + 0.8 && abs(y - spot.y) < halfHeight + 0.8
    }

    func isInside(width: Double, height: Double) -> Bool {
      x - halfWidth >= 0 && x + halfWidth <= width && y - halfHeight >= 0
        && y + halfHeight <= height
    }
  }
}
