import Clusters
import Scattering

/// From a structure to its least squares.
extension Refinement {
  /// The settings without what a structure has not: a cluster has no diameter to fit, a cubic crystal
  /// no strain.
  public func applied(to phase: Phase) -> Refinement {
    let foreign = phase.foreign
    var settings = self
    settings.vary.removeAll { foreign[$0] != nil }
    for quantity in foreign.keys { settings.values[quantity] = nil }
    return settings
  }

  /// Throws where these settings name what a structure has not.
  func check(_ phase: Phase) throws(ScatteringError) {
    for (quantity, reason) in phase.foreign.sorted(by: { $0.key.name < $1.key.name })
    where vary.contains(quantity) || (values[quantity] ?? 0) != 0 {
      throw ScatteringError("\(quantity.name) \(reason)", of: quantity)
    }
    if vary.contains(.spread) || value(.spread) != 0, !vary.contains(.diameter),
      values[.diameter] == nil
    {
      throw ScatteringError(
        "spread is that of a diameter: name diameter in vary or give it", of: .spread)
    }
    guard case .ensemble = phase else { return }
    for quantity in Quantity.envelope
    where !vary.contains(quantity) && values[quantity] == nil {
      throw ScatteringError(
        "an ensemble needs its \(quantity.name): name it in vary or give it", of: quantity)
    }
  }

  /// The least squares of a structure.
  ///
  /// Pairs of a crystal are counted to a little beyond the end of the fit, less an even density, so
  /// that there is no scattering at small angles.
  func problem(
    of phase: Phase, to pdf: PDF,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> FitProblem {
    try check(phase)
    switch phase {
    case .cluster(let cluster):
      let reach = reach(of: cluster)
      return FitProblem(
        cluster, in: try FitModel(self, pdf: pdf, reach: reach, while: shouldContinue))
    case .crystal(let crystal):
      let end = (pdf.cut(rmin...max(rmax, rmin)).r.last ?? 20) * 1.05 + 15
      let model = try FitModel(
        self, pdf: pdf, reach: end, cutting: true, while: shouldContinue)
      return FitProblem(CrystalPairs(crystal, upTo: end, fade: 10, in: model), in: model)
    case .ensemble(let ensemble):
      let reach = ensemble.members.map(\.diameter).max() ?? 1
      let model = try FitModel(self, pdf: pdf, reach: reach, while: shouldContinue)
      return FitProblem(EnsemblePairs(ensemble, in: model), in: model)
    }
  }

  /// The longest distance in a cluster in Å, strained as far as it may be.
  func reach(of cluster: Cluster) -> Double {
    vary.contains(.strain) || value(.strain) != 0 ? 1.1 * cluster.diameter : cluster.diameter
  }

  /// G(r) of a structure at some parameters at the points of a PDF, and its derivatives by what is
  /// varied.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow it.
  package func curve(
    of phase: Phase, at values: [Quantity: Double], like pdf: PDF
  ) throws(ScatteringError) -> (r: [Double], g: [Double], derivatives: [[Double]]) {
    let problem = try problem(of: phase, to: pdf)
    let g = problem.curve(at: values)
    return (problem.model.measured.r, g, vary.map { problem.derivative(by: $0) })
  }
}
