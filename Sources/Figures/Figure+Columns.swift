extension Figure {
  /// Columns of a table against its first.
  ///
  /// - Parameter isLine: lines instead of points; by default where x ascends.
  package static func columns(
    x: (name: String, values: [Double]), y: [(name: String, values: [Double])],
    palette: Palette = .paper, isLine: Bool? = nil, label: String? = nil,
    isLogarithmic: Bool = false
  ) -> Figure {
    let ascends = zip(x.values, x.values.dropFirst()).allSatisfy(<) && x.values.count > 1
    let isLine = isLine ?? ascends
    let range = Axis.range(of: y.flatMap(\.values), isLogarithmic: isLogarithmic)
    var panel = Panel(
      margins: Margins(left: isLogarithmic ? 14 : Margins.left(of: range)),
      x: Axis(x.name, range: Axis.range(of: x.values, room: isLine ? 0 : 0.04)),
      y: Axis(
        label ?? (y.count == 1 ? y[0].name : ""),
        range: range,
        isLogarithmic: isLogarithmic))
    panel.series = y.enumerated().map { index, column in
      let colour = palette.colour(number: index)
      let title = y.count == 1 || column.name.isEmpty ? nil : column.name
      return isLine
        ? .line(x.values, column.values, colour: colour, title: title)
        : Series(
          .points(x: x.values, y: column.values, .disc, diameter: x.values.count > 200 ? 2 : 3),
          colour: colour,
          title: title)
    }
    return Figure(height: 58, panels: [panel])
  }

  /// Points whose colour tells a third value.
  package static func shades(
    x: (name: String, values: [Double]), y: (name: String, values: [Double]),
    colour: (name: String, values: [Double])
  ) -> Figure {
    // The least on top: of errors, the best is to be seen.
    let order = colour.values.indices.sorted { colour.values[$0] > colour.values[$1] }
    func sorted(_ values: [Double]) -> [Double] { order.map { values[$0] } }
    var panel = Panel(
      margins: Margins(left: Margins.left(of: Axis.range(of: y.values)), right: 17),
      x: Axis(x.name, range: Axis.range(of: x.values)),
      y: Axis(y.name, range: Axis.range(of: y.values)), key: Key(.none))
    panel.series = [
      Series(
        .shades(
          x: sorted(x.values), y: sorted(y.values), values: sorted(colour.values),
          ramp: Palette.ramp, diameter: 3), title: colour.name)
    ]
    return Figure(height: 72, panels: [panel])
  }
}
