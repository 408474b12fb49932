import Glibc
import Numerics

extension GnuplotScript {
  mutating func set(_ axis: Axis, _ name: String, of panel: Panel) {
    if let range = axis.range {
      let end = end(of: axis, range, name, panel)
      line("set \(name)range [\(number(range.lowerBound)):\(number(end))]")
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
      let step = axis.isLogarithmic ? nil : step(of: axis, name, panel)
      line("set \(name)tics nomirror norotate \(step.map(number) ?? "autofreq")")
    case .none: line("unset \(name)tics")
    case .every(let step): line("set \(name)tics nomirror norotate \(number(step))")
    case .at(let tics):
      let all = tics.map { $0.label.count + 2 }.reduce(0, +)
      let room = panel.area(width: width, height: height, margins: panel.margins ?? Margins()).width
      // 1.3 mm is the mean width of a letter of 6.5 pt.
      let isTight = name == "x" && !output.isText && Double(all) * 1.3 > room * width
      let letters = name == "x" ? lettersOfLabel(panel, tics.count) : .max
      let list = tics.map { tic in
        let label =
          tic.label.count > letters ? tic.label.prefix(letters - 1) + "…" : tic.label
        return "\(GnuplotText.ticLabel(text(label))) \(number(tic.position))"
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

  /// How many letters of each of so many names have room side by side in a picture of letters;
  /// elsewhere names are turned.
  private func lettersOfLabel(_ panel: Panel, _ count: Int) -> Int {
    guard case .text(let columns, _) = output else { return .max }
    let room = panel.frame.width * Double(columns) - 8
    return max(Int(room / Double(max(count, 1))) - 1, 3)
  }

  /// Where an axis ends: at the next tic, where that is hardly further, as 30 Å behind 29.99 Å.
  private func end(
    of axis: Axis, _ range: ClosedRange<Double>, _ name: String, _ panel: Panel
  ) -> Double {
    guard case .automatic = axis.tics, !axis.isLogarithmic, panel.hasAxes,
      let step = step(of: axis, name, panel)
    else { return range.upperBound }
    let next = (range.upperBound / step).rounded(.up) * step
    let isNear = next - range.upperBound < 0.002 * (range.upperBound - range.lowerBound)
    return isNear ? next : range.upperBound
  }

  /// As many digits after the point as the distance of the tics has, so that all have the same.
  private func format(of axis: Axis, _ name: String, _ panel: Panel) -> String {
    let distance: Double? =
      switch axis.tics {
      case .automatic: step(of: axis, name, panel)
      case .every(let step): step
      default: nil
      }
    guard let distance, let (low, high) = extent(of: axis, name, panel),
      let decimals = Axis.decimals(step: distance, low, high)
    else { return "%h" }
    return "%.\(decimals)f"
  }

  /// Tics at 1, 2 and 5 times the powers of ten on a logarithmic axis that has hardly any of these, at
  /// equal distances where there are none of them; nil for other axes.
  private func narrow(_ axis: Axis, _ name: String, _ panel: Panel) -> Axis.Tics? {
    guard axis.isLogarithmic, case .automatic = axis.tics, !output.isText,
      let (low, high) = extent(of: axis, name, panel), low > 0, high < 300 * low
    else { return nil }
    let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
    let all = powers.flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    let seen = all.filter { low * 0.999 <= $0 && $0 <= high * 1.001 }
    if seen.count > 1 { return .at(seen.map { ($0, number($0)) }) }
    let step = Axis.step(atLeast: (high - low) / 5)
    let first = (low / step).rounded(.up) * step
    return .at(
      stride(from: first, through: max(high, first), by: step).map { ($0, GnuplotText.number($0)) })
  }

  /// From where to where an axis goes.
  private func extent(of axis: Axis, _ name: String, _ panel: Panel) -> (Double, Double)? {
    if let range = axis.range { return (range.lowerBound, range.upperBound) }
    let shown = panel.series.flatMap(\.points).map { name == "x" ? $0.x : $0.y }
    let values = shown.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }

  /// How much wider, in mm, the margin at the right is to be for the last number of the axis across,
  /// half of which stands beyond the axis.
  func roomForLastNumber(of panel: Panel) -> Double {
    guard let margins = panel.margins, !output.isText, panel.hasAxes, !panel.x.isLogarithmic,
      let range = panel.x.range, case .automatic = panel.x.tics,
      let step = step(of: panel.x, "x", panel)
    else { return 0 }
    let last = (end(of: panel.x, range, "x", panel) / step + 1e-9).rounded(.down) * step
    let text =
      Axis.decimals(step: step, range.lowerBound, range.upperBound).map { last.decimals($0) }
      ?? GnuplotText.number(last)
    let area = panel.area(width: width, height: height, margins: margins)
    let gap = (range.upperBound - last) / panel.x.span * area.width * width
    // 1.5 mm is the width of a figure of 6.5 pt where letters are wide.
    return max(0.75 * Double(text.count) - gap - margins.right, 0)
  }

  private func step(of axis: Axis, _ name: String, _ panel: Panel) -> Double? {
    extent(of: axis, name, panel).flatMap { step([$0.0, $0.1], name, panel) }
  }

  /// The distance of tics, 1, 2 or 5 times a power of ten, at which their numbers keep apart on an
  /// axis that covers these values; nil where that is left to gnuplot.
  func step(_ values: [Double], _ name: String, _ panel: Panel) -> Double? {
    guard let low = values.min(), let high = values.max(),
      high - low > 1e-9 * max(abs(low), abs(high)), (high - low).isFinite
    else { return nil }
    let room = room(name, panel)
    let usual = Axis.step(atLeast: (high - low) / max(room.usual, 2))
    // Two tics tell little; numbers of few letters may stand nearer to one another.
    let number = { (high / $0).rounded(.down) - (low / $0).rounded(.up) + 1 }
    return number(usual) > 2 ? usual : Axis.step(atLeast: (high - low) / max(room.most, 2))
  }

  /// How many tics have room on an axis, and how many where they stand as near as can be read.
  private func room(_ name: String, _ panel: Panel) -> (usual: Double, most: Double) {
    let isAcross = name == "x"
    if case .text(let columns, let rows) = output {
      // In letters: two rows a number, five columns, beside the axis and what is written at it.
      let most =
        isAcross
        ? (panel.frame.width * Double(columns) - 10) / 5
        : (panel.frame.height * Double(rows) - 6) / 2
      return (isAcross ? most * 0.6 : most, most)
    }
    let area = panel.area(width: width, height: height, margins: panel.margins ?? Margins())
    let length = isAcross ? area.width * width : area.height * height
    return isAcross ? (length / 9, length / 6) : (length / 6.5, length / 4.5)
  }
}
