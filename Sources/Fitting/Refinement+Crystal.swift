import Clusters
import Scattering

extension Refinement {
  /// Fits a crystal, endless or cut to spheres.
  ///
  /// Spheres are what the envelope says where `diameter` is varied or given. Those small enough to be
  /// counted whole are then fitted again with the scattering at small angles that they have, as far
  /// as it lies above qmin.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(_ crystal: Crystal, to pdf: PDF) throws(ScatteringError) -> Fit {
    let phase = Phase.crystal(crystal)
    let settings = try settings(near: phase, pdf)
    let problem = try settings.problem(of: phase, to: pdf)
    let whole = try settings.wholeProblem(
      of: crystal, to: pdf, from: problem.optimum(tolerance: 1e-3))
    return (whole ?? problem).solve(for: phase.cluster, of: phase)
  }

  /// The least squares with all pairs of spheres of about these sizes, with scattering at small
  /// angles; nil where they are too large, or where the PDF's own small angles are not known.
  private func wholeProblem(
    of crystal: Crystal, to pdf: PDF, from start: [Quantity: Double]
  ) throws(ScatteringError) -> FitProblem? {
    guard vary.contains(.diameter) || values[.diameter] != nil, (qmin ?? pdf.qmin ?? 0) >= 0.5,
      let diameter = start[.diameter]
    else { return nil }
    let reach = 1.15 * SphereEnvelope(diameter: diameter, spread: start[.spread] ?? 0).end
    guard reach < 100 else { return nil }
    var settings = self
    for (quantity, value) in start where vary.contains(quantity) {
      settings.values[quantity] = value
    }
    settings.narrow(to: start)
    let model = try FitModel(settings, pdf: pdf, reach: reach, cutting: true)
    return FitProblem(CrystalPairs(crystal, upTo: reach, in: model), in: model, from: start)
  }

  /// The settings with the expansion that the first 20 Å have to start from, where there are far more.
  private func settings(near phase: Phase, _ pdf: PDF) throws(ScatteringError) -> Refinement {
    guard vary.contains(.expansion), values[.expansion] == nil, rmin < 10,
      min(pdf.r.last ?? 0, rmax) > 25
    else { return self }
    var short = self
    short.rmax = 20
    short.vary.removeAll { ![.scale, .expansion, .biso].contains($0) }
    for quantity in Quantity.envelope { short.values[quantity] = nil }
    var settings = self
    settings.narrow(to: try short.problem(of: phase, to: pdf).optimum(tolerance: 1e-3))
    return settings
  }

  /// Starts the expansion from what was found, within 2 % of it: the narrower the bounds, the smaller
  /// the tables.
  private mutating func narrow(to found: [Quantity: Double]) {
    guard vary.contains(.expansion), let expansion = found[.expansion] else { return }
    let bounds = bounds[.expansion] ?? Quantity.expansion.bounds
    values[.expansion] = expansion
    self.bounds[.expansion] =
      max(bounds.lowerBound, 0.98 * expansion)...min(bounds.upperBound, 1.02 * expansion)
  }
}
