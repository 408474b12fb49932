import Numerics

/// A PDF as it is drawn.
package struct Curve: Sendable {
  package var name: String
  package var x: [Double]
  package var y: [Double]
  package var colour: Colour?

  package init(name: String, x: [Double], y: [Double], colour: Colour? = nil) {
    self.name = name
    self.x = x
    self.y = y
    self.colour = colour
  }
}

extension Figure {
  /// PDFs over one another, in colours.
  package static func overlaid(_ curves: [Curve], palette: Palette = .paper) -> Figure {
    var panel = Panel(
      margins: Margins(left: 11), x: Axis("r (Å)", range: span(curves.map(\.x))),
      y: Axis("G(r) (Å⁻²)"))
    panel.series = curves.enumerated().map { index, curve in
      .line(
        curve.x, curve.y, colour: curve.colour ?? palette.colour(number: index),
        width: curves.count > 1 ? 0.9 : 1.1, title: curve.name)
    }
    panel.key.place = .topRight
    let lowest = curves.flatMap(\.y).filter(\.isFinite).min() ?? 0
    let top = panel.roomForKey(lines: curves.count, bottom: lowest, height: 40)
    panel.showUp(
      .init(between: lowest - 0.05 * (top - lowest), and: max(top, lowest.nextUp)))
    return Figure(height: 52, panels: [panel])
  }

  /// PDFs one above the other, the first on top, each with its name; all at their own scale.
  package static func stacked(_ curves: [Curve], palette: Palette = .paper) -> Figure {
    let x = span(curves.map(\.x))
    var panel = Panel(
      margins: Margins(left: 7), x: Axis("r (Å)", range: x),
      y: Axis("G(r), scaled", range: -0.45...(Double(curves.count) + 0.12), tics: .none))
    for (index, curve) in curves.enumerated() {
      let base = Double(curves.count - 1 - index)
      let colour = curve.colour ?? palette.colour(number: index)
      let top = curve.y.filter(\.isFinite).map(abs).max() ?? 1
      let scale = top > 0 ? 0.9 / top : 1
      panel.series.append(
        .line(curve.x, curve.y.map { $0 * scale + base }, colour: colour, width: 0.9))
      panel.labels.append(
        Label(
          curve.name, x: x.upperBound - 0.01 * (x.upperBound - x.lowerBound), y: base + 0.45,
          anchor: .right, colour: colour.dark(0.15)))
    }
    panel.key.place = .none
    return Figure(height: max(40, 14 + 11 * Double(curves.count)), panels: [panel])
  }

  private static func span(_ columns: [[Double]]) -> ClosedRange<Double> {
    let values = columns.joined().filter(\.isFinite)
    let low = values.min() ?? 0
    return .init(between: low, and: max(values.max() ?? 1, low.nextUp))
  }
}
