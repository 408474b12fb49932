import Figures
import Fitting
import Scattering
import Script

extension JointFit: Plottable {
  /// One PDF with all structures, and each of them against what the others leave of it; several PDFs one above the other,
  /// each with all of its structures.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a joint fit is plotted alone", argument: "values")
    }
    guard groups.count == 1 else {
      return .stacked(
        FitSeries.shown(of: groups.count).map(whole), palette: options.palette)
    }
    let parts = groups[0].count > 1 ? groups[0].map(part) : []
    let figures = ([whole(0)] + parts).map { Figure.fit($0, palette: options.palette) }
    return figures.count == 1 ? figures[0] : .grid(figures, columns: 2)
  }

  private func part(_ place: Int) -> FitCurves {
    let fit = phases[place]
    return FitCurves(fit, name: "less the others")
  }

  /// All structures of a PDF, in the colour of the one that scatters most.
  private func whole(_ group: Int) -> FitCurves {
    let most = groups[group].max { phases[$0].scale < phases[$1].scale }
    let fit = phases[most ?? 0]
    let (data, calculated) = (measured[group].g, g[group])
    let rest = zip(data, calculated).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let total = data.reduce(0) { $0 + $1 * $1 }
    var curves = FitCurves(fit, name: measured[group].name)
    (curves.measured, curves.calculated) = (data, calculated)
    curves.rw = (rest / max(total, 1e-300)).squareRoot()
    if groups[group].count > 1 {
      curves.title = "\(groups[group].count) structures"
      curves.structure = nil
    }
    return curves
  }
}
