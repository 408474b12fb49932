/// Numbers that are drawn against others, and how.
package struct Column: Sendable {
  package var name: String
  package var values: [Double]
  /// How far error bars reach up and down.
  package var errors: [Double]?
  /// Whether its points are joined; nil leaves it to the figure.
  package var hasLine: Bool?
  package var isDashed: Bool
  /// What stands at its points, if it is not only a line.
  package var marker: Marker?

  package init(
    _ name: String, _ values: [Double], errors: [Double]? = nil, hasLine: Bool? = nil,
    isDashed: Bool = false, marker: Marker? = nil
  ) {
    self.name = name
    self.values = values
    self.errors = errors
    self.hasLine = hasLine
    self.isDashed = isDashed
    self.marker = marker
  }

  /// What it covers of the axis, error bars included.
  var extent: [Double] {
    guard let errors else { return values }
    return zip(values, errors).flatMap { [$0 - abs($1), $0 + abs($1)] }
  }

  /// - Parameter isLine: whether its points are joined where it does not say so itself.
  func series(x: [Double], colour: Colour, title: String?, isLine: Bool) -> [Series] {
    let hasLine = hasLine ?? isLine
    var series: [Series] = []
    if let errors {
      series.append(
        Series(
          .errors(
            x: x, low: zip(values, errors).map { $0 - abs($1) },
            high: zip(values, errors).map { $0 + abs($1) }), colour: colour))
    }
    if hasLine {
      series.append(
        .line(x, values, colour: colour, isDashed: isDashed, title: marker == nil ? title : nil))
    }
    let hasErrors = errors != nil
    let alone = values.indices.filter { place in
      func isThere(_ place: Int) -> Bool {
        values.indices.contains(place) && values[place].isFinite
      }
      return isThere(place) && !isThere(place - 1) && !isThere(place + 1)
    }
    if hasLine, marker == nil, !hasErrors, !alone.isEmpty {
      // No line leads to a point between two gaps.
      series.append(
        Series(
          .points(x: alone.map { x[$0] }, y: alone.map { values[$0] }, .disc, diameter: 2),
          colour: colour))
    }
    guard marker != nil || !hasLine || hasErrors else { return series }
    let diameter = values.count > 200 ? 2.0 : 3.0
    return series + [
      Series(
        .points(x: x, y: values, marker ?? .disc, diameter: diameter), colour: colour,
        title: hasLine && marker == nil ? nil : title)
    ]
  }
}
