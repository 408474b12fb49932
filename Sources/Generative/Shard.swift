import Foundation
import Tensors

/// One part of every batch: it computes losses and gradients by itself.
final class Shard: @unchecked Sendable {
  let gradients: Buffer
  private let size: Int
  private let model: GraphCVAE
  private let tape: Tape

  init(size: Int, model: GraphCVAE) {
    self.size = size
    self.model = model
    gradients = Buffer(count: model.parameters.count)
    tape = Tape(model.parameters, gradients: gradients)
  }

  /// Draws shapes and conditions, runs forward and backward, and leaves the gradients.
  ///
  /// The loss of a sample is the mean absolute error of its coordinates in units of the bond
  /// length and the cross entropy of which atoms are there, both decoded from a draw of the
  /// posterior and from the prior's mean, slightly shaken; β times the divergence between
  /// posterior and prior; the squared distance of the posterior's place from the prior's, without
  /// which both may find places of their own for one shape; and the errors of the two bond lengths
  /// in per cent. Decoding the prior
  /// as well is the hybrid objective of Sohn, Lee and Yan (NeurIPS 2015): the map then suits what
  /// PDFs can tell.
  func run(
    _ simulator: PDFSimulator, _ targets: ShapeTargets, plan: TrainingPlan,
    from random: inout RandomGenerator
  ) -> TrainingRecord {
    tape.reset()
    gradients.clear()
    let samples = (0..<size).map { _ in
      (
        shape: targets.draw(from: &random),
        conditions: DrawnConditions(plan.conditions, from: &random)
      )
    }
    let shapes = samples.map(\.shape)
    let overR = simulator.bondPDFs(samples, from: &random, on: tape)
    let reduced = simulator.reducedPDFs(samples, from: &random, on: tape)

    let distinct = Set(shapes).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    let q = model.posterior(distinct.map { targets.graphs[$0] }, on: tape)
      .gathered(shapes.map { rows[$0]! }, on: tape)
    let (p, correction) = model.prior(reduced, on: tape)
    let fromPosterior = targets.loss(
      of: model.decoder(q.sample(from: &random, on: tape), on: tape), shapes: shapes, on: tape)
    let fromPrior = targets.loss(
      of: model.decoder(p.mean(shaken: plan.shake, from: &random, on: tape), on: tape),
      shapes: shapes, on: tape)
    let divergence = q.divergence(from: p, on: tape)
    let bond = perCent(
      model.bondLength(overR, on: tape), samples.map { 100 * log($0.conditions.bond / 2.7) })
    let corrected = perCent(correction, samples.map(\.conditions.bondError))
    let ones = tape.constant([Float](repeating: 1, count: q.mean.count), size, q.mean.columns)
    let tie = tape.squaredError(q.mean, p.mean.detached, weights: ones)
    let share = 1 / Float(plan.batch)
    tape.backward(
      from: tape.total([
        (share, fromPosterior.positions), (share * 5, fromPosterior.presence),
        (share, fromPrior.positions), (share * 5, fromPrior.presence),
        (share * plan.beta, divergence), (share * plan.tie, tie), (share * 0.02, bond),
        (share * 0.02, corrected),
      ]))
    func mean(_ node: Node) -> Double { Double(node.array[0] * share) }
    return TrainingRecord(
      posteriorError: mean(fromPosterior.positions), priorError: mean(fromPrior.positions),
      presence: mean(fromPrior.presence), divergence: mean(divergence), bondError: mean(bond),
      correctionError: mean(corrected))
  }

  /// Σ |x − t|, rounded below a tenth of a per cent.
  private func perCent(_ x: Node, _ target: [Double]) -> Node {
    let weights = [Float](repeating: 1, count: target.count)
    return tape.absoluteError(
      x, tape.constant(target.map(Float.init), target.count, 1),
      weights: tape.constant(weights, target.count, 1), rounding: 0.1)
  }
}

extension ShapeTargets {
  /// Sums over the samples of the mean absolute error of the coordinates, and of the mean cross
  /// entropy of which atoms are there.
  func loss(
    of decoded: (positions: Node, presence: Node), shapes: [Int], on tape: Tape
  ) -> (positions: Node, presence: Node) {
    let (n, atoms) = (shapes.count, decoded.presence.columns)
    func rows(_ table: [[Float]], _ columns: Int) -> Node {
      tape.constant(shapes.flatMap { table[$0] }, n, columns)
    }
    let share = [Float](repeating: 1 / Float(atoms), count: n * atoms)
    return (
      tape.absoluteError(
        decoded.positions, rows(positions, 3 * atoms), weights: rows(weights, 3 * atoms),
        rounding: 0.02),
      tape.crossEntropy(
        decoded.presence, rows(presence, atoms), weights: tape.constant(share, n, atoms))
    )
  }
}
