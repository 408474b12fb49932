import Clusters
import Foundation
import Numerics

/// Simulated annealing over the distances of facets: particles are what a boundary encloses.
///
/// A facet gains or loses a plane, or one gains and another loses. Far fewer shapes are possible
/// than by single atoms, and a shape that fits is found whole.
struct FacetAnnealer: ~Copyable {
  private(set) var particle: Particle
  private var tracker: CurveTracker
  private var random: RandomGenerator
  private let table: SiteTable

  /// The last plane of each facet that is inside, and how many facets leave a site out.
  private var limits: [Int]  // [facets]
  private var outside: [Int16]  // [sites]

  /// Those that may cut.
  private let facets: [Int]

  /// The facet that looks most the other way, for each.
  private let opposite: [Int]  // [facets]

  /// What a unit of surface costs.
  let weight: Double

  private(set) var energy: Double

  /// The atoms of lowest energy so far.
  private(set) var best: (energy: Double, misfit: Double, atoms: [Int32])

  /// Where atoms are, while that is counted.
  private var occupancy: OccupancyCount?

  private var proposal: [Int32] = []
  private var steps: [(facet: Int, limit: Int)] = []

  /// - Parameters:
  ///   - inside: sites that are to be enclosed as narrowly as facets can.
  ///   - facets: those that may cut.
  ///   - surface: what a unit of surface costs, as a share of a misfit.
  init(
    around inside: [Int], by facets: [Int], _ table: SiteTable, _ curves: PairCurves,
    surface: (Double) -> Double,
    random: RandomGenerator
  ) {
    self.table = table
    self.random = random
    self.facets = facets
    let normals = table.motif.facets.map(\.normal)
    opposite = normals.map { one in
      facets.min { (normals[$0] * one).sum() < (normals[$1] * one).sum() } ?? 0
    }
    limits = table.planeCount
    outside = Array(repeating: 0, count: table.count)
    for facet in facets {
      limits[facet] = table.outermostPlane(facet, of: inside)
      for site in 0..<table.count
      where Int(table.planes[facet * table.count + site]) > limits[facet] { outside[site] += 1 }
    }
    let particle = Particle(
      table, occupied: table.sites.indices.filter { [outside] in outside[$0] == 0 })
    tracker = CurveTracker(particle, curves)
    weight = surface(tracker.misfit) * tracker.misfit
    energy = tracker.misfit + weight * particle.surface
    best = (energy, tracker.misfit, particle.atoms.items)
    self.particle = particle
  }

  var misfit: Double { tracker.misfit }

  /// Tries moves while the temperature falls from one value to another, both in units of energy.
  ///
  /// - Parameter shouldContinue: is asked now and then, and ends the work by false.
  mutating func run(
    moves: Int, from start: Double, to end: Double, while shouldContinue: () -> Bool = { true }
  ) {
    let cooling = log(end / start) / Double(max(moves, 1))
    for move in 0..<moves {
      if move % 128 == 127, !shouldContinue() { return }
      proposal.removeAll(keepingCapacity: true)
      steps.removeAll(keepingCapacity: true)
      let choice = random.uniform()
      let facet = drawFacet()
      if choice < 0.7 { lose(facet) }
      // A plane that goes on one side and comes on the other moves the particle.
      if choice > 0.3 { gain(choice > 0.5 ? drawFacet() : opposite[facet]) }
      if !attempt(start * exp(cooling * Double(move))) { takeBack() }
      occupancy?.moved()
    }
  }

  /// Lets moves go on at one temperature and counts where atoms are.
  mutating func sample(
    moves: Int, at temperature: Double, while shouldContinue: () -> Bool = { true }
  ) -> OccupancyCount {
    run(moves: moves / 4, from: temperature, to: temperature, while: shouldContinue)
    occupancy = OccupancyCount(particle)
    run(moves: moves, from: temperature, to: temperature, while: shouldContinue)
    defer { occupancy = nil }
    return occupancy ?? OccupancyCount(particle)
  }

  private mutating func attempt(_ temperature: Double) -> Bool {
    guard !proposal.isEmpty, proposal.count <= 600,
      proposal.allSatisfy({ table.isInner[Int($0)] })
    else { return false }
    let (count, surface) = particle.after(flipping: proposal)
    guard count >= 6 else { return false }
    let misfit = tracker.misfit(flipping: proposal, of: particle)
    let new = misfit + weight * surface
    guard new < energy || random.uniform() < exp((energy - new) / temperature) else {
      return false
    }
    tracker.accept(proposal, of: particle)
    occupancy?.flipped(proposal, of: particle)
    for site in proposal { particle.flip(Int(site)) }
    energy = new
    if energy < best.energy - 1e-12 { best = (energy, misfit, particle.atoms.items) }
    return true
  }

  private mutating func drawFacet() -> Int {
    facets[Int(random.uniform() * Double(facets.count))]
  }

  /// The outermost plane with atoms goes.
  private mutating func lose(_ facet: Int) {
    guard let plane = particle.outermostPlane(facet), plane > 0 else { return }
    step(facet, to: plane - 1)
  }

  /// The next plane that brings atoms comes.
  private mutating func gain(_ facet: Int) {
    let before = proposal.count
    let last = min(limits[facet] + 3, table.planeCount[facet] - 1)
    for plane in stride(from: limits[facet] + 1, through: last, by: 1) {
      step(facet, to: plane)
      if proposal.count != before { return }
    }
  }

  /// Moves a facet, with the sites that come or go.
  private mutating func step(_ facet: Int, to limit: Int) {
    steps.append((facet, limits[facet]))
    shift(facet, to: limit, isProposed: true)
  }

  private mutating func shift(_ facet: Int, to limit: Int, isProposed: Bool) {
    let (old, step) = (limits[facet], Int16(limit > limits[facet] ? -1 : 1))
    for plane in stride(from: min(old, limit) + 1, through: max(old, limit), by: 1) {
      for site in table.sites(inPlane: plane, of: facet) {
        let was = outside[Int(site)]
        outside[Int(site)] = was + step
        guard isProposed, (was == 0) != (was + step == 0) else { continue }
        // A site that comes and goes in one move stays as it was.
        if let place = proposal.firstIndex(of: site) {
          proposal.remove(at: place)
        } else {
          proposal.append(site)
        }
      }
    }
    limits[facet] = limit
  }

  private mutating func takeBack() {
    for (facet, limit) in steps.reversed() { shift(facet, to: limit, isProposed: false) }
  }
}
