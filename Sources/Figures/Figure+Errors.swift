extension Figure {
  /// Points with bars from a lower to an upper end each; a point without a number is left out.
  package static func errors(
    x: (name: String, values: [Double]), y: (name: String, values: [Double]), low: [Double],
    high: [Double], palette: Palette = .paper
  ) -> Figure {
    let shown = x.values.indices.filter { x.values[$0].isFinite && y.values[$0].isFinite }
    func kept(_ values: [Double]) -> [Double] { shown.map { values[$0] } }
    let range = Axis.range(of: kept(low) + kept(high))
    var panel = Panel(
      margins: Margins(left: Margins.left(of: range)),
      x: Axis(x.name, range: Axis.range(of: kept(x.values), room: 0.04)),
      y: Axis(y.name, range: range), key: Key(.none))
    let colour = palette.colour(number: 0)
    panel.series = [
      Series(.errors(x: kept(x.values), low: kept(low), high: kept(high)), colour: colour),
      Series(
        .points(x: kept(x.values), y: kept(y.values), .disc, diameter: 3.4), colour: colour),
    ]
    return Figure(height: 58, panels: [panel])
  }
}
