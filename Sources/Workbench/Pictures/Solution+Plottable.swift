import Clusters
import Figures
import Fitting
import Generative
import Scattering
import Script

extension Solution: Plottable {
  /// The fit with its particle above; below the place on the map, and the odds of types and sizes.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("an answer is plotted alone", argument: "values")
    }
    var fit = try answer.best.figure(with: [], options: options)
    (fit.width, fit.height) = (Figure.twoColumns, 70)
    var map = options
    map.width = 75
    let odds = [typeOdds(options.palette), sizeOdds(options.palette)]
    guard let place = try guesses?.figure(with: [], options: map) else {
      return .rows([[fit], odds], width: options.width ?? Figure.twoColumns)
    }
    var column = Figure.grid(odds, columns: 1, width: 75, letters: false)
    column.height = place.height
    return .rows([[fit], [place, column]], width: options.width ?? Figure.twoColumns)
  }

  private func typeOdds(_ palette: Palette) -> Figure {
    .bars(
      answer.odds.types.prefix(4).map { row in
        (row.type.rawValue, (100 * row.share).rounded(), palette.colour(of: row.type))
      },
      label: "odds (%)")
  }

  /// How probable each number of atoms is, by the quantiles of the odds.
  private func sizeOdds(_ palette: Palette) -> Figure {
    let shares = stride(from: 0.01, through: 0.99, by: 0.01)
    let sizes = shares.map { Double(answer.odds.quantile($0)) }
    let figure = Figure.columns(
      x: (name: "atoms", values: sizes), y: [(name: "", values: Array(shares))],
      palette: palette, isLine: true, label: "odds of at most so many", isLogarithmic: false)
    return figure
  }
}

extension SolutionSeries: Plottable {
  /// The bond of each answer against the number in its file's name.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a series is plotted alone", argument: "values")
    }
    var options = options
    let hasNumbers = solutions.allSatisfy { $0.answer.pdf.name.lastNumber != nil }
    options.x = options.x ?? (hasNumbers ? "number" : nil)
    if options.y.isEmpty { options.y = ["bond"] }
    return try table.figure(with: [], options: options)
  }
}
