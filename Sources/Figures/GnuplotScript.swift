import Glibc

extension Figure {
  /// The figure as a gnuplot script that carries its data and draws to standard output.
  ///
  /// It names no file, and holds text only as `GnuplotText` spells it.
  package func script(for output: Output) -> String {
    var script = GnuplotScript(output: output, width: width, height: height)
    for panel in panels { script.add(panel) }
    return """
      \(output.terminal(for: self))
      set encoding utf8
      set pointsize pt
      set minussign
      set style textbox opaque noborder fillcolor rgb '#40FFFFFF' margins 0.4,0.4

      \(script.blocks)
      set multiplot
      \(script.commands)unset multiplot

      """
  }
}

/// A figure in gnuplot's language, as it grows.
struct GnuplotScript {
  let output: Output
  let width: Double
  let height: Double
  /// Data of all panels, named $data1, $data2 …
  var blocks = ""
  var commands = ""
  var blockCount = 0

  init(output: Output, width: Double, height: Double) {
    self.output = output
    self.width = width
    self.height = height
  }

  mutating func add(_ given: Panel) {
    var panel = given
    if panel.key.place == .emptiest, panel.emptiestCorner == .above {
      // A key above the axes needs room of its own.
      panel.key.place = .above
      panel.margins?.top += 4
    }
    let isFirst = commands.isEmpty
    if !isFirst { line("") }
    line("# panel")
    // Labels and ranges of the panel before are forgotten.
    if !isFirst {
      line("unset label; unset object; unset arrow; unset logscale; unset title")
      line("set autoscale")
    }
    place(panel)
    style(panel)
    set(panel.x, "x", of: panel)
    set(panel.y, "y", of: panel)
    if let title = panel.title { line("set title \(text(title)) font ',7.5' offset 0,-0.4") }
    for (number, label) in panel.labels.enumerated() { add(label, number: number + 1) }
    if let letter = panel.letter { add(letter: letter, of: panel) }
    for (number, box) in panel.boxes.enumerated() { add(box, number: number + 1, of: panel) }
    for arrow in panel.arrows { add(arrow) }
    set(panel.key, of: panel)
    plot(panel)
    guard !output.isText else { return }
    for inset in panel.insets { add(panel.framed(inset, width: width, height: height)) }
  }

  private mutating func line(_ text: String) { commands += text + "\n" }

  func text(_ text: String) -> String {
    output.isText ? GnuplotText.quoted(text) : GnuplotText.typeset(text)
  }

  private mutating func place(_ panel: Panel) {
    let frame = panel.frame
    line("set origin \(number(frame.x)),\(number(frame.y))")
    line("set size \(number(frame.width)),\(number(frame.height))")
    guard let margins = panel.margins, !output.isText else { return line("unset margins") }
    let area = panel.area(width: width, height: height, margins: margins)
    let (left, right) = (area.x, area.x + area.width)
    let (bottom, top) = (area.y, area.y + area.height)
    line("set lmargin at screen \(number(left)); set rmargin at screen \(number(right))")
    line("set bmargin at screen \(number(bottom)); set tmargin at screen \(number(top))")
  }

  private mutating func style(_ panel: Panel) {
    guard panel.hasAxes else {
      return line("unset border; unset tics; unset xlabel; unset ylabel")
    }
    line("set border 3 linewidth 0.5 linecolor \(colour(.axis))")
    line("set tics out nomirror scale 0.5 font ',6.5' textcolor \(colour(.ink))")
  }

