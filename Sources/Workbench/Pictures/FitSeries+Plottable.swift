import Figures
import Fitting
import Numerics
import Scattering
import Script

extension FitSeries: Plottable {
  /// The fits one above the other, at most seven from the first to the last, beside what was varied
  /// over what differs from PDF to PDF.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a series of fits is plotted alone", argument: "values")
    }
    guard let first = fits.first else { throw Complaint("an empty series", argument: "values") }
    let curves = Self.shown(of: fits.count).map { FitCurves(fits[$0], name: name(of: $0)) }
    var left = Figure.stacked(curves, palette: options.palette)
    guard fits.count > 1, !first.varied.isEmpty else { return left }
    let across = PDFSeries(pdfs).across
    let trends = first.varied.enumerated().map { number, quantity in
      let values = fits.map { $0.values[quantity] ?? .nan }
      let unit = quantity.unit.map { " (\($0))" } ?? ""
      var trend = Figure.columns(
        x: (across.name, across.values),
        y: [
          Column(
            quantity.name + unit, values, errors: fits.map { $0.error(quantity) ?? 0 },
            hasLine: false)
        ], palette: options.palette)
      if let tics = across.tics { trend.panels[0].x.tics = tics }
      return trend
    }
    var right = Figure.stack(trends)
    let height = max(left.height, 28 * Double(trends.count) + 10)
    (left.height, right.height) = (height, height)
    return .rows([[left, right]])
  }

  /// At most seven of so many places, from the first to the last.
  static func shown(of count: Int) -> [Int] {
    let shown = min(count, 7)
    return (0..<shown).map { $0 * (count - 1) / max(shown - 1, 1) }
  }

  /// The temperature, or the file's name.
  private func name(of place: Int) -> String {
    guard let column = PDFSeries(pdfs).order, let unit = column.unit,
      let value = column.values[place]
    else { return String(fits[place].measured.name.prefix(24)) }
    return "\(value.plain) \(unit)"
  }
}

extension PDFSeries {
  /// What figures draw it over: the order of the files where there is nothing else. Few whole numbers
  /// have tics at whole numbers alone.
  var across: (name: String, values: [Double], tics: Axis.Tics?) {
    let name = order.map { $0.name + ($0.unit.map { " (\($0))" } ?? "") } ?? "number of the file"
    let values =
      order?.values.map { $0 ?? .nan } ?? pdfs.indices.map { Double($0 + 1) }
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    return (name, values, isWhole && span <= 16 ? .every(span > 8 ? 2 : 1) : nil)
  }
}
