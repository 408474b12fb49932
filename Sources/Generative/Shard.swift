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
  /// length and the cross entropy of which atoms are there; the divergence of the posterior from
  /// the prior, of which −log of the landmark's weight plus the divergence from its Gaussian alone
  /// is a bound; and the errors of the two bond lengths in per cent. The decoder learns from draws
  /// of the prior's Gaussians around the landmarks of these and of as many more shapes, which is
  /// what it meets in use and what the posterior comes to.
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

    let (logits, correction) = model.prior(reduced, on: tape)
    let choices = logits.enumerated().map { axis, logits in
      tape.choiceEntropy(logits, shapes.map { model.landmarks.choices[$0][axis] })
    }
    let distinct = Set(shapes).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    let q = model.posterior(distinct.map { targets.graphs[$0] }, on: tape)
      .gathered(shapes.map { rows[$0]! }, on: tape)
    let decoded = shapes + (0..<size).map { _ in targets.draw(from: &random) }
    let structure = targets.loss(
      of: model.decoder(landmarks(decoded).sample(from: &random, on: tape), on: tape),
      shapes: decoded, on: tape)
    let divergence = q.divergence(from: landmarks(shapes), on: tape)
    let bond = perCent(
      model.bondLength(overR, on: tape), samples.map { 100 * log($0.conditions.bond / 2.7) })
    let corrected = perCent(correction, samples.map(\.conditions.bondError))
    let share = 1 / Float(plan.batch)
    tape.backward(
      from: tape.total(
        [
          (share / 2, structure.positions), (share * 2.5, structure.presence),
          (share * 1e-3, divergence), (share * 0.1, bond), (share * 0.1, corrected),
        ] + choices.map { (share, $0) }))
    func mean(_ node: Node) -> Double { Double(node.array[0] * share) }
    return TrainingRecord(
      structureError: mean(structure.positions) / 2,
      presence: mean(structure.presence) / 2, surprise: choices.reduce(0) { $0 + mean($1) },
      divergence: mean(divergence), bondError: mean(bond), correctionError: mean(corrected))
  }

  /// The prior's Gaussians around the landmarks of shapes.
  private func landmarks(_ shapes: [Int]) -> Gaussian {
    let places = shapes.flatMap { model.landmarks.place(of: $0).map(Float.init) }
    let dimensions = places.count / max(shapes.count, 1)
    let deviation = [Float](repeating: Float(Landmarks.deviation), count: places.count)
    return Gaussian(
      mean: tape.constant(places, shapes.count, dimensions),
      deviation: tape.constant(deviation, shapes.count, dimensions))
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
