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
/// `Odds.temper`, which was chosen on simulated PDFs of shapes that no candidate has, such that of
/// things said with 90 % nine in ten are true (docs/solving.md).
///
/// Before the fit, every lattice is as probable as any other, and so is every size, counted in
/// factors: a lattice of which there are many candidates of one size gains nothing by it.
public struct Odds: Sendable {
  /// Probability of each candidate; the sum is 1.
  public let shares: [Double]

  private let lattices: [StructureType]
  private let sizes: [Int]
  private let widths: [Double]

  /// How many independent points count as one.
  public static let temper = 6.0

  /// Sizes that differ by less than this share are the same for the prior, and blur each other.
  static let width = 0.08

  /// - Parameters:
  ///   - misfits: Rw of each candidate.
  ///   - widths: for which sizes each candidate stands, as a deviation of ln N; without them, `width`.
  ///   - points: number of independent points.
  public init(
    misfits: [Double], lattices: [StructureType], sizes: [Int], widths: [Double]? = nil,
    points: Double, temper: Double = Odds.temper
  ) {
    self.lattices = lattices
    self.sizes = sizes
    self.widths = widths ?? sizes.map { _ in Self.width }
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
  public init(_ candidates: [Candidate]) {
    self.init(
      misfits: candidates.map(\.misfit), lattices: candidates.map(\.fit.cluster.type.lattice),
      sizes: candidates.map(\.atoms), widths: candidates.map(\.width),
      points: candidates.first?.fit.independentPoints ?? 1)
  }

  /// The probability of each lattice, the likeliest first, with the candidate that has most of it.
  public var types: [(type: StructureType, share: Double, best: Int)] {
    Dictionary(grouping: shares.indices) { lattices[$0] }.map { type, members in
      let best = members.max { shares[$0] < shares[$1] } ?? members[0]
      return (type, members.reduce(0) { $0 + shares[$1] }, best)
    }.sorted { ($1.share, $0.type.rawValue) < ($0.share, $1.type.rawValue) }
  }

  /// Numbers of atoms within which the truth lies with this probability: as much is left out below
  /// as above.
  ///
  /// A candidate stands for sizes around its own, normally distributed in ln N.
  public func interval(_ probability: Double) -> ClosedRange<Int> {
    let tail = (1 - probability) / 2
    return quantile(tail)...quantile(1 - tail)
  }

  /// The number of atoms below which the truth lies with this probability.
  public func quantile(_ probability: Double) -> Int {
    guard var low = sizes.min().map({ log(Double(max($0, 1))) - 1 }),
      var high = sizes.max().map({ log(Double(max($0, 1))) + 1 })
    else { return 0 }
    for _ in 0..<50 {
      let middle = (low + high) / 2
      let below = shares.indices.reduce(0) { sum, candidate in
        let step = (middle - log(Double(max(sizes[candidate], 1)))) / widths[candidate]
        return sum + shares[candidate] * erfc(-step / 2.0.squareRoot()) / 2
      }
      if below < probability { low = middle } else { high = middle }
    }
    return max(Int(clamping: exp((low + high) / 2).rounded()), 1)
  }
}

extension StructureType {
  /// What odds tell apart: an octahedron is cut from the fcc lattice, so that its type is fcc.
  public var lattice: StructureType { self == .octahedral ? .fcc : self }
}
