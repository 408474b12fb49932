import Clusters
import Foundation
import Scattering

/// What all motifs and starts share: the fitted points of a PDF, ready for fits of pairs.
struct ReshapeProblem: Sendable {
  let settings: Reshape
  let measured: PDF
  let model: FitModel
  let pdf: CompressedPDF

  /// Nearest neighbours may stand about so far apart, in Å.
  let nearest: [Double]

  /// Radius of the largest particle that is looked for, in Å.
  let largest: Double

  /// - Parameters:
  ///   - rmax: the end of the fit in Å, if it is not that of the settings.
  ///   - largest: as below, if not half the fitted range and a tenth more.
  init(
    _ settings: Reshape, _ pdf: PDF, rmax: Double? = nil, largest: Double? = nil
  ) throws(ScatteringError) {
    var refinement = Refinement()
    refinement.vary = [.scale, .expansion, .biso, .delta2]
    refinement.bounds[.expansion] = 0.9...1.1
    refinement.bounds[.biso] = 0.02...2.5
    (refinement.rmin, refinement.rmax) = (settings.rmin, rmax ?? settings.rmax)
    (refinement.qmin, refinement.qmax) = (settings.qmin, settings.qmax)
    if let qdamp = settings.qdamp { refinement.values[.qdamp] = qdamp }
    let largest = largest ?? 0.55 * min(refinement.rmax, pdf.r.last ?? 0)
    self.largest = largest
    // The table of sites reaches a little beyond the largest particle.
    let reach = 2 * (1.3 * largest + 1.5 * 3.5)
    model = try FitModel(refinement, pdf: pdf, reach: reach)
    measured = model.measured
    self.settings = settings
    self.pdf = CompressedPDF(
      measured, qmin: settings.qmin ?? pdf.qmin ?? 0, qmax: model.qmax,
      qdamp: model.value(.qdamp), reach: reach)
    nearest = settings.nearest.map { [$0] } ?? Self.firstPeaks(pdf)
  }

  /// The highest peak where nearest neighbours of metals stand, and the first that is a third as
  /// high: in sc the second neighbours are twice as many.
  private static func firstPeaks(_ pdf: PDF) -> [Double] {
    let near = pdf.r.indices.filter { (2.0...3.8).contains(pdf.r[$0]) }
    guard let highest = near.max(by: { pdf.g[$0] < pdf.g[$1] }) else { return [2.8] }
    let first = near.first { point in
      let around = max(point - 15, 0)...min(point + 15, pdf.g.count - 1)
      return pdf.g[point] > pdf.g[highest] / 3 && around.allSatisfy { pdf.g[$0] <= pdf.g[point] }
    }
    return [pdf.r[highest]] + (first.map { $0 < highest - 20 ? [pdf.r[$0]] : [] } ?? [])
  }

  /// What a unit of surface costs, as a share of the misfit.
  ///
  /// A misfit of noise alone counts as what it is, in all its independent points. Where the model
  /// fails by more, for ligands or for sizes that vary, a better misfit means less, and a smooth
  /// surface has to count more for it.
  func surface(_ misfit: Double) -> Double {
    settings.surface ?? 0.02 + 0.08 * max(0, 1 - 2 * pdf.noise / misfit)
  }

  /// Parameters that fit some pairs best, from a start.
  func refined(
    _ pairs: PairCounts, from start: [Quantity: Double]
  ) -> [Quantity: Double] {
    FitProblem(pairs, in: model, from: start).optimum()
  }
}

/// A motif of a certain bond length, with its curves, against a PDF.
struct MotifCurves: Sendable {
  let table: SiteTable
  let curves: PairCurves

  /// The bond length d that distances are counted in, in Å; the expansion is one of its values.
  let bond: Double
  let values: [Quantity: Double]

  init(
    _ table: SiteTable, bond: Double, _ values: [Quantity: Double], against pdf: CompressedPDF
  ) {
    self.table = table
    self.bond = bond
    self.values = values
    curves = PairCurves(
      table.distances, bond: bond * (values[.expansion] ?? 1), biso: values[.biso] ?? 0.5,
      delta2: values[.delta2] ?? 0, against: pdf)
  }
}
