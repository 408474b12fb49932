import Numerics
import Foundation
import Scattering
import Tensors

/// One part of every batch: it computes losses and gradients by itself.
final class BatchPart: @unchecked Sendable {
  let gradients: Buffer
  private let size: Int
  private let model: LandmarkNetwork
  private let tape: Tape

  init(size: Int, model: LandmarkNetwork) {
    self.size = size
    self.model = model
    gradients = Buffer(count: model.parameters.count)
    tape = Tape(model.parameters, gradients: gradients)
  }

  /// Draws shapes and conditions, runs forward and backward, and leaves the gradients.
  ///
  /// The loss is the sum of what the PDFs' networks and what the structures' networks lose.
  func run(
    _ subjects: TrainingSubjects, plan: TrainingPlan, from random: inout RandomGenerator
  ) -> TrainingRecord {
    tape.reset()
    let share = 1 / Float(plan.batch)
    let (readings, reading) = read(subjects, plan.conditions, share, from: &random)
    let (structures, structure) = reconstruct(subjects, share, from: &random)
    tape.backward(from: tape.total(readings + structures))
    return TrainingRecord(sumOf: [reading, structure])
  }

  /// Prior and bond-length head on simulated PDFs: −log of the weight that the prior gives the true
  /// landmark, which with the divergence from that landmark's Gaussian is a bound on the divergence
  /// of the posterior from the prior, and the errors of the two bond lengths in per cent.
  private func read(
    _ subjects: TrainingSubjects, _ conditions: RandomConditions, _ share: Float,
    from random: inout RandomGenerator
  ) -> (terms: [(Float, Node)], TrainingRecord) {
    let samples = (0..<size).map { _ in
      (
        shape: subjects.balance.draw(from: &random),
        conditions: DrawnConditions(conditions, from: &random)
      )
    }
    let overR = subjects.simulator.bondPDFs(samples, from: &random, on: tape)
    let reduced = subjects.simulator.reducedPDFs(samples, from: &random, on: tape)
    let (logits, correction) = model.prior(reduced, on: tape)
    let choices = logits.enumerated().map { axis, logits in
      tape.choiceEntropy(logits, samples.map { subjects.assignments[$0.shape][axis] })
    }
    let bond = perCent(
      model.bondLength(overR, on: tape),
      samples.map { 100 * log($0.conditions.bond / referenceBond) })
    let corrected = perCent(correction, samples.map(\.conditions.bondError))
    return (
      [(share * 0.1, bond), (share * 0.1, corrected)] + choices.map { (share, $0) },
      TrainingRecord([
        LandmarkLoss.surprise: choices.reduce(0) { $0 + mean($1, share) },
        LandmarkLoss.bond: mean(bond, share),
        LandmarkLoss.correction: mean(corrected, share),
      ])
    )
  }

  /// Decoder and posterior on structures: the mean absolute error of coordinates in units of the
  /// bond length, the cross entropy of which atoms are there, and the divergence of the posterior
  /// from the Gaussian around the shape's landmark.
  ///
  /// The decoder learns from draws of those Gaussians: what it meets in use, and what the posterior
  /// comes to.
  private func reconstruct(
    _ subjects: TrainingSubjects, _ share: Float, from random: inout RandomGenerator
  ) -> (terms: [(Float, Node)], TrainingRecord) {
    let shapes = (0..<size).map { _ in subjects.targets.balance.draw(from: &random) }
    let decoded = model.decoder(landmarks(shapes).sample(from: &random, on: tape), on: tape)
    let losses = decoded.enumerated().map { axis, part in
      part.loss(against: shapes.map { subjects.targets.parts[$0][axis] }, on: tape)
    }
    let distinct = Set(shapes).sorted()
    let divergence = model.posterior(distinct.map { subjects.targets.graphs[$0] }, on: tape)
      .divergence(from: landmarks(distinct), on: tape)
    // A part's share of all graphs of the step is not known; that of its samples comes near.
    let each = share * Float(size) / Float(distinct.count)
    return (
      losses.flatMap { [(share, $0.positions), (share * 5, $0.presence)] }
        + [(each * 1e-3, divergence)],
      TrainingRecord([
        LandmarkLoss.structure: losses.reduce(0) { $0 + mean($1.positions, share) },
        LandmarkLoss.presence: losses.reduce(0) { $0 + mean($1.presence, share) },
        LandmarkLoss.divergence: mean(divergence, each),
      ])
    )
  }

  private func mean(_ node: Node, _ share: Float) -> Double { Double(node.array[0] * share) }

  /// The Gaussians around the landmarks of learned shapes.
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

extension LandmarkDecoder.Part {
  /// Sums over the batch of the mean absolute error of the coordinates, and of the mean cross
  /// entropy of which points are there.
  func loss(
    against targets: [ShapeTargets.Part], on tape: Tape
  ) -> (positions: Node, presence: Node) {
    func rows(_ values: (ShapeTargets.Part) -> [Float]) -> Node {
      tape.constant(targets.flatMap(values), targets.count, values(targets[0]).count)
    }
    let share = [Float](repeating: 1 / Float(presence.columns), count: presence.columns)
    return (
      tape.absoluteError(
        positions, rows(\.positions), weights: rows(\.weights), rounding: 0.02),
      tape.crossEntropy(presence, rows(\.presence), weights: rows { _ in share })
    )
  }
}
