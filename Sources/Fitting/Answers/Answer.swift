import Clusters
import Scattering

/// What a PDF says of its particle: candidates that fit, how probable each is, and what speaks
/// against believing it.
public struct Answer: Sendable {
  /// The whole PDF.
  public let pdf: PDF

  /// Fits of all candidates that may matter, each shape once, lowest Rw first.
  public let fits: [Fit]

  /// The odds of `fits`.
  public let odds: Odds

  /// How noisy the PDF is.
  public let noise: NoiseEstimate

  /// What the answer rests on.
  public let assumptions: [String]

  /// Why the answer may be wrong; none where all is well.
  public let warnings: [String]

  /// The number of atoms is given with this probability.
  public static let confidence = 0.9

  /// - Parameters:
  ///   - fits: at least one, lowest Rw first.
  ///   - candidates: all structures that were tried.
  ///   - doubts: what is known to speak against the PDF before it was fitted.
  public init(
    _ pdf: PDF, fits: [Fit], among candidates: [Cluster], assumptions: [String] = [],
    doubts: [String] = []
  ) {
    precondition(!fits.isEmpty, "an answer without fits")
    self.pdf = pdf
    self.fits = fits
    self.assumptions = assumptions
    odds = Odds(fits)
    noise = NoiseEstimate(pdf)
    let best = Self.best(fits, odds)
    warnings =
      doubts
      + Self.doubts(about: best, odds, of: pdf, noise: noise, among: candidates)
  }

  /// The fit of lowest Rw of the likeliest lattice.
  public var best: Fit { Self.best(fits, odds) }

  private static func best(_ fits: [Fit], _ odds: Odds) -> Fit {
    let type = odds.types[0].type
    return fits.first { $0.cluster.type.lattice == type } ?? fits[0]
  }

  /// Numbers of atoms within which the truth lies with the probability `confidence`.
  public var atoms: ClosedRange<Int> { odds.interval(Self.confidence) }

  /// The mean of the first shell in Å, over candidates by their odds, and its standard error: that
  /// of the fits, and how much candidates differ.
  public var bond: (mean: Double, error: Double) {
    let bonds = fits.map(\.bond)
    let mean = zip(odds.shares, bonds).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = zip(odds.shares, fits).reduce(0) { sum, candidate in
      let (own, off) = (candidate.1.bondError ?? 0, candidate.1.bond - mean)
      return sum + candidate.0 * (own * own + off * off)
    }
    return (mean, variance.squareRoot())
  }
}
