import Scattering

extension Refinement {
  /// Fits all structures at once, each with its own scale, to one PDF or to several.
  ///
  /// With phases p of a PDF G = Σ_p G_p.
  ///
  /// - Throws: `ScatteringError` where a PDF or these settings do not allow a fit.
  public func fit(
    _ phases: [Phase], togetherTo pdfs: [PDF], sharing: Sharing = Sharing()
  ) throws(ScatteringError) -> JointFit {
    try sharing.validate(varied: vary, structures: phases.count, pdfs: pdfs.count)
    var problems: [FitProblem] = []
    for pdf in pdfs {
      for phase in phases {
        problems.append(try applied(to: phase).problem(of: phase, to: pdf))
      }
    }
    return try JointProblem(problems, of: phases, sharing).solve()
  }
}
