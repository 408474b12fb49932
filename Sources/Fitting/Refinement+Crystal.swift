import Clusters
import Foundation
import Scattering

extension Refinement {
  /// Fits a crystal, endless or cut to spheres.
  ///
  /// Spheres are what the envelope says where `diameter` is varied or given. Pairs are first counted
  /// to a little beyond the end of the fit, less an even density, so that there is no scattering at
  /// small angles. Spheres small enough to be counted whole are then fitted again with it, as far as
  /// it lies above qmin.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(_ crystal: Crystal, to pdf: PDF) throws(ScatteringError) -> Fit {
    let problem = try problem(of: crystal, to: pdf)
    let fit = problem.solve(for: { crystal.sphere($0) }, of: crystal)
    guard let whole = try wholeProblem(of: crystal, to: pdf, from: fit.values) else { return fit }
    return whole.solve(for: { crystal.sphere($0) }, of: crystal)
  }

  /// A crystal without scattering at small angles.
  func problem(
    of crystal: Crystal, to pdf: PDF, in model: FitModel? = nil
  ) throws(ScatteringError) -> FitProblem {
    try requireNoStrain()
    let reach = Self.reach(of: pdf.cut(rmin...max(rmax, rmin)))
    let model =
      if let model { model } else { try FitModel(self, pdf: pdf, reach: reach) }
    let end = min(reach, model.reach)
    let pairs = PairCounts(crystal, fadingFrom: end - 10, to: end, step: model.step / 2)
    return FitProblem(
      pairs, in: model, from: [:], grid: model.pairGrid(from: crystal.nearest / 2, to: end))
  }

  /// The longest distance that a crystal's pairs are counted to for a fit, in Å.
  static func reach(of part: PDF) -> Double { (part.r.last ?? 20) * 1.05 + 15 }

  /// The same with all pairs of spheres of about these sizes, with scattering at small angles; nil
  /// where they are too large, or where the PDF's own small angles are not known.
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
    let model = try FitModel(settings, pdf: pdf, reach: reach)
    return FitProblem(
      PairCounts(crystal, upTo: reach), in: model, from: start,
      grid: model.pairGrid(from: crystal.nearest / 2, to: reach))
  }

  private func requireNoStrain() throws(ScatteringError) {
    guard !vary.contains(.strain), (values[.strain] ?? 0) == 0 else {
      throw ScatteringError("strain is what a cluster has; a crystal has none", of: .strain)
    }
  }
}

extension Crystal {
  /// What stands for a fitted crystal: a sphere of the diameter that its atoms are in on average, at
  /// most 40 Å, and 20 Å without one.
  func sphere(_ values: [Quantity: Double]) -> Cluster {
    let envelope = SphereEnvelope(
      diameter: values[.diameter] ?? Quantity.diameter.usual, spread: values[.spread] ?? 0)
    let diameter = envelope.volumeDiameter
    return ball(diameter: diameter < Quantity.diameter.usual ? min(diameter, 40) : 20)
  }
}
