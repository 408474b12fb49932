import Clusters
import Foundation
import Synchronization
import Tensors

extension ReshapeProblem {
  /// The shapes of a motif that fit best.
  func solve(
    _ motif: Motif, _ element: Element, start: Cluster?,
    goesOn: @escaping @Sendable (Double) -> Bool
  ) -> ShapeFamily? {
    guard let (bond, values, radius) = firstGuess(motif, bond: start?.bond) else { return nil }
    let table = SiteTable(motif, radius: 1.3 * radius + 1.2)
    let prepared = MotifCurves(table, bond: bond, values, against: pdf)
    let root = RandomGenerator(seed: settings.seed)
    let progress = Progress(of: settings.starts * settings.rounds, goesOn)
    let chains = concurrentMap(Array(0..<settings.starts), goesOn: { _ in progress.goesOn }) {
      number in
      var random = root.branch(number)
      return chain(prepared, radius: radius, number: number, random: &random, progress)
    }
    return ShapeFamily(chains.compactMap { $0 }, of: element, in: self)
  }

  /// Bond length, widths and size of the balls that fit best.
  private func firstGuess(
    _ motif: Motif, bond: Double?
  ) -> (bond: Double, values: [FitParameter: Double], radius: Double)? {
    // The first peak of bcc has its second neighbours in it.
    let bond = bond ?? (motif == .bcc ? 1.08 * nearest / motif.nearest : nearest / motif.nearest)
    let limit = largest / bond
    let table = SiteTable(motif, radius: limit + 0.5)
    var values: [FitParameter: Double] = [.biso: 0.6, .delta2: 1]
    var radius = min(2.5, limit)
    for _ in 0..<3 {
      let ball = table.sites.indices.filter {
        (table.sites[$0].position * table.sites[$0].position).sum() <= radius * radius
      }
      values = refined(pairs(of: ball, in: table, bond: bond), from: values)
      let prepared = MotifCurves(table, bond: bond, values, against: pdf)
      guard let best = BallScan(prepared, centre: .zero, upTo: limit).best else { return nil }
      if abs(best.radius - radius) < 1e-6 { break }
      radius = best.radius
    }
    return (bond, values, radius)
  }

  /// Distances in Å of the pairs of some sites.
  func pairs(of sites: [Int], in table: SiteTable, bond: Double) -> PairCounts {
    var counts = [Float](repeating: 0, count: table.distances.count)
    let items = sites.map(Int32.init)
    items.withUnsafeBufferPointer { items in
      counts.withUnsafeMutableBufferPointer { counts in
        for (place, site) in sites.enumerated() {
          table.count(
            pairsOf: site, with: UnsafeBufferPointer(rebasing: items[0..<place]),
            into: counts.baseAddress.unsafelyUnwrapped)
        }
      }
    }
    return PairCounts(
      distances: table.distances.map { $0 * bond }, counts: counts.map(Double.init),
      atoms: Double(sites.count))
  }

  /// What one start leads to.
  private func chain(
    _ first: MotifCurves, radius: Double, number: Int, random: inout RandomGenerator,
    _ progress: Progress
  ) -> ShapeChain? {
    let table = first.table
    let centre = number == 0 ? .zero : centre(of: table.motif, &random)
    let scan = BallScan(first, centre: centre, upTo: min(radius * 1.25, radius + 1.5))
    guard let ball = scan.best else { return nil }
    var values = first.values
    var atoms = ball.sites.map(Int32.init)
    var energy = Double.infinity
    var misfit = 1.0
    for round in 0..<settings.facetRounds {
      values = refined(
        pairs(of: atoms.map(Int.init), in: table, bond: first.bond), from: values)
      let prepared = MotifCurves(table, bond: first.bond, values, against: pdf)
      var annealer = FacetAnnealer(
        around: atoms.map(Int.init), table, prepared.curves, surface: 0.02,
        random: random.branch(100 + round))
      let before = annealer.misfit
      annealer.run(
        moves: settings.facetMoves, from: settings.facetHot * before,
        to: settings.facetCold * before)
      atoms = annealer.best.atoms
      (energy, misfit) = (annealer.best.energy, annealer.best.misfit)
    }
    for round in 0..<settings.rounds {
      guard progress.step() else { return nil }
      values = refined(
        pairs(of: atoms.map(Int.init), in: table, bond: first.bond), from: values)
      let prepared = MotifCurves(table, bond: first.bond, values, against: pdf)
      let particle = Particle(table, occupied: atoms.map(Int.init))
      let active = particle.removable.count + particle.addable.count
      let before = CurveTracker(particle, prepared.curves).misfit
      var annealer = Annealer(
        particle, prepared.curves, weight: settings.surface * before, random: random.branch(round))
      // Temperatures are in units of what a broken bond costs.
      let unit = settings.surface * before / pow(Double(particle.count), 2.0 / 3)
      annealer.run(
        moves: settings.movesPerSite * active,
        from: (round == 0 ? settings.hot : settings.warm) * unit,
        to: (round == settings.rounds - 1 ? settings.frozen : settings.cool) * unit,
        facets: settings.layers)
      atoms = annealer.best.atoms
      (energy, misfit) = (annealer.best.energy, annealer.best.misfit)
    }
    return ShapeChain(
      table: table, bond: first.bond, values: values, atoms: atoms, energy: energy, misfit: misfit)
  }

  /// A centre for balls: anywhere in a cell of a lattice, near the axis or the middle of others.
  private func centre(of motif: Motif, _ random: inout RandomGenerator) -> SIMD3<Double> {
    let p = SIMD3(
      random.uniform(in: -0.7...0.7), random.uniform(in: -0.7...0.7),
      random.uniform(in: -0.8...0.8))
    return p
  }
}

/// Where one start has come to.
struct ShapeChain: Sendable {
  let table: SiteTable
  let bond: Double
  let values: [FitParameter: Double]
  let atoms: [Int32]
  let energy: Double
  let misfit: Double
}

/// Counts rounds over all threads.
final class Progress: Sendable {
  private let done = Mutex(0)
  private let stopped = Atomic(false)
  private let total: Double
  private let report: @Sendable (Double) -> Bool

  init(of total: Int, _ report: @escaping @Sendable (Double) -> Bool) {
    self.total = Double(total)
    self.report = report
  }

  var goesOn: Bool { !stopped.load(ordering: .relaxed) }

  /// One more round begins; false where the work is to end.
  func step() -> Bool {
    let share = done.withLock { done in
      done += 1
      return Double(done - 1) / total
    }
    if goesOn, !report(share) { stopped.store(true, ordering: .relaxed) }
    return goesOn
  }
}
