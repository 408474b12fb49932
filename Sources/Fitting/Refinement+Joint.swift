import Clusters
import Scattering

extension Refinement {
  /// Fits all structures at once, each with its own scale, to one PDF or to several.
  ///
  /// With phases p of a PDF G = Σ_p G_p; instrument and background are those of the PDF, all else that
  /// is varied each structure has for itself, but for quantities that are `equal`.
  ///
  /// - Throws: `ScatteringError` where a PDF or these settings do not allow a fit.
  public func fit(
    _ phases: [Phase], togetherTo pdfs: [PDF], equal: [Quantity] = []
  ) throws(ScatteringError) -> JointFit {
    if let stray = equal.first(where: { !vary.contains($0) }) {
      throw ScatteringError("\(stray.name) is to be equal, but is not varied", of: stray)
    }
    var groups: [[FitProblem]] = []
    for pdf in pdfs {
      var reach = 0.0
      for phase in phases {
        switch phase {
        case .cluster(let cluster): reach = max(reach, self.reach(of: cluster))
        case .crystal: reach = max(reach, Self.reach(of: pdf.cut(rmin...max(rmax, rmin))))
        }
      }
      var group: [FitProblem] = []
      for phase in phases {
        let settings = applied(to: phase)
        let model = try FitModel(settings, pdf: pdf, reach: reach)
        switch phase {
        case .cluster(let cluster): group.append(FitProblem(cluster, in: model))
        case .crystal(let crystal):
          group.append(try settings.problem(of: crystal, to: pdf, in: model))
        }
      }
      groups.append(group)
    }
    return JointProblem(groups, equal: equal).solve(pdfs.map { _ in phases })
  }
}
