extension Panel {
  /// What belongs to a place of the axes and is to stand near it: a text or a picture.
  package struct Guest: Sendable {
    /// The place, in units of the axes.
    package var x: Double
    package var y: Double
    /// What it takes, in mm.
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    /// A line of bold letters.
    package init(_ text: String, x: Double, y: Double, size: Double = 7) {
      // Mean width of a letter and height of a line, mm for each pt.
      self.init(
        x: x, y: y, width: Double(text.count) * size * 0.19, height: size * 0.4)
    }
  }

  /// Where the guests stand: centres that keep them off each other and off all their places.
  ///
  /// Each tries eight directions at several distances and takes, of those that are free, the one
  /// that hides the least data, where 6 mm further away weigh as much as a hidden point. It is done
  /// from top to bottom, so that nothing depends on chance.
  ///
  /// - Returns: places in units of the axes, in the order of the guests.
  package func seats(
    for guests: [Guest], figureWidth: Double, figureHeight: Double
  ) -> [(x: Double, y: Double)] {
    guard let margins, let across = x.range, let up = y.range else {
      return guests.map { ($0.x, $0.y) }
    }
    let area = area(width: figureWidth, height: figureHeight, margins: margins)
    let size = (width: area.width * figureWidth, height: area.height * figureHeight)
    let scale = (
      x: size.width / (across.upperBound - across.lowerBound),
      y: size.height / (up.upperBound - up.lowerBound)
    )
    func onPaper(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      ((x - across.lowerBound) * scale.x, (y - up.lowerBound) * scale.y)
    }

    let spots = series.filter(\.isOfSpots).flatMap(\.points).map { onPaper($0.x, $0.y) }
    var taken = guests.map { guest in
      let centre = onPaper(guest.x, guest.y)
      return Area(
        x: centre.x, y: centre.y, halfWidth: 1, halfHeight: 1)
    }
    var seats = guests.map { (x: $0.x, y: $0.y) }
    for index in guests.indices.sorted(by: {
      (guests[$0].y, guests[$0].x) > (guests[$1].y, guests[$1].x)
    }) {
      let guest = guests[index]
      let centre = onPaper(guest.x, guest.y)
      let candidates = [1.6, 3.2, 5.6, 9.6, 14, 20, 28].flatMap { clear in
        Self.directions.map { direction in
          Area(
            x: centre.x + direction.x * (guest.width / 2 + clear),
            y: centre.y + direction.y * (guest.height / 2 + clear),
            halfWidth: guest.width / 2, halfHeight: guest.height / 2)
        }
      }
      let free = candidates.filter { candidate in
        candidate.isInside(width: size.width, height: size.height)
          && !taken.contains { $0.overlaps(candidate) }
      }
      let costs = free.map { area in
        let away = abs(area.x - centre.x) + abs(area.y - centre.y)
        return Double(spots.count { area.contains($0) }) + away / 6
      }
      let best = costs.indices.min { costs[$0] < costs[$1] }
      let seat = best.map { free[$0] } ?? candidates[0]
      taken.append(seat)
      seats[index] = (seat.x / scale.x + across.lowerBound, seat.y / scale.y + up.lowerBound)
    }
    return seats
  }

  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0.8, 0.8), (0, 1), (-1, 0), (0, -1), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8),
  ]

  private struct Area {
    var x: Double
    var y: Double
    var halfWidth: Double
    var halfHeight: Double

    func overlaps(_ other: Area) -> Bool {
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

extension Series {
  /// Whether a text over it hides data: a line goes on at its other end.
  fileprivate var isOfSpots: Bool {
    switch shape {
    case .points, .marks, .shades, .balls, .bars: true
    case .line, .band, .heat: false
    }
  }
}
