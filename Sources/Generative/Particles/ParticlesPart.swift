import Foundation
import Numerics
import Scattering
import Tensors

/// One part of every batch: it computes losses and gradients by itself.
final class ParticlesPart: @unchecked Sendable {
  let gradients: Buffer
  private let size: Int
  private let model: ParticlesNetwork
  private let tape: Tape

  /// How many sites the mean over those that are looked at stands for.
  private static let sites: Float = 40
  /// Of the motif, without which no site is right.
  private static let motif: Float = 3
  /// Of the size: a Laplace distribution of 3 % in the radius.
  private static let size: Float = 1 / 3
  /// Of the layers' kinds, which few particles have.
  private static let layers: Float = 2
  /// Of the divergence for the posterior. The prior learns from it at full strength.
  private static let pull: Float = 0.05

  init(size: Int, model: ParticlesNetwork) {
    self.size = size
    self.model = model
    gradients = Buffer(count: model.parameters.count)
    tape = Tape(model.parameters, gradients: gradients)
  }

  /// Draws particles and conditions, runs forward and backward, and leaves the gradients.
  func run(
    _ targets: [ParticleTarget], _ simulator: BatchSimulator, plan: TrainingPlan,
    from random: inout RandomGenerator
  ) -> TrainingRecord {
    tape.reset()
    let share = 1 / Float(plan.batch)
    let samples = (0..<size).map { _ in
      (
        shape: Int(clamping: random.uniform() * Double(targets.count)),
        conditions: DrawnConditions(plan.conditions, from: &random)
      )
    }
    let chosen = samples.map { targets[$0.shape] }
    let overR = simulator.particleBondPDFs(samples, from: &random, on: tape)
    let reduced = simulator.particlePDFs(samples, from: &random, on: tape)

    let (q, logDeviation) = model.posterior(chosen.map(\.graph), on: tape)
    let z = q.sample(from: &random, on: tape)
    let decoded = model.decode(z, on: tape)
    let sites = tape.facetEntropy(decoded, chosen.map(\.sites))
    let motif = tape.choiceEntropy(
      tape.columns(MotifFrame.choices, of: decoded), chosen.map(\.frame))
    let radius = perCent(
      tape.scaled(tape.columns(MotifFrame.radius..<MotifFrame.radius + 1, of: decoded), by: 100),
      chosen.map { 100 * $0.radius })
    func letters(_ values: (ParticleTarget) -> [Float]) -> Node {
      tape.constant(chosen.flatMap(values), chosen.count, MotifFrame.letters.count)
    }
    let layers = tape.crossEntropy(
      tape.columns(MotifFrame.letters, of: decoded), letters(\.letters),
      weights: letters(\.inner))

    let (mixture, correction) = model.prior(of: reduced, on: tape)
    let surprise = tape.mixtureSurprise(
      of: z, under: mixture, spread: ParticlesNetwork.spread, least: ParticlesPosterior.least,
      pull: Self.pull)
    let narrowness = tape.sum(logDeviation)
    let bond = perCent(
      model.bondLength(overR, on: tape),
      samples.map { 100 * log($0.conditions.bond / referenceBond) })
    let corrected = perCent(correction, samples.map(\.conditions.bondError))
    tape.backward(
      from: tape.total([
        (share * Self.sites, sites), (share * Self.motif, motif), (share * Self.size, radius),
        (share * Self.layers, layers), (share, surprise), (-share * Self.pull, narrowness),
        (share * 0.1, bond),
        (share * 0.1, corrected),
      ]))

    func mean(_ node: Node) -> Double { Double(node.array[0] * share) }
    // −log q at a draw, but for the draw's own noise, which is 1/2 a dimension in the mean.
    let entropy =
      mean(narrowness) + Double(Float(size) * share) * Double(model.dimensions)
      * (log(Double(ParticlesPosterior.start)) + 0.5 * log(2 * .pi) + 0.5)
    let divergence = mean(surprise) - entropy
    let layerCount = chosen.reduce(0) { $0 + $1.inner.reduce(0, +) }
    return TrainingRecord([
      ParticlesLoss.bound: Double(Self.sites) * mean(sites) + mean(motif) + mean(layers)
        + Double(Self.size) * mean(radius) + divergence,
      ParticlesLoss.sites: mean(sites), ParticlesLoss.motif: mean(motif),
      ParticlesLoss.size: mean(radius),
      ParticlesLoss.layers: Double(Float(size) * share) * Double(layers.array[0])
        / Double(max(layerCount, 1)),
      ParticlesLoss.divergence: divergence,
      ParticlesLoss.bond: mean(bond), ParticlesLoss.correction: mean(corrected),
    ])
  }

  /// Σ |x − t|, rounded below a tenth of a per cent.
  private func perCent(_ x: Node, _ target: [Double]) -> Node {
    let weights = [Float](repeating: 1, count: target.count)
    return tape.absoluteError(
      x, tape.constant(target.map(Float.init), target.count, 1),
      weights: tape.constant(weights, target.count, 1), rounding: 0.1)
  }
}
