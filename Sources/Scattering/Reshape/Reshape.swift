import Clusters
import Foundation
import Tensors

/// Which sites of a motif are occupied, found against a PDF atom by atom.
///
/// From balls around several centres, rounds of annealing over the atoms of the surface take turns
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

  /// How many centres are tried.
  public var starts = 4

  /// Rounds of annealing for each, and moves in a round for each site at the surface.
  public var rounds = 8
  public var movesPerSite = 60

  /// What a unit of surface costs, as a share of the misfit.
  public var surface = 0.1

  public var facetRounds = 4, facetMoves = 1500, facetHot = 0.1, facetCold = 0.003
  public var hot = 16.0, warm = 7.0, cool = 0.7, frozen = 0.17, layers = 0.05
  public var seed: UInt64 = 37

  public init() {}

  /// The shapes of a motif that fit a PDF best.
  ///
  /// Results depend on the seed only, not on the number of threads.
  /// - Parameters:
  ///   - start: a shape to begin with besides, of which size and bond are used, and the atoms too
  ///     where they lie on the motif.
  ///   - goesOn: is told the share of the work that is done, and ends it by false; the answer is
  ///     then that of the starts so far, nil where there is none.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func run(
    _ motif: Motif, of element: Element, start: Cluster? = nil, against pdf: PDF,
    goesOn: @escaping @Sendable (Double) -> Bool = { _ in true }
  ) throws(ScatteringError) -> ShapeFamily? {
    try ReshapeProblem(self, pdf).solve(motif, element, start: start, goesOn: goesOn)
  }
}