  private mutating func set(_ axis: Axis, _ name: String, of panel: Panel) {
    if let range = axis.range {
      line("set \(name)range [\(number(range.lowerBound)):\(number(range.upperBound))]")
    }
    guard panel.hasAxes else { return }
    if axis.isLogarithmic {
      line("set logscale \(name)")
      line("set format \(name) \(output.isText ? "'%.0e'" : "'10^{%T}'")")
    } else {
      line("set format \(name) '\(format(of: axis, name, panel))'")
    }
    switch narrow(axis, name, panel) ?? axis.tics {
    case .automatic:
      let step = axis.isLogarithmic || output.isText ? nil : step(of: axis, name, panel)
      line("set \(name)tics nomirror norotate \(step.map(number) ?? "autofreq")")
    case .none: line("unset \(name)tics")
    case .every(let step): line("set \(name)tics nomirror norotate \(number(step))")
    case .at(let tics):
      let letters = tics.map { $0.label.count + 2 }.reduce(0, +)
      let room = panel.area(width: width, height: height, margins: panel.margins ?? Margins()).width
      // 1.3 mm is the mean width of a letter of 6.5 pt.
      let isTight = name == "x" && !output.isText && Double(letters) * 1.3 > room * width
      let list = tics.map {
        "\(GnuplotText.ticLabel(text($0.label))) \(number($0.position))"
      }
      let turn =
        !isTight ? "norotate" : tics.count > 12 ? "rotate by 90 right" : "rotate by 30 right"
      line("set \(name)tics nomirror (\(list.joined(separator: ", "))) \(turn)")
    }
    // Letters cannot be turned: they go above the axis.
    if output.isText && name == "y" {
      return line("set label 99 \(text(axis.label)) at graph 0,1 offset 0,1 left; set tmargin 3")
    }
    line("set \(name)label \(text(axis.label)) font ',7.5' textcolor \(colour(.ink))")
  }

  /// As many digits after the point as the distance of the tics has, so that all have the same.
  private func format(of axis: Axis, _ name: String, _ panel: Panel) -> String {
    let distance: Double? =
      switch axis.tics {
      case .automatic: output.isText ? nil : step(of: axis, name, panel)
      case .every(let step): step
      default: nil
      }
    guard let distance, distance < 1, distance >= 1e-4,
      let (low, high) = extent(of: axis, name, panel), max(abs(low), abs(high)) < 1e5
    else { return "%h" }
    return "%.\(Int((-log10(distance) - 1e-9).rounded(.up)))f"
  }

  /// Tics at 1, 2 and 5 times the powers of ten on a logarithmic axis that has hardly any of these;
  /// nil for other axes.
  private func narrow(_ axis: Axis, _ name: String, _ panel: Panel) -> Axis.Tics? {
    guard axis.isLogarithmic, case .automatic = axis.tics, !output.isText,
      let (low, high) = extent(of: axis, name, panel), low > 0, high < 300 * low
    else { return nil }
    let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let all = powers.flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    let seen = all.filter { low * 0.999 <= $0 && $0 <= high * 1.001 }
    return seen.count < 2 ? nil : .at(seen.map { ($0, number($0)) })
  }

  /// From where to where an axis goes.
  private func extent(of axis: Axis, _ name: String, _ panel: Panel) -> (Double, Double)? {
    let shown = panel.series.flatMap(\.points).map { name == "x" ? $0.x : $0.y }
    let values = shown.filter(\.isFinite)
    guard let low = axis.range?.lowerBound ?? values.min(),
      let high = axis.range?.upperBound ?? values.max()
    else { return nil }
    return (low, high)
  }

