import Clusters
import Foundation
import Numerics
import Scattering

/// One start on its way to a shape.
struct ShapeChain {
  /// A shape on the way, with how well it fits.
  struct State {
    var atoms: [Int32]
    var values: [Quantity: Double]
    /// The part of Rw² that the compressed PDF holds.
    var misfit: Double
    /// Broken bonds over N^⅔.
    var surface: Double
    /// Sites that differ from those of the shape that facets cut.
    var moved = 0
  }

  let table: SiteTable
  let bond: Double
  private let problem: ReshapeProblem
  private let random: RandomGenerator
  private let first: MotifCurves

  /// The facets that may cut.
  private var facets: [Int]

  /// How many moves were tried.
  private(set) var moves = 0

  /// The best shape that facets alone cut.
  private(set) var ideal: State
  /// The best shape with single atoms moved.
  private(set) var free: State

  init(_ first: MotifCurves, in problem: ReshapeProblem, random: RandomGenerator) {
    self.first = first
    self.problem = problem
    self.random = random
    table = first.table
    bond = first.bond
    facets = Array(table.planeCount.indices)
    ideal = State(atoms: [], values: first.values, misfit: 1, surface: 0)
    free = ideal
  }

  /// The one of both that is to be believed.
  var answer: State { problem.score(free) < problem.score(ideal) ? free : ideal }

  /// Takes a ball around a centre to facets; false where the work is to end before that.
  mutating func begin(
    at centre: SIMD3<Double>, number: Int, upTo radius: Double, _ progress: SharedProgress
  ) -> Bool {
    let balls = BallScan(first, centre: centre, upTo: radius).minima.prefix(2)
    guard !balls.isEmpty, progress.shouldContinue() else { return false }
    let ball = balls[number % balls.count]
    ideal.atoms = ball.sites.map(Int32.init)
    if number > 0 { chooseFacets(around: ball.sites) }
    for round in 0..<2 { moveFacets(round, progress) }
    progress.step()
    free = ideal
    return true
  }

  /// Takes the facets around some atoms to where they fit best; false where the work is to end before
  /// that.
  mutating func begin(at atoms: [Int32], _ progress: SharedProgress) -> Bool {
    guard progress.shouldContinue() else { return false }
    ideal.atoms = atoms
    moveFacets(1, progress)
    progress.step()
    free = ideal
    return true
  }

  /// Moves facets to rest, and then single atoms, as far as the work goes on.
  ///
  /// Atoms get over barriers that whole planes do not, so facets are tried once more around what
  /// the atoms come to.
  mutating func finish(_ progress: SharedProgress) {
    facets = Array(table.planeCount.indices)
    for round in 2..<4 where progress.shouldContinue() { moveFacets(round, progress) }
    free = ideal
    for round in 0..<2 where progress.shouldContinue() { moveAtoms(round, progress) }
    let before = (ideal: ideal, free: free)
    ideal = free
    ideal.moved = 0
    if progress.shouldContinue() { moveFacets(4, progress) }
    if problem.score(ideal) < problem.score(before.ideal) {
      free = ideal
      if progress.shouldContinue() { moveAtoms(2, progress) }
      if problem.score(before.free) < problem.score(free) { free = before.free }
    } else {
      (ideal, free) = before
      if progress.shouldContinue() { moveAtoms(2, progress) }
    }
    free.moved = Set(ideal.atoms).symmetricDifference(free.atoms).count
    progress.step()
  }

  /// Leaves out some families of facets, where the others close: with all of them a particle is so
  /// round that no facet can grow.
  private mutating func chooseFacets(around ball: [Int]) {
    var random = random.branch(400)
    let families = Set(table.motif.facets.map(\.family)).sorted()
    let chosen = Set(families.filter { _ in random.uniform() < 0.6 })
    let some = table.motif.facets.indices.filter { chosen.contains(table.motif.facets[$0].family) }
    if !some.isEmpty, table.enclosed(around: ball, by: some) < 2 * ball.count { facets = some }
  }

  private func prepared(_ state: inout State) -> MotifCurves {
    state.values = problem.refined(table.pairs(of: state.atoms, bond: bond), from: state.values)
    return MotifCurves(table, bond: bond, state.values, against: problem.pdf)
  }

