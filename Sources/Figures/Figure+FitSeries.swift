import Clusters
import Numerics

extension Figure {
  /// Fits one above the other, the first on top, all at the same scale: data grey, fits in the colours
  /// of their types, differences green below each.
  package static func stacked(_ fits: [FitCurves], palette: Palette = .paper) -> Figure {
    let low = fits.compactMap(\.r.first).min() ?? 0
    let high = fits.compactMap(\.r.last).max() ?? 1
    let differences = fits.map { zip($0.measured, $0.calculated).map { $0 - $1 } }
    func extent(_ curves: [[Double]]) -> (low: Double, high: Double) {
      let values = curves.joined().filter(\.isFinite)
      return (values.min() ?? 0, values.max() ?? 1)
    }
    let (data, rest) = (
      extent(fits.flatMap { [$0.measured, $0.calculated] }), extent(differences)
    )
    let gap = 0.06 * (data.high - data.low)
    // From the zero of a fit down to that of its difference, and on to the next fit.
    let down = gap - data.low + rest.high
    let pitch = down - rest.low + gap + data.high
    var panel = Panel(
      margins: Margins(left: 7), x: Axis("r (Å)", range: .init(between: low, and: high)),
      y: Axis("G(r), shifted", tics: .none), key: Key(.none))
    for (place, fit) in fits.enumerated() {
      let base = -pitch * Double(place)
      let shown = stride(from: 0, to: fit.r.count, by: max(fit.r.count / 300, 1))
      panel.series += [
        .line([low, high], [base - down, base - down], colour: .faint, width: 0.4),
        Series(
          .points(
            x: shown.map { fit.r[$0] }, y: shown.map { base + fit.measured[$0] }, .circle,
            diameter: 1.5), colour: .data),
        .line(
          fit.r, fit.calculated.map { base + $0 }, colour: palette.colour(of: fit.type), width: 0.9
        ),
        .line(fit.r, differences[place].map { base - down + $0 }, colour: .difference, width: 0.7),
      ]
      panel.labels.append(
        Label(
          "\(fit.name), Rw = \(fit.rw.decimals(3))", x: high - 0.01 * (high - low),
          y: base + 0.8 * data.high, anchor: .right, size: 6.5))
    }
    panel.y.range = .init(
      between: -pitch * Double(max(fits.count, 1) - 1) - down + rest.low - gap,
      and: data.high + gap)
    return Figure(height: 14 + 26 * Double(max(fits.count, 1)), panels: [panel])
  }
}
