import Clusters
import Numerics
import Scattering
import Tensors

/// The objective of particles: the evidence bound on particles of an endless series, their PDFs
/// simulated afresh for every step.
///
/// Each part of a batch (`TrainingPlan.partSize`) has a tape, a gradient buffer and random numbers of
/// its own.
public final class ParticlesObjective: Objective {
  public let plan: TrainingPlan
  private let model: ParticlesNetwork
  private let series: ParticleSeries
  private let pool: ParticlePool
  private let parts: [ParticlesPart]
  private let shouldContinue: @Sendable () -> Bool

  /// Particles that are drawn from.
  private static let window = 1024
  /// Particles on the map.
  private static let mapped = 400

  /// - Parameters:
  ///   - data: of its catalogue the sizes, types and families of the series are taken.
  ///   - shouldContinue: is asked often before the first step, and ends that by false; what comes then is
  ///     worth nothing.
  public init(
    _ network: ParticlesNetwork, on data: Dataset, plan: TrainingPlan,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) {
    self.plan = plan
    self.shouldContinue = shouldContinue
    model = network
    let counts = data.catalogue.shapes.map(\.count)
    series = ParticleSeries(
      atoms: (counts.min() ?? 5)...(counts.max() ?? 3000),
      types: Set(data.catalogue.shapes.map(\.type)), family: data.catalogue.family,
      without: data.catalogue.without, seed: plan.seed)
    pool = ParticlePool(series, size: Self.window, seed: plan.seed)
    let size = plan.partSize
    parts = stride(from: 0, to: plan.batch, by: size).map { start in
      ParticlesPart(size: min(size, plan.batch - start), model: network)
    }
  }

  /// Draws the particles of a training's first step.
  func prepare(for step: Int) { pool.advance(to: step, while: shouldContinue) }

  /// Spreads the map of a new network, see `ParticlesPosterior.spread`.
  func spreadMap() {
    prepare(for: 0)
    guard shouldContinue() else { return }
    let tape = Tape(model.parameters)
    model.posterior.spread(over: pool.targets.prefix(256).compactMap { $0?.graph }, on: tape)
  }

  public var network: any Network { model }
  public private(set) var gradients: Addends = []

  public func accumulateGradients(step: Int) -> TrainingRecord {
    pool.advance(to: step)
    let random = RandomGenerator(seed: plan.seed).branch(step)
    let (targets, simulator) = (
      pool.targets.compactMap { $0 }, BatchSimulator(tables: pool.tables)
    )
    let (records, toAdd) = Processes.map(adding: parts.map(\.gradients)) { [parts, plan] index in
      var own = random.branch(index)
      return parts[index].run(targets, simulator, plan: plan, from: &own)
    }
    gradients = toAdd
    return TrainingRecord(sumOf: records)
  }

  /// Particles before the first that training sees, at the means of their posteriors.
  public func map() -> [MapPoint] {
    let shapes = Workers.map(Self.mapped) { [series] in series.particle(-1 - $0).shape }
    let clusters = shapes.compactMap { try? Cluster($0, of: .gold) }
    let places = model.posteriors(of: clusters) ?? []
    return zip(shapes, places).map { MapPoint($0, place: $1.place) }
  }
}