  private mutating func moveFacets(_ round: Int, _ progress: SharedProgress) {
    let motif = prepared(&ideal)
    var annealer = FacetAnnealer(
      around: ideal.atoms.map(Int.init), by: facets, table, motif.curves,
      surface: problem.surface, random: random.branch(round))
    let before = annealer.misfit
    let count = Int(clamping: problem.settings.effort * 4000)
    moves += count
    annealer.run(
      moves: count,
      from: (round == 0 ? 0.05 : 0.01) * before,
      to: 0.0003 * before, while: progress.shouldContinue)
    ideal.take(annealer.best, in: table)
  }

  private mutating func moveAtoms(_ round: Int, _ progress: SharedProgress) {
    let motif = prepared(&free)
    let particle = Particle(table, occupied: free.atoms.map(Int.init))
    let active = particle.removable.count + particle.addable.count
    let before = CurveTracker(particle, motif.curves).misfit
    // What an atom changes falls as N^⅔ grows.
    let unit = before / pow(Double(particle.count), 2.0 / 3)
    var annealer = Annealer(
      particle, motif.curves, weight: problem.surface(before) * before,
      random: random.branch(100 + round))
    let count = Int(clamping: problem.settings.effort * 100) * active
    moves += count
    annealer.run(
      moves: count, from: 0.5 * unit,
      to: (round == 2 ? 0.015 : 0.05) * unit, facets: 0.05, while: progress.shouldContinue)
    free.take(annealer.best, in: table)
    free.moved = Set(ideal.atoms).symmetricDifference(free.atoms).count
  }
}

extension ShapeChain {
  /// Facets that cut a shape, or atoms at its surface.
  func freedom(of state: State, _ kind: ModelScore.Kind) -> Int {
    let particle = Particle(table, occupied: state.atoms.map(Int.init))
    guard kind == .facets else { return particle.removable.count }
    let limits = table.planeCount.indices.map { particle.outermostPlane($0) ?? -1 }
    var cutting: Set<Int> = []
    for site in table.sites.indices where !particle.isOccupied(site) {
      let outside = limits.indices.filter { particle.plane(of: site, $0) > limits[$0] }
      if outside.count == 1 { cutting.insert(outside[0]) }
    }
    return cutting.count
  }

  /// Shapes that fit as well as a state does: moves at the temperature at which a misfit is as
  /// likely as the noise allows.
  ///
  /// With m the misfit left over in n coordinates, noise has the variance m/n in each, and a shape
  /// with misfit m' the likelihood exp(−n (m' − m)/2m).
  func alternatives(
    to state: State, facets: Bool, _ progress: SharedProgress
  ) -> Alternatives {
    var state = state
    let motif = prepared(&state)
    if facets {
      var annealer = FacetAnnealer(
        around: state.atoms.map(Int.init), by: Array(table.planeCount.indices), table,
        motif.curves, surface: problem.surface,
        random: random.branch(300))
      let count = annealer.sample(
        moves: Int(clamping: problem.settings.effort * 5000),
        at: 2 * annealer.misfit / Double(problem.pdf.rank), while: progress.shouldContinue)
      return Alternatives(
        probabilities: count.probabilities(), atoms: count.range(of: annealer.particle))
    }
    let particle = Particle(table, occupied: state.atoms.map(Int.init))
    let active = particle.removable.count + particle.addable.count
    var annealer = Annealer(
      particle, motif.curves, weight: problem.surface(state.misfit) * state.misfit,
      random: random.branch(200))
    let count = annealer.sample(
      moves: Int(clamping: problem.settings.effort * 200) * active,
      at: 2 * state.misfit / Double(problem.pdf.rank), while: progress.shouldContinue)
    return Alternatives(
      probabilities: count.probabilities(), atoms: count.range(of: annealer.particle))
  }

  struct Alternatives {
    let probabilities: [Double]  // [sites]
    let atoms: ClosedRange<Int>
  }
}

extension ShapeChain.State {
  fileprivate mutating func take(
    _ best: (energy: Double, misfit: Double, atoms: [Int32]), in table: SiteTable
  ) {
    atoms = best.atoms
    misfit = best.misfit
    surface = Particle(table, occupied: atoms.map(Int.init)).surface
  }
}
