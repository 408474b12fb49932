import Glibc

extension Figure {
  /// How many panels and numbers it has, and where these lie, by mean and spread along each axis,
  /// with four digits: what rounding changes from one machine to the next is not seen.
  public var digest: String {
    let points = panels.flatMap { $0.series.flatMap(\.points) }
      .filter { $0.x.isFinite && $0.y.isFinite }
    func spread(_ values: [Double]) -> String {
      let count = Double(max(values.count, 1))
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return GnuplotText.number(mean, digits: 4) + " ± "
        + GnuplotText.number((squares / count).squareRoot(), digits: 4)
    }
    let parts = panels.count == 1 ? "1 panel" : "\(panels.count) panels"
    return "\(parts), \(points.count) points, x \(spread(points.map(\.x))), "
      + "y \(spread(points.map(\.y)))"
  }
}
