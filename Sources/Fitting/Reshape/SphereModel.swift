import Clusters
import Foundation
import Scattering
import Numerics

/// Spheres cut from a motif around any centre, of one size or of many.
///
/// Of a pair r apart, a sphere of radius R around a random centre holds both with the probability
/// γ₀ = 1 − 3r/4R + r³/16R³ once it holds one, so that n pairs of a site give (N/2) n γ₀ in a sphere
/// of N sites. Sizes are log-normal, as those of grown particles often are (L. B. Kiss et al.,
/// Nanostruct. Mater. 1999, 12, 327, doi:10.1016/S0965-9773(99)00128-0). Besides scale, bond length,
/// biso and delta2 that is one number or two: what a shape of hundreds of sites has to beat.
struct SphereModel: Sendable {
  /// Median radius in units of d, and the standard deviation of its logarithm.
  let radius: Double
  let spread: Double
  let pairs: PairCounts
  let values: [Quantity: Double]

  /// Atoms of a particle, as averaged over the atoms of the sample.
  let atoms: Double

  /// The spheres that fit best; nil where a motif looks different from different sites.
  init?(
    _ motif: Motif, bond: Double, from start: [Quantity: Double], isSpread: Bool,
    in problem: ReshapeProblem
  ) {
    guard [.sc, .bcc, .fcc, .hcp].contains(motif) else { return nil }
    let limit = problem.largest / bond
    let shells = Shells(motif, upTo: 2 * limit)
    var (values, best) = (start, (radius: 0.0, spread: 0.0, misfit: Double.infinity))
    for _ in 0..<3 {
      let curves = PairCurves(
        shells.distances, bond: bond * (values[.expansion] ?? 1), biso: values[.biso] ?? 0.5,
        delta2: values[.delta2] ?? 0, against: problem.pdf)
      best.misfit = .infinity
      for spread in isSpread ? Array(stride(from: 0, through: 0.4, by: 0.04)) : [0] {
        for radius in stride(from: 1.2, through: limit, by: 0.04) {
          let counts = shells.counts(radius: radius, spread: spread)
          let misfit = problem.pdf.misfit(curves.sum(counts.map(Float.init)))
          if misfit < best.misfit { best = (radius, spread, misfit) }
        }
      }
      values = problem.refined(
        shells.pairs(radius: best.radius, spread: best.spread, bond: bond), from: values)
    }
    guard best.misfit.isFinite else { return nil }
    (radius, spread, self.values) = (best.radius, best.spread, values)
    pairs = shells.pairs(radius: radius, spread: spread, bond: bond)
    // The mean of r⁶ over that of r³ of a log-normal distribution.
    atoms = 4 * .pi / 3 * pow(radius, 3) * motif.density * exp(13.5 * spread * spread)
  }
}

/// Neighbours of a site at each distance.
private struct Shells {
  let distances: [Double]  // in units of d
  private let numbers: [Double]
  private let density: Double

  init(_ motif: Motif, upTo reach: Double) {
    let unit = Double(motif.squareDenominator ?? 1)
    let origin = motif.sites(within: 1.5).first?.position ?? .zero
    var counts: [Int: Double] = [:]
    for site in motif.sites(within: reach, of: origin) {
      let difference = site.position - origin
      counts[Int(clamping: ((difference * difference).sum() * unit).rounded()), default: 0] += 1
    }
    let squares = counts.keys.filter { $0 > 0 }.sorted()
    distances = squares.map { (Double($0) / unit).squareRoot() }
    numbers = squares.map { counts[$0] ?? 0 }
    density = motif.density
  }

  /// Pairs at each distance in a particle, averaged over sizes.
  func counts(radius: Double, spread: Double) -> [Double] {
    var counts = [Double](repeating: 0, count: distances.count)
    let steps = spread > 0 ? Array(stride(from: -3.0, through: 3, by: 0.5)) : [0]
    for step in steps {
      let size = radius * exp(spread * step)
      let weight = exp(-step * step / 2) * 2 * .pi / 3 * density * size * size * size
      for (kind, r) in distances.enumerated() {
        guard r < 2 * size else { break }
        let x = r / size
        counts[kind] += weight * numbers[kind] * (1 - 0.75 * x + x * x * x / 16)
      }
    }
    return counts
  }

  func pairs(radius: Double, spread: Double, bond: Double) -> PairCounts {
    PairCounts(
      distances: distances.map { $0 * bond }, counts: counts(radius: radius, spread: spread),
      atoms: 4 * .pi / 3 * pow(radius, 3) * density)
  }
}
