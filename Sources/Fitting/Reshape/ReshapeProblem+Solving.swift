import Clusters
import Foundation
import Numerics
import Scattering

extension ReshapeProblem {
  /// The best balls of each motif, without motifs whose balls fit four times worse than others.
  func firstGuesses(_ motifs: [Motif], _ shapes: [Cluster]) -> [FirstGuess] {
    let guesses = Workers.map(motifs.count) { firstGuess(motifs[$0], shapes) }.compactMap { $0 }
    let least = guesses.map(\.misfit).min() ?? 0
    return guesses.filter { $0.misfit <= 4 * least }
  }

  /// What all starts of a motif come to with facets alone, best first.
  func begin(_ first: FirstGuess, _ progress: SharedProgress) -> [ShapeChain] {
    guard progress.shouldContinue() else { return [] }
    let table = SiteTable(first.motif, radius: 1.3 * first.radius + 1.2)
    let prepared = MotifCurves(table, bond: first.bond, first.values, against: pdf)
    let root = RandomGenerator(seed: settings.seed)
    let given = first.shapes.prefix(settings.starts).compactMap(table.atoms)
    return Workers.map(settings.starts) { start -> ShapeChain? in
      var random = root.branch(start)
      var chain = ShapeChain(prepared, in: self, random: random.branch(1))
      if start < given.count { return chain.begin(at: given[start], progress) ? chain : nil }
      let number = start - given.count
      let centre =
        number == 0
        ? SIMD3<Double>.zero
        : SIMD3(
          random.uniform(in: -0.7...0.7), random.uniform(in: -0.7...0.7),
          random.uniform(in: -0.8...0.8))
      return chain.begin(at: centre, number: number, upTo: 1.2 * first.radius + 0.5, progress)
        ? chain : nil
    }.compactMap { $0 }.sorted { score($0.ideal) < score($1.ideal) }
  }

  /// What the better half of the starts comes to, best first.
  func finish(_ chains: [ShapeChain], _ progress: SharedProgress) -> [ShapeChain] {
    let kept = Array(chains.prefix((settings.starts + 1) / 2))
    return Workers.map(kept.count) { place in
      var chain = kept[place]
      chain.finish(progress)
      return chain
    }.sorted { score($0.answer) < score($1.answer) }
  }

  /// What shapes are compared by: twice the logarithm of how unlikely they are.
  ///
  /// n ln(misfit) for n coordinates, what the surface costs, and by Akaike's criterion two for each
  /// site that was moved off facets.
  func score(_ state: ShapeChain.State) -> Double {
    Double(pdf.rank) * (log(state.misfit) + surface(state.misfit) * state.surface)
      + 2 * Double(state.moved)
  }

  /// Bond length, widths and size of the balls that fit best.
  func firstGuess(_ motif: Motif, _ shapes: [Cluster]) -> FirstGuess? {
    let shapes = shapes.filter { Motif(of: $0) == motif }
    // The first peak of bcc has its second neighbours in it.
    let bonds = nearest.map { (motif == .bcc ? 1.08 : 1) * $0 / motif.nearest }
    var guess = (shapes.first.map { [$0.bond] } ?? bonds).compactMap { firstGuess(motif, bond: $0) }
      .min { $0.misfit < $1.misfit }
    guess?.shapes = shapes.map(\.shape)
    return guess
  }

  private func firstGuess(_ motif: Motif, bond: Double) -> FirstGuess? {
    let limit = largest / bond
    let table = SiteTable(motif, radius: limit + 0.5)
    var values: [Quantity: Double] = [.biso: 0.6, .delta2: 1]
    var (radius, misfit) = (min(2.5, limit), 1.0)
    for _ in 0..<3 {
      let ball = table.sites.indices.filter {
        (table.sites[$0].position * table.sites[$0].position).sum() <= radius * radius
      }
      values = refined(table.pairs(of: ball.map(Int32.init), bond: bond), from: values)
      let prepared = MotifCurves(table, bond: bond, values, against: pdf)
      guard let best = BallScan(prepared, centre: .zero, upTo: limit).best else { return nil }
      if abs(best.radius - radius) < 1e-6 { break }
      (radius, misfit) = (best.radius, best.misfit)
    }
    return FirstGuess(
      motif: motif, bond: bond, values: values, radius: radius, misfit: misfit)
  }
}

/// What the balls that fit best say.
struct FirstGuess: Sendable {
  let motif: Motif
  let bond: Double
  let values: [Quantity: Double]
  /// In units of the bond length.
  let radius: Double
  let misfit: Double
  /// Given shapes of the motif to begin with.
  var shapes: [Shape] = []

  var withoutShapes: FirstGuess {
    var guess = self
    guess.shapes = []
    return guess
  }
}

extension SiteTable {
  /// The sites of a shape that lies on the motif, without what lies outside of the table; nil where
  /// it does not lie on it.
  package func atoms(of shape: Shape) -> [Int32]? {
    guard let placed = motif.sites(of: shape) else { return nil }
    let places = Dictionary(
      zip(sites.map(\.position), Int32(0)...), uniquingKeysWith: { first, _ in first })
    let atoms = placed.compactMap { places[$0.position] }
    return atoms.isEmpty ? nil : atoms
  }

  /// Distances in Å of the pairs of some sites.
  func pairs(of sites: [Int32], bond: Double) -> PairCounts {
    var counts = [Float](repeating: 0, count: distances.count)
    sites.withUnsafeBufferPointer { sites in
      counts.withUnsafeMutableBufferPointer { counts in
        for (place, site) in sites.enumerated() {
          count(
            pairsOf: Int(site), with: UnsafeBufferPointer(rebasing: sites[0..<place]),
            into: counts.baseAddress.unsafelyUnwrapped)
        }
      }
    }
    return PairCounts(
      distances: distances.map { $0 * bond }, counts: counts.map(Double.init),
      atoms: Double(sites.count))
  }
}
