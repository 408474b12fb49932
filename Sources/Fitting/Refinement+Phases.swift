import Clusters
import Numerics
import Scattering

extension Refinement {
  /// The settings without what a structure has not: a cluster has no diameter to fit, a crystal no
  /// strain.
  public func applied(to phase: Phase) -> Refinement {
    let foreign: Set<Quantity> =
      switch phase {
      case .cluster: Set(Quantity.envelope)
      case .crystal: [.strain]
      }
    var settings = self
    settings.vary.removeAll(where: foreign.contains)
    for quantity in foreign { settings.values[quantity] = nil }
    return settings
  }

  /// Fits clusters and crystals, best first.
  ///
  /// - Parameters: as those of fits of clusters.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(
    _ phases: [Phase], to pdf: PDF, goesOn: @escaping @Sendable (Int) -> Bool = { _ in true },
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> [Fit] {
    var clusters: [Cluster] = []
    var crystals: [Crystal] = []
    for phase in phases {
      switch phase {
      case .cluster(let cluster): clusters.append(cluster)
      case .crystal(let crystal): crystals.append(crystal)
      }
    }
    var fits: [Fit] = []
    for crystal in crystals where shouldContinue() {
      let settings = clusters.isEmpty ? self : applied(to: .crystal(crystal))
      fits.append(try settings.fit(crystal, to: pdf))
    }
    if let first = clusters.first {
      let settings = crystals.isEmpty ? self : applied(to: .cluster(first))
      let before = fits.count
      fits += try settings.fit(
        clusters, to: pdf, goesOn: { goesOn(before + $0) }, while: shouldContinue)
    }
    let order = fits.indices.sorted { (fits[$0].rw, $0) < (fits[$1].rw, $1) }
    return order.map { fits[$0] }
  }

  /// Fits one structure to PDFs of a series, each from where the last one ended.
  ///
  /// - Throws: `ScatteringError` where a PDF or these settings do not allow a fit.
  public func fit(
    _ phase: Phase, inTurnTo pdfs: [PDF], goesOn: (Int) -> Bool = { _ in true }
  ) throws(ScatteringError) -> [Fit] {
    var settings = self
    var fits: [Fit] = []
    for pdf in pdfs where goesOn(fits.count) {
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

extension Refinement {
  /// G(r) of a structure at some parameters at the points of a PDF, and its derivatives by what is
  /// varied.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow it.
  package func curve(
    of phase: Phase, at values: [Quantity: Double], like pdf: PDF
  ) throws(ScatteringError) -> (r: [Double], g: [Double], derivatives: [[Double]]) {
    let problem: FitProblem
    switch phase {
    case .cluster(let cluster):
      problem = FitProblem(cluster, in: try FitModel(self, pdf: pdf, reach: reach(of: cluster)))
    case .crystal(let crystal): problem = try self.problem(of: crystal, to: pdf)
    }
    let g = problem.curve(at: values)
    return (problem.model.measured.r, g, vary.map { problem.derivative(by: $0) })
  }
}