  /// The distance of tics, 1, 2 or 5 times a power of ten, at which their numbers keep apart.
  private func step(of axis: Axis, _ name: String, _ panel: Panel) -> Double? {
    guard let (low, high) = extent(of: axis, name, panel),
      high - low > 1e-9 * max(abs(low), abs(high)),
      (high - low).isFinite
    else { return nil }
    let area = panel.area(width: width, height: height, margins: panel.margins ?? Margins())
    let room = name == "x" ? area.width * width / 9 : area.height * height / 6.5
    let least = (high - low) / max(room, 2)
    let power = pow(10, log10(least).rounded(.down))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least }
  }

  /// A label of several lines is several labels.
  private mutating func add(_ label: Label, number index: Int) {
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

  private mutating func add(_ box: Box, number index: Int, of panel: Panel) {
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

  private mutating func add(_ arrow: Arrow) {
    let head = arrow.hasHead ? "head filled size screen 0.008,18" : "nohead"
    line(
      "set arrow from \(number(arrow.from.x)),\(number(arrow.from.y)) "
        + "to \(number(arrow.to.x)),\(number(arrow.to.y)) \(head) front linewidth 0.7 "
        + "linecolor \(colour(arrow.colour))")
  }

  private mutating func add(letter: String, of panel: Panel) {
    let x = panel.frame.x + 0.6 / width
    let y = panel.frame.y + panel.frame.height - 2.5 / height
    line(
      "set label 98 \(text(letter)) at screen \(number(x)),\(number(y)) "
        + "left front font 'Arial:Bold,8' textcolor \(colour(.ink))")
  }

  private mutating func set(_ key: Key, of panel: Panel) {
    let place: String
    switch key.place {
    case .none: return line("unset key")
    case .emptiest: return set(Key(panel.emptiestCorner), of: panel)
    case .topLeft: place = "inside top left Left reverse"
    case .topRight: place = "inside top right Left reverse"
    case .bottomLeft: place = "inside bottom left Left reverse"
    case .bottomRight: place = "inside bottom right Left reverse"
    case .topMiddle: place = "at graph 0.8,0.99 top right Left reverse"
    case .above: place = "tmargin center horizontal Left reverse"
    case .below: place = "bmargin center horizontal Left reverse"
    case .right: place = "rmargin top Left reverse"
    }
    if output.isText { return line("set key bmargin center horizontal Left reverse samplen 3") }
    line("set key \(place) samplen 1.2 spacing 1.1 font ',6.5' textcolor \(colour(.ink))")
  }

  private mutating func plot(_ panel: Panel) {
    var parts = panel.series.enumerated().map { number, series in
      "\(add(series, to: panel, number: number)) notitle"
    }
    if case .none = panel.key.place {
    } else {
      let entries = panel.key.entries + panel.series.compactMap(\.entry) + panel.key.notes
      parts += entries.compactMap { entry($0, of: panel) }
    }
    if parts.isEmpty { parts = ["NaN notitle"] }
    line("plot " + parts.joined(separator: ", \\\n  "))
  }

  private func entry(_ entry: Key.Entry, of panel: Panel) -> String? {
    let sample: String
    if output.isText {
      guard let letters = letters(for: entry, of: panel) else { return nil }
      sample = letters
    } else {
      sample = self.sample(entry.sample)
    }
    return "keyentry with \(sample) title \(text(entry.title))"
  }

  /// How an entry of the key is drawn with letters: with those of the series whose colour it has;
  /// nil where nothing is drawn so.
  private func letters(for entry: Key.Entry, of panel: Panel) -> String? {
    if let letter = entry.letter { return "points pointtype \(text(String(letter)))" }
    let colour: Colour
    switch entry.sample {
    case .none: return sample(entry.sample)
    case .line(let own, _), .marker(_, let own, _), .area(let own): colour = own
    }
    guard let number = panel.series.firstIndex(where: { $0.colour == colour }) else { return nil }
    let series = panel.series[number]
    if case .points = series.shape {
      return "points pointtype \(text(String(series.letter(number: number))))"
    }
    return "lines linetype \(number + 1)"
  }

  private func sample(_ sample: Key.Entry.Sample) -> String {
    switch sample {
    case .line(let colour, let width):
      "lines linewidth \(number(width)) linecolor \(self.colour(colour))"
    case .marker(let marker, let colour, let diameter):
      "points pointtype \(marker.pointType) pointsize \(number(diameter))*pt "
        + "linecolor \(self.colour(colour))"
    case .none: "lines linetype nodraw"
    case .area(let colour):
      "boxes fillstyle solid noborder linecolor \(self.colour(colour))"
    }
  }

  func number(_ value: Double) -> String { GnuplotText.number(value) }
  func colour(_ colour: Colour) -> String { GnuplotText.colour(colour) }
}
