extension Figure {
  /// Columns of a table against its first.
  ///
  /// - Parameter isLine: lines instead of points; by default where x ascends.
  package static func columns(
    x: (name: String, values: [Double]), y: [Column], palette: Palette = .paper,
    isLine: Bool? = nil, label: String? = nil, isLogarithmic: Bool = false
  ) -> Figure {
    let ascends = zip(x.values, x.values.dropFirst()).allSatisfy(<) && x.values.count > 1
    let isLine = isLine ?? ascends
    let room = isLine && !y.contains { $0.marker != nil || $0.errors != nil } ? 0 : 0.04
    let range = Axis.range(of: y.flatMap(\.extent), isLogarithmic: isLogarithmic)
    var panel = Panel(
      margins: Margins(left: isLogarithmic ? 14 : Margins.left(of: range)),
      x: Axis(x.name, range: Axis.range(of: x.values, room: room)),
      y: Axis(
        label ?? (y.count == 1 ? y[0].name : ""), range: range, isLogarithmic: isLogarithmic))
    panel.series = y.enumerated().flatMap { index, column in
      column.series(
        x: x.values, colour: palette.colour(number: index),
        title: y.count == 1 || column.name.isEmpty ? nil : column.name, isLine: isLine)
    }
    return Figure(height: 58, panels: [panel])
  }

  /// Panels one above the other with the same axis across, for columns that no axis suits together.
  package static func stack(_ figures: [Figure], width: Double = oneColumn) -> Figure {
    let height = 38.0
    var page = Figure(width: width, height: height * Double(figures.count), panels: [])
    let share = 1 / Double(max(figures.count, 1))
    let left = figures.compactMap { $0.panels.first?.margins?.left }.max() ?? 13
    for (place, figure) in figures.enumerated() {
      guard var panel = figure.panels.first else { continue }
      panel.frame = Frame(x: 0, y: 1 - share * Double(place + 1), width: 1, height: share)
      panel.margins?.left = left
      if place < figures.count - 1 { panel.x.label = "" }
      page.panels.append(panel)
    }
    return page
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

  /// Points in the colour of the word that belongs to each.
  package static func kinds(
    x: (name: String, values: [Double]), y: (name: String, values: [Double]), words: [String],
    colour: (Int, String) -> Colour
  ) -> Figure {
    var panel = Panel(
      margins: Margins(left: Margins.left(of: Axis.range(of: y.values))),
      x: Axis(x.name, range: Axis.range(of: x.values)),
      y: Axis(y.name, range: Axis.range(of: y.values)))
    var kinds: [String] = []
    for word in words where !kinds.contains(word) { kinds.append(word) }
    panel.series = kinds.enumerated().map { number, kind in
      let chosen = words.indices.filter { words[$0] == kind }
      return Series(
        .points(x: chosen.map { x.values[$0] }, y: chosen.map { y.values[$0] }, .disc, diameter: 3),
        colour: colour(number, kind), title: kind)
    }
    return Figure(height: 58, panels: [panel])
  }
}

extension Panel {
  /// Makes the axis up cover what is shown of the data across.
  package mutating func fitHeight() {
    guard let across = x.range else { return }
    let seen = series.flatMap(\.points).filter { across.contains($0.x) }.map(\.y)
    if let range = Axis.range(of: seen, isLogarithmic: y.isLogarithmic) { showUp(range) }
  }
}
