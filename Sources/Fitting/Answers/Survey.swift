import Clusters
import Numerics
import Scattering

/// Many structures to be fitted to one PDF after another, of which few matter for each.
///
/// What is counted of the structures once, their distances, serves all PDFs.
public struct Survey: Sendable {
  public let clusters: [Cluster]
  private let screen: Screen

  /// Whether settings vary only what a look at numbers of pairs allows for: strain and weights move
  /// or count peaks otherwise.
  public static func allows(_ settings: Refinement) -> Bool {
    !settings.isWeighted && !settings.vary.contains(.strain) && settings.values[.strain] == nil
  }

  /// - Parameters:
  ///   - reach: the longest distances that fits will see, in Å.
  ///   - shouldContinue: ends the work by false.
  /// - Throws: `Stopped`.
  public init(
    _ clusters: [Cluster], reach: Double = 30, while shouldContinue: @Sendable () -> Bool = { true }
  ) throws {
    self.clusters = clusters
    screen = try Screen(clusters, reach: reach, while: shouldContinue)
  }

  /// Fits of those structures that may matter, best first.
  ///
  /// All are looked at by a `Screen`. What may come within `reach` times the lowest Rw, and the best
  /// of each lattice, is fitted to every few points of the PDF, as many as qmax asks for; what then
  /// comes within `reach` times the lowest Rw, and the best two of each lattice, to all points.
  ///
  /// - Parameters:
  ///   - shouldContinue: is told how many structures are done, and ends the work by false; the fits so
  ///     far then count.
  ///   - isWanted: is asked during a fit, and ends the work by false in the same way.
  /// - Throws: `ScatteringError` where the PDF or the settings do not allow a fit.
  public func fits(
    _ settings: Refinement, to pdf: PDF, reach: Double = 1.5,
    shouldContinue: @escaping @Sendable (Int) -> Bool = { _ in true },
    while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> [Fit] {
    let screened = screen.misfits(settings, pdf, while: isWanted)
    guard isWanted() else { return [] }
    guard let screened else { return try settings.fit(clusters, to: pdf) }
    // The widths of the screen are not the fits': twice the misfit is room for that.
    let order = screened.indices.sorted { (screened[$0].misfit, $0) < (screened[$1].misfit, $1) }
    let near = chosen(
      order.map { clusters[$0] }, order.map { screened[$0].misfit }, most: 2 * reach * reach,
      each: 4
    ).map { order[$0] }
    let glances = try settings.fit(
      near.map { clusters[$0] }, to: settings.thinned(pdf),
      startingAt: near.map { screened[$0].expansion },
      shouldContinue: { shouldContinue(clusters.count - near.count + $0) }, while: isWanted)
    let kept = chosen(glances.map(\.cluster), glances.map(\.rw), most: reach, each: 2)
      .map { glances[$0] }
    return try settings.fit(
      kept.map(\.cluster), to: pdf, startingAt: kept.map(\.expansion),
      shouldContinue: { _ in shouldContinue(clusters.count) }, while: isWanted)
  }

  /// The structure of each lattice that fits best by its numbers of pairs alone, with the bond length
  /// that does so: a start, where nothing is fitted.
  public func nearest(_ settings: Refinement, to pdf: PDF) -> [Cluster] {
    guard let screened = screen.misfits(settings, pdf, while: { true }) else { return [] }
    let best = Dictionary(grouping: clusters.indices) { clusters[$0].type.lattice }
      .compactMap { $1.min { screened[$0].misfit < screened[$1].misfit } }
    return best.sorted().map { clusters[$0].expanded(by: screened[$0].expansion) }
  }

  /// Of structures in the order of how ill they fit, the places of those within `most` times the
  /// least, and of the first of each lattice.
  private func chosen(
    _ clusters: [Cluster], _ misfits: [Double], most: Double, each: Int
  ) -> [Int] {
    guard let least = misfits.first else { return [] }
    var seen: [StructureType: Int] = [:]
    return clusters.indices.filter { place in
      let lattice = clusters[place].type.lattice
      seen[lattice, default: 0] += 1
      return misfits[place] <= most * least || seen[lattice, default: 0] <= each
    }
  }
}

extension Refinement {
  /// Every few points of a PDF, at most 1.2/qmax apart, two and a half for each independent one.
  func thinned(_ pdf: PDF) -> PDF {
    guard let first = pdf.r.first, let last = pdf.r.last, last > first else { return pdf }
    let step = (last - first) / Double(max(pdf.r.count - 1, 1))
    let stride = max(Int(clamping: 1.2 / ((qmax ?? pdf.qmax ?? 30) * step)), 1)
    let kept = Swift.stride(from: 0, to: pdf.r.count, by: stride)
    var thinned = pdf
    thinned.r = kept.map { pdf.r[$0] }
    thinned.g = kept.map { pdf.g[$0] }
    thinned.errors = pdf.errors.map { errors in kept.map { errors[$0] } }
    return thinned
  }
}
