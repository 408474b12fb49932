extension GnuplotScript {
  /// Writes the data of a series and says how to draw them.
  mutating func add(_ series: Series, to panel: Panel, number index: Int) -> String {
    let colour = self.colour(series.colour)
    switch series.shape {
    case .line(let x, let y, let width, let isDashed):
      if output.isText { return "\(block([x, y])) with lines linetype \(index + 1)" }
      let dashes = isDashed ? " dashtype (4,3)" : ""
      var columns = [x, y]
      if output == .svg || output == .pdf {
        let points = Thinning.indices(x: x, y: y)
        columns = columns.map { column in points.map { column[$0] } }
      }
      return "\(block(columns)) with lines linewidth \(number(width))\(dashes) linecolor \(colour)"
    case .band(let x, let low, let high):
      return "\(block([x, low, high])) with filledcurves fillstyle solid noborder "
        + "linecolor \(colour)"
    case .points(let x, let y, let marker, let diameter):
      let sizes = x.map { _ in diameter }
      return "\(block([x, y, sizes])) with points pointtype \(type(marker, series, index)) "
        + "pointsize variable linewidth \(marker.lineWidth) linecolor \(colour)"
    case .errors(let x, let low, let high):
      // gnuplot's own error bars leave a gap where their point would stand.
      let lengths = zip(low, high).map { $1 - $0 }
      return "\(block([x, low, x.map { _ in 0 }, lengths])) with vectors heads size graph 0.006,90 "
        + "linewidth 0.7 linecolor \(colour)"
    case .marks(let marks, let marker):
      return "\(block(marks)) with points pointtype \(type(marker, series, index)) "
        + "pointsize variable linewidth 0.6 linecolor rgb variable"
    case .balls(let balls):
      let unit = output.isText ? 1 : panel.pointsPerUnit(width: width, height: height)
      let isWhole = output == .svg || output.isText
      let marks =
        isWhole
        ? balls.map {
          Mark(x: $0.x, y: $0.y, diameter: 2 * $0.radius * unit, fill: $0.colour)
        } : balls.flatMap { $0.discs(unit: unit) }
      return
        "\(block(marks)) with points pointtype \(type(isWhole ? .ball : .disc, series, index)) "
        + "pointsize variable linecolor rgb variable"
    case .shades(let x, let y, let values, let ramp, let diameter):
      set(ramp, title: series.title, of: values, in: panel)
      let sizes = x.map { _ in diameter }
      return "\(block([x, y, sizes, values])) with points pointtype \(type(.disc, series, index)) "
        + "pointsize variable linecolor palette"
    case .bars(let x, let y, let width):
      let widths = x.map { _ in width }
      return "\(block([x, y, widths])) with boxes fillstyle solid border \(self.colour(.white)) "
        + "linewidth 0.3 linecolor \(colour)"
    case .heat(let x, let y, let values, let ramp):
      set(ramp, title: series.title, of: values.flatMap { $0 }, in: panel)
      var columns: [[Double]] = [[], [], []]
      for (row, rowValues) in values.enumerated() {
        columns[0] += x
        columns[1] += x.map { _ in y[row] }
        columns[2] += rowValues
      }
      return "\(block(columns)) with image"
    }
  }

  private mutating func set(
    _ ramp: [Colour], title: String?, of values: [Double], in panel: Panel
  ) {
    let steps = ramp.enumerated().map { "\($0) '#\(GnuplotText.hex($1))'" }
    commands += "set palette defined (\(steps.joined(separator: ", ")))\n"
    guard let title else { return commands += "unset colorbox\n" }
    let step = step(values.filter(\.isFinite), "y", panel)
    let format = step.flatMap { Axis.decimals(step: $0, 0, 0) }.map { "%.\($0)f" } ?? "%h"
    commands += "set colorbox; set autoscale cbfix; set format cb '\(format)'\n"
    commands += "set cbtics \(step.map(number) ?? "autofreq") "
    commands += "out nomirror scale 0.4 font ',6.5'\n"
    commands += "set cblabel \(text(title)) font ',7.5' textcolor \(colour(.ink))\n"
  }

  private func type(_ marker: Marker, _ series: Series, _ index: Int) -> String {
    if output.isText { return text(String(series.letter(number: index))) }
    return "\(marker.pointType)"
  }

  private mutating func block(_ columns: [[Double]]) -> String {
    let count = columns.map(\.count).min() ?? 0
    var rows: [String] = []
    rows.reserveCapacity(count)
    for row in 0..<count {
      if row % 4096 == 4095, !shouldContinue() { break }
      rows.append(columns.map { number($0[row]) }.joined(separator: " "))
    }
    return block(rows)
  }

  /// Marks; an outline is the same mark in the outline's colour, a little larger, drawn before.
  private mutating func block(_ marks: [Mark]) -> String {
    var rows: [String] = []
    for mark in marks {
      func row(_ diameter: Double, _ colour: Colour) -> String {
        let place = "\(number(mark.x)) \(number(mark.y))"
        return "\(place) \(number(diameter)) 0x\(GnuplotText.hex(colour))"
      }
      if let outline = mark.outline { rows.append(row(mark.diameter + 0.8, outline)) }
      rows.append(row(mark.diameter, mark.fill))
    }
    return block(rows)
  }

  private mutating func block(_ rows: [String]) -> String {
    blockCount += 1
    let name = "$data\(blockCount)"
    blocks += "\(name) << EOD\n" + rows.map { $0 + "\n" }.joined() + "EOD\n"
    return "\(name) using \(rows.first.map(columnList) ?? "1:2")"
  }

  private func columnList(_ row: String) -> String {
    (1...row.split(separator: " ").count).map(String.init).joined(separator: ":")
  }
}

extension Marker {
  /// In pt.
  var lineWidth: Double {
    switch self {
    case .cross: 1.4
    case .thickCross: 3.2
    default: 0.6
    }
  }

  /// gnuplot's number for it, the same in all of its modern terminals.
  var pointType: Int {
    switch self {
    case .disc: 7
    case .circle: 6
    case .diamond: 13
    case .square: 5
    case .cross: 2
    case .star: 3
    case .thickCross: 2
    case .ball: 15
    }
  }
}
