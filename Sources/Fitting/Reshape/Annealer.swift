import Clusters
import Foundation
import Numerics

/// Simulated annealing over the atoms of a particle's surface.
///
/// Atoms come, go and move, and whole facets gain or lose a layer. The energy is the misfit plus
/// a weight times the surface; without the latter the free scale would allow sparse particles,
/// which fit as well with fewer atoms.
///
/// S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 1983, 220, 671,
/// doi:10.1126/science.220.4598.671.
struct Annealer: ~Copyable {
  private(set) var particle: Particle
  private var tracker: CurveTracker
  private var random: RandomGenerator

  /// What a unit of surface costs.
  let weight: Double

  private(set) var energy: Double

  /// The atoms of lowest energy so far.
  private(set) var best: (energy: Double, misfit: Double, atoms: [Int32])

  /// Where atoms are, while that is counted.
  private var occupancy: OccupancyCount?

  /// Sites of the present move.
  private var proposal: [Int32] = []

  /// Fewest atoms of a particle.
  private let fewest = 6

  init(
    _ particle: consuming Particle, _ curves: PairCurves, weight: Double, random: RandomGenerator
  ) {
    tracker = CurveTracker(particle, curves)
    self.weight = weight
    self.random = random
    energy = tracker.misfit + weight * particle.surface
    best = (energy, tracker.misfit, particle.atoms.items)
    proposal.reserveCapacity(512)
    self.particle = particle
  }

  var misfit: Double { tracker.misfit }

  /// Tries moves while the temperature falls from one value to another, both in units of energy.
  ///
  /// - Parameters:
  ///   - facets: the share of moves that take whole layers of facets.
  ///   - shouldContinue: is asked now and then, and ends the work by false.
  mutating func run(
    moves: Int, from start: Double, to end: Double, facets: Double,
    while shouldContinue: () -> Bool = { true }
  ) {
    let cooling = log(end / start) / Double(max(moves, 1))
    for move in 0..<moves {
      if move % 1024 == 1023, !shouldContinue() { return }
      let temperature = start * exp(cooling * Double(move))
      proposal.removeAll(keepingCapacity: true)
      if random.uniform() < facets { proposeLayers() } else { proposeAtoms() }
      if !proposal.isEmpty, proposal.count <= 400 { attempt(temperature) }
      occupancy?.moved()
    }
  }

  /// Lets moves go on at one temperature and counts where atoms are.
  mutating func sample(
    moves: Int, at temperature: Double, while shouldContinue: () -> Bool = { true }
  ) -> OccupancyCount {
    run(
      moves: moves / 4, from: temperature, to: temperature, facets: 0.05, while: shouldContinue)
    occupancy = OccupancyCount(particle)
    run(moves: moves, from: temperature, to: temperature, facets: 0.05, while: shouldContinue)
    defer { occupancy = nil }
    return occupancy ?? OccupancyCount(particle)
  }

  private mutating func attempt(_ temperature: Double) {
    let (count, surface) = particle.after(flipping: proposal)
    guard count >= fewest else { return }
    let misfit = tracker.misfit(flipping: proposal, of: particle)
    let new = misfit + weight * surface
    guard new < energy || random.uniform() < exp((energy - new) / temperature) else { return }
    tracker.accept(proposal, of: particle)
    occupancy?.flipped(proposal, of: particle)
    for site in proposal { particle.flip(Int(site)) }
    energy = new
    if energy < best.energy - 1e-12 { best = (energy, misfit, particle.atoms.items) }
  }

  /// An atom that comes, goes or moves.
  private mutating func proposeAtoms() {
    let choice = random.uniform()
    if choice > 0.25 { propose(from: particle.removable) }
    if choice < 0.25 || choice > 0.5 { propose(from: particle.addable) }
  }

  private mutating func propose(from list: SiteList) {
    guard list.count > 0 else { return }
    proposal.append(Int32(list[Int(random.uniform() * Double(list.count))]))
  }

  /// The outermost layer of a facet goes, or one more comes, or both at two facets.
  private mutating func proposeLayers() {
    let choice = random.uniform()
    if choice < 0.67, let (facet, plane) = drawFacet() {
      for site in particle.removable.items where particle.plane(of: Int(site), facet) == plane {
        proposal.append(site)
      }
    }
    guard choice > 0.33, let (facet, plane) = drawFacet() else { return }
    // Planes between those of atoms may have no site where an atom would hold.
    var nearest = Int.max
    for site in particle.addable.items {
      let outer = particle.plane(of: Int(site), facet)
      if outer > plane { nearest = min(nearest, outer) }
    }
    for site in particle.addable.items where particle.plane(of: Int(site), facet) == nearest {
      proposal.append(site)
    }
  }

  private mutating func drawFacet() -> (facet: Int, plane: Int)? {
    let facet = Int(random.uniform() * Double(particle.filling.count))
    return particle.outermostPlane(facet).map { (facet, $0) }
  }
}
