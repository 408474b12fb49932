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
    let odds = [typeOdds(options.palette), sizeOdds(options.palette)]
    if let width = options.width, width < 140 {
      // Side by side they would be too small to read.
      let figures = [fit, try guesses.figure(with: [], options: options)] + odds
      let rows = figures.map { figure in
        var figure = figure
        figure.width = width
        return [figure]
      }
      return .rows(rows, width: width)
    }
    (fit.width, fit.height) = (Figure.twoColumns, 70)
    fit.panels[0].margins?.left = 14
    var map = options
    map.width = 75
    let place = try guesses.figure(with: [], options: map)
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
      x: (name: "atoms", values: sizes), y: [Column("", Array(shares))],
      palette: palette, isLine: true, label: "odds of at most so many", isLogarithmic: false)
    return figure
  }
}

extension SolutionSeries: Plottable {
  /// Numbers of atoms and bond lengths of the answers, or what `y:` names, over the temperature or
  /// what else differs from file to file. Bars reach over what fits as well.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a series is plotted alone", argument: "values")
    }
    let names = options.y.isEmpty ? ["atoms", "bond"] : options.y
    guard names.allSatisfy({ ["atoms", "bond"].contains($0) }), options.colour == nil else {
      var options = options
      options.x = options.x ?? PDFSeries(solutions.map(\.answer.pdf)).order?.name
      return try table.figure(with: [], options: options)
    }
    return .stack(try names.map { try figure(of: $0, options) })
  }

  /// Numbers of atoms or bond lengths alone.
  private func figure(of name: String, _ options: PlotOptions) throws -> Figure {
    let answers = solutions.map(\.answer)
    let bars =
      name == "atoms"
      ? answers.map { (Double($0.atoms.lowerBound), Double($0.atoms.upperBound)) }
      : answers.map { ($0.bond.mean - $0.bond.error, $0.bond.mean + $0.bond.error) }
    let across = PDFSeries(answers.map(\.pdf)).across
    let x = try options.x.map { try table.numbers(of: $0) } ?? (across.name, across.values)
    var figure = Figure.errors(
      x: x, y: try table.numbers(of: name), low: bars.map(\.0), high: bars.map(\.1),
      palette: options.palette)
    if options.x == nil, let tics = across.tics { figure.panels[0].x.tics = tics }
    return figure
  }
}
