import Numerics
import Glibc

extension LatentMap {
  /// How large the structures around each place are, as a warm shade: the mean number of atoms with
  /// Gaussian weights, which fades where there is nothing near.
  func growth(x: Axis, y: Axis, cells: Int = 120) -> Series {
    let across = x.range ?? -1...1
    let up = y.range ?? -1...1
    let size = (
      x: (across.upperBound - across.lowerBound) / Double(cells),
      y: (up.upperBound - up.lowerBound) / Double(cells)
    )
    let width = 5.0  // of the Gaussian, in cells
    let reach = 20
    var weights = [[Double]](repeating: .init(repeating: 0, count: cells), count: cells)
    var sums = weights
    for point in points where point.x.isFinite && point.y.isFinite {
      let place = (
        x: (point.x - across.lowerBound) / size.x, y: (point.y - up.lowerBound) / size.y
      )
      let (column, row) = (Int(clamping: place.x), Int(clamping: place.y))
      for j in Range(from: max(row - reach, 0), to: min(row + reach + 1, cells)) {
        for i in Range(from: max(column - reach, 0), to: min(column + reach + 1, cells)) {
          let (dx, dy) = (Double(i) + 0.5 - place.x, Double(j) + 0.5 - place.y)
          let weight = exp(-(dx * dx + dy * dy) / (2 * width * width))
          weights[j][i] += weight
          sums[j][i] += weight * Double(point.atoms)
        }
      }
    }
    // A single structure is enough to give its place half of its shade.
    let shades = zip(sums, weights).map { zip($0, $1).map { $0 / ($1 + 0.5) } }
    return Series(
      .heat(
        x: (0..<cells).map { across.lowerBound + (Double($0) + 0.5) * size.x },
        y: (0..<cells).map { up.lowerBound + (Double($0) + 0.5) * size.y },
        values: shades, ramp: [.white, Colour(0xFBDDB5)]))
  }
}
