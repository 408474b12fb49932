import Clusters
import Scattering

/// What a PDF says of its particle: candidates that fit, how probable each is, and what speaks
/// against believing it.
public struct Answer: Codable, Sendable {
  /// The whole PDF.
  public let pdf: PDF

  /// All candidates that may matter, each shape once, lowest Rw first.
  public let candidates: [Candidate]

  /// The odds of `candidates`.
  public let odds: Odds

  /// Shapes found site by site, of each motif that was tried; they stay where they were found.
  public private(set) var families: [ShapeFamily] = []

  /// How noisy the PDF is.
  public let noise: NoiseEstimate

  /// What the answer rests on.
  public let assumptions: [String]

  /// Why the answer may be wrong; none where all is well.
  public let warnings: [String]

  /// Whether the sample may be larger than the candidates that were tried.
  public let mayBeLarger: Bool

  private enum CodingKeys: CodingKey {
    case pdf, candidates, odds, noise, assumptions, warnings, mayBeLarger
  }

  /// The number of atoms is given with this probability.
  public static let confidence = 0.9

  /// - Parameters:
  ///   - candidates: at least one.
  ///   - tried: all structures that were tried.
  ///   - doubts: what is known to speak against the PDF before it was fitted.
  public init(
    _ pdf: PDF, _ candidates: [Candidate], among tried: [Cluster], families: [ShapeFamily] = [],
    assumptions: [String] = [], doubts: [String] = []
  ) {
    precondition(!candidates.isEmpty, "an answer without candidates")
    self.pdf = pdf
    self.candidates = candidates.sorted { $0.fit.rw < $1.fit.rw }
    self.families = families
    self.assumptions = assumptions
    noise = NoiseEstimate(pdf)
    odds = Odds(self.candidates, noise: noise.rw(of: candidates[0].fit.measured))
    let best = Self.leading(self.candidates, odds)
    mayBeLarger = Self.mayBeLarger(than: best, odds, of: pdf, noise: noise, among: tried)
    warnings = doubts + Self.doubts(about: best, odds, of: pdf, noise: noise, among: tried)
  }

  /// The candidate of least misfit of the likeliest lattice.
  public var leading: Candidate { Self.leading(candidates, odds) }

  private static func leading(_ candidates: [Candidate], _ odds: Odds) -> Candidate {
    let type = odds.types[0].type
    let alike = candidates.filter { $0.fit.cluster.type.lattice == type }
    return alike.min { $0.misfit < $1.misfit } ?? candidates[0]
  }

  /// The fit of the leading candidate.
  public var best: Fit { leading.fit }

  /// The fits of all candidates, lowest Rw first.
  public var fits: [Fit] { candidates.map(\.fit) }

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
