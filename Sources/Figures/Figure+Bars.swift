import Clusters
import Glibc
import Numerics

extension Figure {
  /// Named amounts as bars, such as the number of structures of each type.
  package static func bars(
    _ amounts: [(name: String, amount: Double, colour: Colour)], label: String
  ) -> Figure {
    bars(
      amounts.map(\.name), [(name: "", values: amounts.map(\.amount))],
      colours: amounts.map(\.colour), label: label)
  }

  /// Sets of amounts for the same names as bars side by side; the first set is the palest.
  ///
  /// - Parameters:
  ///   - colours: one for each name.
  ///   - across: what the names are of, if they do not say it themselves.
  ///   - errors: of the first sets, how far error bars reach up and down.
  package static func bars(
    _ names: [String], _ sets: [(name: String, values: [Double])], colours: [Colour],
    label: String, across: String = "", errors: [[Double]] = []
  ) -> Figure {
    let ends = zip(sets, errors).flatMap { set, errors in
      zip(set.values, errors).flatMap { [$0 - $1, $0 + $1] }
    }
    let amounts = (sets.flatMap(\.values) + ends).filter(\.isFinite)
    let (bottom, top) = (min(amounts.min() ?? 0, 0), amounts.max() ?? 1)
    let decimals = Self.decimals(of: amounts)
    let barWidth = 0.76 / Double(max(sets.count, 1))
    var panel = Panel(
      margins: Margins(left: 13, bottom: 11),
      x: Axis(
        across, range: -0.6...(Double(max(names.count, 1)) - 0.4),
        tics: .at(names.enumerated().map { (position: Double($0), label: $1) })),
      y: Axis(
        label, range: .init(between: bottom * 1.12, and: max(top * 1.12, .leastNormalMagnitude))))
    for (number, set) in sets.enumerated() {
      let pale = 0.6 * Double(sets.count - 1 - number) / Double(max(sets.count - 1, 1))
      let offset = (Double(number) - Double(sets.count - 1) / 2) * barWidth
      for (index, value) in zip(names.indices, set.values) {
        let colour = colours[index].mixed(with: .white, pale)
        panel.series.append(
          Series(.bars(x: [Double(index) + offset], y: [value], width: barWidth), colour: colour))
        // Beside many others, or an error bar, a number finds no room.
        guard sets.count == 1, names.count <= 12, errors.isEmpty else { continue }
        panel.labels.append(
          Label(
            value.isFinite ? value.decimals(decimals).replacing("-", with: "−") : "",
            x: Double(index), y: max(value, 0) + 0.035 * top, anchor: .center, size: 6.5))
      }
      if number < errors.count {
        let ends = zip(set.values, errors[number])
        panel.series.append(
          Series(
            .errors(
              x: names.indices.map { Double($0) + offset }, low: ends.map { $0 - $1 },
              high: ends.map { $0 + $1 }), colour: .ink))
      }
      if sets.count > 1 {
        panel.key.entries.append(.init(set.name, .area(Colour.axis.mixed(with: .white, pale))))
      }
    }
    if names.count > 12 {
      // The names stand upright.
      panel.margins?.bottom =
        (across.isEmpty ? 6 : 10) + 1.25 * Double(min(names.map(\.count).max() ?? 0, 24))
    }
    panel.key.place = sets.count > 1 ? .above : .none
    let width = names.count > 40 ? Figure.twoColumns : Figure.oneColumn
    let height = 45 + (panel.margins?.bottom ?? 10)
    return Figure(width: width, height: names.count > 12 ? height : 55, panels: [panel])
  }

  /// How many digits after the point numbers on bars have: all as many, the largest three digits in
  /// all; whole numbers none.
  private static func decimals(of amounts: [Double]) -> Int32 {
    let largest = amounts.map(abs).max() ?? 0
    guard largest > 0, !amounts.allSatisfy({ $0 == $0.rounded() }) else { return 0 }
    return Int32(min(max(2 - log10(largest).rounded(FloatingPointRoundingRule.down), 0), 6))
  }
}
