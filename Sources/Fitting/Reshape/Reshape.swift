import Clusters
import Foundation
import Scattering

/// Which sites of a motif are occupied, found against a PDF.
///
/// From balls around several centres, annealing first moves facets and then single atoms, in turn
/// with least squares of bond length, biso and delta2. Bonds stay those of the motif: displacement
/// belongs to biso and delta2.
public struct Reshape: Sendable {
  /// The part of the PDF that is fitted, in Å.
  public var rmin = 1.5
  public var rmax = 30.0

  /// Ends of the Fourier transform in Å⁻¹, where the PDF's own are missing or not meant.
  public var qmin: Double?
  public var qmax: Double?

  /// Damping by the instrument in Å⁻¹, where the PDF does not say it.
  public var qdamp: Double?

  /// Nearest neighbours stand about so far apart, in Å; without it, at the PDF's first peak.
  public var nearest: Double?

  /// How many starts are tried, given shapes among them; the better half is followed to the end.
  public var starts = 8

  /// Factor of the number of moves.
  public var effort = 1.0

  /// What a unit of surface costs, as a share of the misfit; without it, 0.02 where noise alone is
  /// left over, and up to 0.1 where the model fails by more.
  public var surface: Double?

  /// Whether models of different freedom are fitted to the near part of the PDF besides, and tell
  /// the far part.
  public var predicts = true

  public var seed: UInt64 = 37

  public init() {}

  /// The shapes of a motif that fit a PDF best.
  ///
  /// Results depend on the seed only, not on the number of threads.
  /// - Parameters:
  ///   - shapes: clusters to begin with. Their bond lengths are believed, and their atoms where they
  ///     lie on the motif with the axes of the generators. What the near part of the PDF tells of the
  ///     far one is found without them, for they may know all of it.
  ///   - shouldContinue: is told the share of the work that is done, and ends it by false; the
  ///     answer is then that of the starts so far, nil where there is none.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func run(
    _ motif: Motif, of element: Element, startingAt shapes: [Cluster] = [], against pdf: PDF,
    while shouldContinue: @escaping @Sendable (Double) -> Bool = { _ in true }
  ) throws(ScatteringError) -> ShapeFamily? {
    try run([motif], of: element, startingAt: shapes, against: pdf, while: shouldContinue).first
  }

  /// The same for several motifs, best first; motifs that fit much worse are left out.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func run(
    _ motifs: [Motif], of element: Element, startingAt shapes: [Cluster] = [], against pdf: PDF,
    while shouldContinue: @escaping @Sendable (Double) -> Bool = { _ in true }
  ) throws(ScatteringError) -> [ShapeFamily] {
    let problem = try ReshapeProblem(self, pdf)
    let pieces = Double((predicts ? 2 : 1) * motifs.count * starts) * 1.5
    let progress = SharedProgress(of: pieces, shouldContinue)
    let begun = problem.firstGuesses(motifs, shapes).map { problem.begin($0, progress) }
      .filter { !$0.isEmpty }
    let least = begun.map { $0[0].ideal.misfit }.min() ?? 0
    var families = begun.compactMap { chains in
      // A motif that fits twice worse is not followed further.
      let isOpen = chains[0].ideal.misfit <= 2 * least
      return ShapeFamily(
        isOpen ? problem.finish(chains, progress) : chains, of: element, in: problem, progress)
    }.sorted { $0.score < $1.score }
    guard predicts, let best = families.first else { return families }
    // Beyond this, distances are found near the surface only, and tell its shape.
    let end = min(max(0.8 * best.diameter, rmin + 4), 0.9 * problem.end)
    let part = try ReshapeProblem(self, pdf, rmax: end, largest: problem.largest)
    for place in families.indices where families[place].misfit <= 2 * best.misfit {
      families[place].models = part.scores(
        of: families[place], knowing: shapes, beyond: end, in: problem, progress)
    }
    return Self.ranked(families)
  }

  /// Best first by score, but for a motif that tells the far part better by a tenth: that comes
  /// first.
  private static func ranked(_ families: [ShapeFamily]) -> [ShapeFamily] {
    func told(_ place: Int) -> Double { families[place].models.map(\.predicted).min() ?? .infinity }
    guard let best = families.indices.min(by: { told($0) < told($1) }), told(best) < 0.9 * told(0)
    else { return families }
    return [families[best]] + families.indices.filter { $0 != best }.map { families[$0] }
  }
}
