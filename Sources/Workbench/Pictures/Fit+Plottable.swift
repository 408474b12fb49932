import Figures
import Fitting
import Clusters
import Scattering
import Script

extension Fit: Plottable {
  /// The fit with its structure, or beside the true structure if that is given too; several fits
  /// side by side, at most two in a row.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    if others.count == 1, case .object(let truth as Cluster) = others[0], truth.count > 0 {
      return .solution(
        FitCurves(self, name: options.name(0, or: measured.name)), truth: truth,
        palette: options.palette)
    }
    let fits = try [self] + others.map { try $0.like(Fit.self, "a fit") }
    let figures = fits.enumerated().map { index, fit in
      Figure.fit(
        FitCurves(fit, name: options.name(index, or: fit.measured.name)), palette: options.palette)
    }
    return figures.count == 1 ? figures[0] : .grid(figures, columns: 2)
  }
}

extension FitCurves {
  /// What is drawn of a fit.
  init(_ fit: Fit, name: String) {
    self.init(
      name: name, type: fit.cluster.type, atoms: fit.cluster.count, rw: fit.rw, r: fit.measured.r,
      measured: fit.measured.g, calculated: fit.g, structure: fit.structure)
    switch fit.phase {
    case .cluster: break
    case .crystal(let crystal):
      title =
        fit.spheres.map {
          "\(crystal.motif.name) spheres, \(Value.text(of: $0.diameter, digits: 1)) Å"
        }
        ?? "\(crystal.motif.name) crystal"
    case .ensemble(let ensemble): title = ensemble.kind.rawValue
    }
  }
}

extension Fits: Plottable {
  /// The best of the fits.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard let best = fits.first else {
      throw Complaint("there are no fits to plot", argument: "values")
    }
    return try best.figure(with: others, options: options)
  }
}
