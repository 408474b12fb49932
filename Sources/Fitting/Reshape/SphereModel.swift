import Clusters
import Foundation
import Numerics
import Scattering

/// Spheres cut from a motif, of one size or of many.
///
/// Sizes are log-normal, as those of grown particles often are (L. B. Kiss et al., Nanostruct.
/// Mater. 1999, 12, 327, doi:10.1016/S0965-9773(99)00128-0). Besides scale, bond length, biso and
/// delta2 that is one number or two: what a shape of hundreds of sites has to beat.
struct SphereModel: Sendable {
  let pairs: PairCounts
  let values: [Quantity: Double]

  /// Atoms of a particle, as averaged over the atoms of the sample.
  let atoms: Double

  /// The spheres that fit best; nil where none does.
  init?(
    _ motif: Motif, bond: Double, from start: [Quantity: Double], isSpread: Bool,
    in problem: ReshapeProblem
  ) {
    let spheres = Spheres(motif, upTo: 1.3 * problem.largest / bond)
    let spreads = isSpread ? Array(stride(from: 0.04, through: 0.4, by: 0.04)) : [0]
    let medians = stride(from: 1.2, through: problem.largest / bond, by: 0.04)
    var (values, weights) = (start, [Double]())
    for _ in 0..<3 {
      let curves = spheres.curves(
        PairCurves(
          spheres.distances, bond: bond * (values[.expansion] ?? 1), biso: values[.biso] ?? 0.5,
          delta2: values[.delta2] ?? 0, against: problem.pdf))
      var least = Double.infinity
      for spread in spreads {
        for median in medians {
          let tried = spheres.weights(median: median, spread: spread)
          let misfit = problem.pdf.misfit(curves.sum(tried.map(Float.init)))
          if misfit < least { (least, weights) = (misfit, tried) }
        }
      }
      guard least.isFinite else { return nil }
      values = problem.refined(spheres.pairs(weights, bond: bond), from: values)
    }
    self.values = values
    pairs = spheres.pairs(weights, bond: bond)
    let sizes = zip(weights, spheres.atoms)
    atoms = sizes.reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / sizes.reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Spheres of a motif from small to large, with the pairs in each.
private struct Spheres {
  let distances: [Double]  // in units of d
  private(set) var radii: [Double] = []
  private(set) var atoms: [Double] = []
  private var counts: [[Float]] = []  // [radii, distances]

  init(_ motif: Motif, upTo limit: Double) {
    if let denominator = motif.squareDenominator, Motif.simple.contains(motif) {
      let shells = Shells(motif, denominator: Double(denominator), upTo: 2 * limit)
      distances = shells.distances
      radii = Array(stride(from: 1, through: limit, by: 0.04))
      atoms = radii.map { 4 * .pi / 3 * $0 * $0 * $0 * motif.density }
      counts = zip(radii, atoms).map { shells.counts(radius: $0, atoms: $1) }
    } else {
      // Around their own middle, since other places look different.
      let table = SiteTable(motif, radius: limit)
      distances = table.distances
      for ball in BallScan.balls(table, centre: .zero, upTo: limit) {
        radii.append(ball.radius)
        atoms.append(Double(ball.sites.count))
        counts.append(ball.counts)
      }
    }
  }

  /// Numbers of spheres of each radius: log-normal, or one alone.
  func weights(median: Double, spread: Double) -> [Double] {
    guard spread > 0 else {
      let nearest = radii.indices.min { abs(radii[$0] - median) < abs(radii[$1] - median) }
      return radii.indices.map { $0 == nearest ? 1 : 0 }
    }
    return radii.indices.map { place in
      let next = place + 1 < radii.count ? radii[place + 1] : 2 * radii[place] - radii[place - 1]
      let step = log(radii[place] / median) / spread
      return exp(-step * step / 2) * log(next / radii[place])
    }
  }

  /// A line for each radius.
  func curves(_ pairs: PairCurves) -> Curves {
    let dimensions = pairs.pdf.dimensions
    var values = [Float](repeating: 0, count: radii.count * dimensions)
    multiply(
      counts.flatMap { $0 }, pairs.values, into: &values, m: radii.count, n: dimensions,
      k: distances.count, transposed: false)
    return Curves(values: values, dimensions: dimensions)
  }

  struct Curves {
    let values: [Float]  // [radii, dimensions]
    let dimensions: Int

    func sum(_ weights: [Float]) -> [Float] {
      var sum = [Float](repeating: 0, count: dimensions)
      multiply(
        weights, values, into: &sum, m: 1, n: dimensions, k: weights.count, transposed: false)
      return sum
    }
  }

  func pairs(_ weights: [Double], bond: Double) -> PairCounts {
    var sum = [Double](repeating: 0, count: distances.count)
    for (weight, counts) in zip(weights, counts) where weight > 0 {
      for kind in sum.indices { sum[kind] += weight * Double(counts[kind]) }
    }
    return PairCounts(
      distances: distances.map { $0 * bond }, counts: sum,
      atoms: zip(weights, atoms).reduce(0) { $0 + $1.0 * $1.1 })
  }
}

/// Neighbours of a site at each distance, where all sites look alike.
private struct Shells {
  let distances: [Double]  // in units of d
  private let numbers: [Double]

  init(_ motif: Motif, denominator: Double, upTo reach: Double) {
    let origin = motif.sites(within: 1.5).first?.position ?? .zero
    var counts: [Int: Double] = [:]
    for site in motif.sites(within: reach, of: origin) {
      let difference = site.position - origin
      counts[
        Int(clamping: ((difference * difference).sum() * denominator).rounded()), default: 0] += 1
    }
    let squares = counts.keys.filter { $0 > 0 }.sorted()
    distances = squares.map { (Double($0) / denominator).squareRoot() }
    numbers = squares.map { counts[$0] ?? 0 }
  }

  /// Pairs at each distance in a sphere around any centre.
  ///
  /// Of two sites r apart, a sphere of radius R that holds one holds the other with the probability
  /// γ₀ = 1 − 3r/4R + r³/16R³.
  func counts(radius: Double, atoms: Double) -> [Float] {
    zip(distances, numbers).map { r, number in
      let x = r / radius
      return x < 2 ? Float(atoms / 2 * number * (1 - 0.75 * x + x * x * x / 16)) : 0
    }
  }
}
