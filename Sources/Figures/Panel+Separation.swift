import Glibc

extension Panel {
  /// What belongs to a place of the axes and is to stand near it: a text or a picture.
  package struct Guest: Sendable {
    /// The place, in units of the axes.
    package var x: Double
    package var y: Double
    /// What it takes, in mm.
    package var width: Double
    package var height: Double
    /// Whether a line leads to it from its place; it may then stand further off.
    package var isTied: Bool

    package init(x: Double, y: Double, width: Double, height: Double, isTied: Bool = false) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
      self.isTied = isTied
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
  /// Each tries sixteen directions at several distances and takes, of those that are free, the one
  /// that costs least: data hidden by it or by its line, the way to it, and lines that cross. They
  /// choose in turn from top to bottom, and again as long as one finds a better seat, so that
  /// nothing depends on chance.
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
    func onPaper(_ x: Double, _ y: Double) -> SIMD2<Double> {
      SIMD2((x - across.lowerBound) * scale.x, (y - up.lowerBound) * scale.y)
    }
    var seating = Seating(
      guests: guests, places: guests.map { onPaper($0.x, $0.y) },
      spots: series.filter(\.isOfSpots).flatMap(\.points).map { onPaper($0.x, $0.y) },
      size: SIMD2(size.width, size.height))
    return seating.settled().map {
      ($0.x / scale.x + across.lowerBound, $0.y / scale.y + up.lowerBound)
    }
  }
}

extension Series {
  /// Whether a text over it hides data: a line goes on at its other end.
  fileprivate var isOfSpots: Bool {
    switch shape {
    case .points, .marks, .shades, .balls, .bars: true
    case .line, .band, .heat, .errors: false
    }
  }
}
