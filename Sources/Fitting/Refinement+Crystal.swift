import Clusters
import Numerics
import Scattering

extension Refinement {
  /// Fits a crystal, endless or cut to spheres.
  ///
  /// Spheres are what the envelope says where `diameter` is varied or given. Where they are small
  /// enough to be counted whole, it is done with the scattering at small angles that they have, as
  /// far as it lies above qmin.
  ///
  /// - Parameter isWanted: is asked during the fit, which is worth nothing where it returns false.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(
    _ crystal: Crystal, to pdf: PDF, while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> Fit {
    let phase = Phase.crystal(crystal)
    let settings = starting(from: try glance(at: phase, pdf, isWanted))
    let whole = try settings.wholeProblem(of: crystal, to: pdf, isWanted)
    let problem =
      if let whole { whole } else { try settings.problem(of: phase, to: pdf, while: isWanted) }
    return problem.solve(for: phase.cluster, of: phase)
  }

  /// About the minimum, by as many points as are independent: the way to it takes most steps.
  private func glance(
    at phase: Phase, _ pdf: PDF, _ isWanted: @escaping @Sendable () -> Bool
  ) throws(ScatteringError) -> [Quantity: Double] {
    let thin = thinned(pdf)
    let isEnough = thin.cut(rmin...max(rmax, rmin)).r.count > 20 * vary.count
    return try problem(of: phase, to: isEnough ? thin : pdf, while: isWanted)
      .optimum(tolerance: 1e-4)
  }

  /// The settings with what was found to start from.
  ///
  /// The expansion stays within 2 % of it: the narrower its bounds, the smaller the tables.
  private func starting(from found: [Quantity: Double]) -> Refinement {
    var settings = self
    for (quantity, value) in found where vary.contains(quantity) {
      let bounds = bounds[quantity] ?? quantity.bounds
      settings.values[quantity] = value.clamped(to: bounds)
      if quantity == .expansion {
        settings.bounds[quantity] =
          max(bounds.lowerBound, 0.98 * value)...min(bounds.upperBound, 1.02 * value)
      }
    }
    return settings
  }

  /// The least squares with all pairs of spheres of about the size that these settings start from,
  /// with scattering at small angles; nil where they are too large, or where the PDF's own small
  /// angles are not known.
  private func wholeProblem(
    of crystal: Crystal, to pdf: PDF, _ isWanted: @escaping @Sendable () -> Bool
  ) throws(ScatteringError) -> FitProblem? {
    guard let diameter = values[.diameter], (qmin ?? pdf.qmin ?? 0) >= 0.5 else { return nil }
    let envelope = SphereEnvelope(diameter: diameter, spread: values[.spread] ?? 0)
    let reach = 1.15 * envelope.end
    guard reach < 100 else { return nil }
    let model = try FitModel(self, pdf: pdf, reach: reach, cutting: true, while: isWanted)
    return FitProblem(CrystalPairs(crystal, upTo: reach, in: model), in: model)
  }
}
