extension Figure {
  /// Columns of a table against its first: lines where x ascends, else points.
  package static func columns(
    x: (name: String, values: [Double]), y: [(name: String, values: [Double])],
    palette: Palette = .paper
  ) -> Figure {
    let ascends = zip(x.values, x.values.dropFirst()).allSatisfy(<)
    var panel = Panel(x: Axis(x.name), y: Axis(y.count == 1 ? y[0].name : ""))
    panel.series = y.enumerated().map { index, column in
      let colour = palette.colour(number: index)
      let title = y.count == 1 ? nil : column.name
      return ascends && x.values.count > 1
        ? .line(x.values, column.values, colour: colour, title: title)
        : Series(
          .points(x: x.values, y: column.values, .disc, diameter: 3), colour: colour,
          title: title)
    }
    return Figure(height: 58, panels: [panel])
  }
}
