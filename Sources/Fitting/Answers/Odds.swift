import Clusters
import Foundation
import Numerics

/// How probable each of several candidates is, given how well it fits.
///
/// If what a fit leaves were n independent, normally distributed numbers of unknown size, the data
/// would be (Rw₁/Rw₂)ⁿ times as probable under the second candidate as under the first. n is the
/// number of independent points of a PDF, (rmax − rmin)·qmax/π: the transform ends at qmax, and
/// says nothing new between points π/qmax apart (Shannon's theorem; Farrow et al., Phys. Rev. B
/// 2011, 84, 134105, doi:10.1103/PhysRevB.84.134105).
///
/// What real fits leave is not noise, but mostly what no candidate has: other shapes of the same
/// sample, ligands, ripples. Taken for noise it makes odds far too sure. So n is divided by
/// `Odds.temper`, and by less where noise explains what the best fit leaves. Both numbers were chosen
/// on simulated PDFs, such that of things said with 90 % nine in ten are true (docs/solving.md).
///
/// Before the fit, every lattice is as probable as any other, and so is every size, counted in
/// factors: a lattice of which there are many candidates of one size gains nothing by it.
public struct Odds: Codable, Sendable {
  /// Probability of each candidate; the sum is 1.
  public let shares: [Double]

  private let lattices: [StructureType]
  private let sizes: [Int]
  private let widths: [Double]
  private let exactness: [Double]

  /// How many independent points count as one, where a fit leaves what no candidate has.
  public static let temper = 6.0

  /// How many do where it leaves noise.
  public static let noiseTemper = 3.0

  /// Sizes that differ by less than this share are the same for the prior, and blur each other.
  static let width = 0.08

  /// - Parameters:
  ///   - misfits: Rw of each candidate.
  ///   - widths: for which sizes each candidate stands, as a deviation of ln N; without them, `width`.
  ///   - exactness: how probable each candidate's very number of atoms is, were it the right one, and
  ///     not one of the sizes around it; without them, 0.
  ///   - points: number of independent points.
  public init(
    misfits: [Double], lattices: [StructureType], sizes: [Int], widths: [Double]? = nil,
    exactness: [Double]? = nil, points: Double, temper: Double = Odds.temper
  ) {
    self.lattices = lattices
    self.sizes = sizes
    self.widths = widths ?? sizes.map { _ in Self.width }
    self.exactness = exactness ?? sizes.map { _ in 0 }
    let logarithms = sizes.map { log(Double(max($0, 1))) }
    // Candidates of the lattice around each size: the inverse of the prior.
    let crowds = sizes.indices.map { i in
      sizes.indices.reduce(0) { sum, j in
        guard lattices[i] == lattices[j] else { return sum }
        let step = (logarithms[i] - logarithms[j]) / Self.width
        return sum + exp(-step * step / 2)
      }
    }
    let best = misfits.min() ?? 1
    let weights = zip(misfits, crowds).map { rw, crowd in
      exp(-points / temper * log(max(rw, 1e-9) / max(best, 1e-9))) / crowd
    }
    let sum = weights.reduce(0, +)
    shares = weights.map { sum > 0 ? $0 / sum : 1 / Double(weights.count) }
  }

  /// The odds of candidates for one PDF.
  ///
  /// - Parameter noise: the Rw that noise alone would leave.
  public init(_ candidates: [Candidate], noise: Double) {
    func explained(_ rw: Double) -> Double { min(noise * noise / max(rw * rw, 1e-12), 1) }
    let share = explained(candidates.map(\.misfit).min() ?? 1)
    self.init(
      misfits: candidates.map(\.misfit), lattices: candidates.map(\.fit.cluster.type.lattice),
      sizes: candidates.map(\.atoms), widths: candidates.map(\.width),
      exactness: candidates.map { $0.exactness * explained($0.fit.rw) },
      points: candidates.first?.fit.independentPoints ?? 1,
      temper: 1 / (share / Self.noiseTemper + (1 - share) / Self.temper))
  }

  /// The probability of each lattice, the likeliest first, with the candidate that has most of it.
  public var types: [(type: StructureType, share: Double, best: Int)] {
    Dictionary(grouping: shares.indices) { lattices[$0] }.map { type, members in
      let best = members.max { shares[$0] < shares[$1] } ?? members[0]
      return (type, members.reduce(0) { $0 + shares[$1] }, best)
    }.sorted { ($1.share, $0.type.rawValue) < ($0.share, $1.type.rawValue) }
  }

  /// Numbers of atoms within which the truth lies with this probability at least: no more is left out
  /// below than above.
  public func interval(_ probability: Double) -> ClosedRange<Int> {
    let tail = (1 - probability) / 2
    return quantile(tail)...quantile(1 - tail)
  }

  /// How probable it is that the number of atoms lies within a range.
  ///
  /// Where one number has most of the odds, even the narrowest interval holds more than was asked.
  public func share(of range: ClosedRange<Int>) -> Double {
    share(upTo: range.upperBound) - share(upTo: range.lowerBound - 1)
  }

  /// The least number of atoms such that the truth is no larger with this probability.
  public func quantile(_ probability: Double) -> Int {
    let largest = Double(sizes.max() ?? 1)
    var (below, reached) = (0, Int(clamping: largest * exp(8 * (widths.max() ?? 0))) + 1)
    while reached - below > 1 {
      let middle = (below + reached) / 2
      if share(upTo: middle) < probability { below = middle } else { reached = middle }
    }
    return reached
  }

  /// A candidate stands for its own number, and for sizes around it, normally distributed in ln N.
  private func share(upTo atoms: Int) -> Double {
    guard atoms > 0 else { return 0 }
    let end = log(Double(atoms) + 0.5)
    return shares.indices.reduce(0) { sum, candidate in
      let size = sizes[candidate]
      let step = (end - log(Double(max(size, 1)))) / widths[candidate]
      let around = erfc(-step / 2.0.squareRoot()) / 2
      let own = exactness[candidate]
      return sum + shares[candidate] * (own * (size <= atoms ? 1 : 0) + (1 - own) * around)
    }
  }
}

extension StructureType {
  /// What odds tell apart: an octahedron is cut from the fcc lattice, so that its type is fcc.
  public var lattice: StructureType { self == .octahedral ? .fcc : self }
}
