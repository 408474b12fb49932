import Clusters
import Numerics
import Scattering

extension Refinement {
  /// Goes on from where a fit ended: what is not said here, and belongs to its structure, begins with
  /// the fit's value or keeps it. Scale and expansion are found anew.
  public mutating func goOn(from fit: Fit) {
    var ofStructures: [Quantity] = [.biso, .delta1, .delta2, .diameter, .spread, .faults]
    // A fitted cluster is strained already.
    if !fit.isCluster { ofStructures.append(.strain) }
    for quantity in ofStructures where values[quantity] == nil {
      guard let value = fit.values[quantity], value != quantity.usual else { continue }
      values[quantity] = value.clamped(to: bounds[quantity] ?? quantity.bounds)
    }
  }

  /// Fits particles of one kind in many sizes.
  ///
  /// - Parameter isWanted: is asked during the fit, which is worth nothing where it returns false.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(
    _ ensemble: Ensemble, to pdf: PDF, while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> Fit {
    let phase = Phase.ensemble(ensemble)
    return try problem(of: phase, to: pdf, while: isWanted).solve(for: phase.cluster, of: phase)
  }

  /// Fits clusters, crystals and ensembles, best first.
  ///
  /// - Parameters: as those of fits of clusters.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(
    _ phases: [Phase], to pdf: PDF,
    shouldContinue: @escaping @Sendable (Int) -> Bool = { _ in true },
    while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> [Fit] {
    var clusters: [Cluster] = []
    var fits: [Fit] = []
    for phase in phases where isWanted() {
      let settings = phases.count == 1 ? self : applied(to: phase)
      switch phase {
      case .cluster(let cluster): clusters.append(cluster)
      case .crystal(let crystal): fits.append(try settings.fit(crystal, to: pdf, while: isWanted))
      case .ensemble(let ensemble):
        fits.append(try settings.fit(ensemble, to: pdf, while: isWanted))
      }
    }
    // One that was ended half-way is none.
    if !isWanted(), !fits.isEmpty { fits.removeLast() }
    if let first = clusters.first {
      let settings = fits.isEmpty ? self : applied(to: .cluster(first))
      let before = fits.count
      fits += try settings.fit(
        clusters, to: pdf, shouldContinue: { shouldContinue(before + $0) }, while: isWanted)
    }
    let order = fits.indices.sorted { (fits[$0].rw, $0) < (fits[$1].rw, $1) }
    return order.map { fits[$0] }
  }

  /// Fits one structure to PDFs of a series, each from where the last one ended.
  ///
  /// - Throws: `ScatteringError` where a PDF or these settings do not allow a fit.
  public func fit(
    _ phase: Phase, inTurnTo pdfs: [PDF], shouldContinue: (Int) -> Bool = { _ in true }
  ) throws(ScatteringError) -> [Fit] {
    var settings = self
    var fits: [Fit] = []
    for pdf in pdfs where shouldContinue(fits.count) {
      guard let fit = try settings.fit([phase], to: pdf).first else { continue }
      fits.append(fit)
      for quantity in vary {
        let bounds = bounds[quantity] ?? quantity.bounds
        settings.values[quantity] = fit.values[quantity]?.clamped(to: bounds)
      }
    }
    return fits
  }
}
