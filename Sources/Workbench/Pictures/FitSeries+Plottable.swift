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
