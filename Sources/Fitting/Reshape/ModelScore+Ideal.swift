import Clusters
import Foundation
import Scattering

extension ModelScore {
  /// The ideal shape of a lattice that fits the part of a PDF up to `end` best, and tells the rest.
  ///
  /// - Throws: `ScatteringError` where the PDF or the settings do not allow a fit.
  public static func ideal(
    _ lattice: StructureType, of survey: Survey, _ settings: Refinement, to pdf: PDF,
    upTo end: Double, while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> ModelScore? {
    var part = settings
    part.rmax = end
    let fits = try survey.fits(part, to: pdf, reach: 1, while: shouldContinue)
    guard let best = fits.first(where: { $0.cluster.type.lattice == lattice }) else { return nil }
    let curve = try settings.curve(of: .cluster(best.cluster), at: best.values, like: pdf)
    func left(beyond start: Double, to end: Double) -> Double {
      let places = curve.r.indices.filter { curve.r[$0] > start && curve.r[$0] <= end }
      let measured = pdf.cut(settings.rmin...max(settings.rmax, settings.rmin))
      let (difference, total) = places.reduce((0.0, 0.0)) { sums, place in
        let (g, rest) = (measured.g[place], measured.g[place] - curve.g[place])
        return (sums.0 + rest * rest, sums.1 + g * g)
      }
      return total > 0 ? (difference / total).squareRoot() : 0
    }
    return ModelScore(
      kind: .ideal, freedom: 5, atoms: Double(best.cluster.count),
      rw: left(beyond: 0, to: .infinity), predicted: left(beyond: end, to: 1.75 * end), end: end)
  }
}

extension ShapeFamily {
  /// Takes an ideal shape among the models that are compared, by its freedom.
  public mutating func compare(with ideal: ModelScore) {
    let place = models.firstIndex { $0.kind == .facets || $0.kind == .atoms } ?? models.count
    models.insert(ideal, at: place)
  }

  /// The part of Rw² within the data's resolution: noise beyond qmax says nothing of shapes.
  private func resolved(_ rw: Double) -> Double { max(rw * rw - unresolved, 1e-9) }

  /// Rw in the far part of the PDF of the shapes that were found; 0 where nothing was predicted.
  public var told: Double {
    models.filter { $0.kind == .facets || $0.kind == .atoms }.map(\.predicted).min() ?? 0
  }

  /// Whether the shape that was found is an ideal one once more, or no better than it with as many
  /// atoms.
  public func isAsGood(as ideal: Fit) -> Bool {
    best.cluster.count == ideal.cluster.count && best.rw > 0.995 * ideal.rw - 1e-3
  }

  /// Whether the shape that was found tells the far part of the PDF better than a simpler model, by a
  /// tenth, or fits all of it better by more than its freedom explains (Schwarz's criterion, Ann.
  /// Statist. 1978, 6, 461, doi:10.1214/aos/1176344136).
  public func isBetter(than simpler: Fit, _ kind: ModelScore.Kind) -> Bool {
    let found = models.filter { $0.kind == .facets || $0.kind == .atoms }
    guard let told = models.first(where: { $0.kind == kind }),
      let own = found.map(\.predicted).min(), let freedom = found.map(\.freedom).min()
    else { return true }
    let points = simpler.independentPoints
    let gain = points / 2 * log(resolved(simpler.rw) / resolved(best.rw))
    return told.predicted > 1.1 * own || gain > Double(freedom - told.freedom) * log(points) / 2
  }
}
