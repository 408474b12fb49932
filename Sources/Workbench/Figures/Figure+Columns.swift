extension Figure {
  /// Columns of a table against its first.
  ///
  /// - Parameter isLine: lines instead of points; by default where x ascends.
  package static func columns(
    x: (name: String, values: [Double]), y: [(name: String, values: [Double])],
    palette: Palette = .paper, isLine: Bool? = nil, label: String? = nil
  ) -> Figure {
    let ascends = zip(x.values, x.values.dropFirst()).allSatisfy(<) && x.values.count > 1
    var panel = Panel(x: Axis(x.name), y: Axis(label ?? (y.count == 1 ? y[0].name : "")))
    panel.series = y.enumerated().map { index, column in
      let colour = palette.colour(number: index)
      let title = y.count == 1 || column.name.isEmpty ? nil : column.name
      return isLine ?? ascends
        ? .line(x.values, column.values, colour: colour, title: title)
        : Series(
          .points(x: x.values, y: column.values, .disc, diameter: 3), colour: colour,
          title: title)
    }
    return Figure(height: 58, panels: [panel])
  }
}
