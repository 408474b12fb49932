import Numerics

extension Figure {
  /// The figure as a gnuplot script that carries its data and draws to standard output.
  ///
  /// It names no file, and holds text only as `GnuplotText` spells it.
  ///
  /// - Parameter shouldContinue: is asked often; by false the script ends early, and is worth nothing.
  package func script(
    for output: Output, while shouldContinue: @escaping () -> Bool = { true }
  ) -> String {
    var script = GnuplotScript(
      output: output, width: width, height: height, shouldContinue: shouldContinue)
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
  let shouldContinue: () -> Bool

  init(
    output: Output, width: Double, height: Double, shouldContinue: @escaping () -> Bool
  ) {
    self.output = output
    self.width = width
    self.height = height
    self.shouldContinue = shouldContinue
  }

  mutating func add(_ given: Panel) {
    var panel = given
    let room = roomForLastNumber(of: panel)
    panel.margins?.right += room
    let isFree = panel.key.place == .emptiest
    if isFree { panel.key.place = emptiestCorner(of: panel) }
    if isFree && panel.key.place == .above || panel.key.place.isInside && isKeyTooWide(panel) {
      // A key above the axes needs room of its own, and leaves none for a picture beside it.
      if panel.key.place == .topMiddle { panel.insets = [] }
      panel.key.place = .above
      let rows = rows(ofKeyAbove: panel)
      panel.margins?.top += 1 + 3 * Double(rows)
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

  /// The corner of a panel in which its key hides no data.
  private func emptiestCorner(of panel: Panel) -> Key.Place {
    guard !output.isText, let margins = panel.margins else { return panel.emptiestCorner() }
    let area = panel.area(width: width, height: height, margins: margins)
    return panel.emptiestCorner(
      width: panel.keyWidth / (area.width * width),
      height: (3.0 * Double(panel.keyEntries.count) + 0.5) / (area.height * height))
  }

  /// How many rows the entries of a key above the axes take, in columns as wide as the longest.
  private func rows(ofKeyAbove panel: Panel) -> Int {
    let entries = panel.keyEntries
    let columns = max(Int(clamping: widthOfAxes(panel) / panel.keyWidth), 1)
    return (entries.count + columns - 1) / columns
  }

  /// Whether a key at one side would reach into the other.
  private func isKeyTooWide(_ panel: Panel) -> Bool {
    panel.margins != nil && panel.keyWidth > 0.8 * widthOfAxes(panel)
  }

  private func widthOfAxes(_ panel: Panel) -> Double {
    panel.area(width: width, height: height, margins: panel.margins ?? Margins()).width * width
  }

  mutating func line(_ text: String) { commands += text + "\n" }

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

  private mutating func plot(_ panel: Panel) {
    var parts = panel.series.enumerated().map { number, series in
      "\(add(series, to: panel, number: number)) notitle"
    }
    if case .none = panel.key.place {
    } else {
      parts += panel.keyEntries.compactMap { entry($0, of: panel) }
    }
    if parts.isEmpty { parts = ["NaN notitle"] }
    line("plot " + parts.joined(separator: ", \\\n  "))
  }

  func number(_ value: Double) -> String { GnuplotText.number(value) }
  func colour(_ colour: Colour) -> String { GnuplotText.colour(colour) }
}
