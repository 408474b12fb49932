/// Labels, boxes, arrows and letters of panels.
extension GnuplotScript {
  /// A label of several lines is several labels.
  mutating func add(_ label: Label, number index: Int) {
    let system = label.isRelative ? "graph " : ""
    let font = "font '\(label.isBold ? "Arial:Bold" : ""),\(number(label.size))'"
    for (row, words) in label.text.split(separator: "\n").enumerated() {
      let drop = Double(row) + label.drop
      let place = drop == 0 ? "" : " offset character 0,\(number(-drop))"
      line(
        "set label \(row == 0 ? "\(index) " : "")\(text(String(words))) "
          + "at \(system)\(number(label.x)),\(system)\(number(label.y))\(place) "
          + "\(label.anchor.rawValue) front \(font) textcolor \(colour(label.colour))"
          + (label.isBoxed ? " boxed" : ""))
    }
  }

  mutating func add(_ box: Box, number index: Int, of panel: Panel) {
    line(
      "set object \(index) rectangle center \(number(box.x)),\(number(box.y)) "
        + "size \(number(box.width)),\(number(box.height)) behind "
        + "fillstyle solid border linecolor \(colour(box.fill.dark(0.3))) "
        + "fillcolor \(colour(box.fill)) linewidth 0.5")
    let lines = box.text.split(separator: "\n")
    let step = 3.0 * panel.unitsUpPerMillimetre(width: width, height: height)
    for (row, text) in lines.enumerated() {
      let y = box.y + (Double(lines.count - 1) / 2 - Double(row)) * step
      add(
        Label(String(text), x: box.x, y: y, anchor: .center, size: 6.5),
        number: 100 + 10 * index + row)
    }
  }

  mutating func add(_ arrow: Arrow) {
    let head = arrow.hasHead ? "head filled size screen 0.008,18" : "nohead"
    line(
      "set arrow from \(number(arrow.from.x)),\(number(arrow.from.y)) "
        + "to \(number(arrow.to.x)),\(number(arrow.to.y)) \(head) front linewidth 0.7 "
        + "linecolor \(colour(arrow.colour))")
  }

  mutating func add(letter: String, of panel: Panel) {
    let x = panel.frame.x + 0.6 / width
    let y = panel.frame.y + panel.frame.height - 2.5 / height
    line(
      "set label 98 \(text(letter)) at screen \(number(x)),\(number(y)) "
        + "left front font 'Arial:Bold,8' textcolor \(colour(.ink))")
  }
}
