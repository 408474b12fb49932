extension Figure {
  /// Losses over epochs, on a logarithmic axis.
  package static func history(_ losses: [Curve], palette: Palette = .paper) -> Figure {
    var panel = Panel(
      margins: Margins(left: 13), x: Axis("epoch"), y: Axis("loss", isLogarithmic: true))
    panel.series = losses.enumerated().map { index, curve in
      .line(
        curve.x, curve.y.map { $0 > 0 ? $0 : .nan },
        colour: curve.colour ?? palette.colour(number: index), title: curve.name)
    }
    panel.key.place = .topRight
    return Figure(height: 55, panels: [panel])
  }
}
