import Clusters
import Numerics
import Tensors

/// The prior and the decoder of a trained network while its posterior, and so the map, stands still:
/// the paper's two losses, error and divergence.
///
/// In the training of all parts, prior and decoder run after a map that moves, and the graph network
/// takes ten times as long as they for every structure. Here the posterior is asked once, for every
/// shape at many bond lengths, and the others see these again and again.
///
/// A prior that follows the posterior alone may come within a deviation or two of it, and yet to the
/// place of another shape. A share of its loss can be the error of what is decoded of its draws, as it
/// is asked later (compare Sohn, Lee and Yan 2015, Advances in Neural Information Processing Systems
/// 28). The decoder learns nothing of that error: draws that miss would teach it to blur.
public final class FinishingObjective: Objective {
  public let plan: TrainingPlan
  private let shouldContinue: @Sendable () -> Bool
  private let paper: PaperNetwork
  /// The model that the training goes on from.
  private let model: Model
  private let known: PaperData
  private let posteriors: [Gaussian.Values]
  private let validation: PaperData
  private let validationPosteriors: [Gaussian.Values]
  private let share: Float
  private var parts: PaperParts

  /// - Parameters:
  ///   - plan: how many steps are taken is not in it but follows from `epochs`.
  ///   - epochs: passes over the shapes at all their bond lengths.
  ///   - bonds: how many bond lengths each shape has, where the training part has several.
  ///   - share: of the prior's loss, the error of what is decoded of its draws.
  ///   - shouldContinue: is asked often, and ends what is not a step by false.
  /// - Returns: nil for a model that is no network of the paper's kind.
  /// - Throws: `Stopped`, or what the simulation of the PDFs throws.
  public init?(
    _ model: Model, on data: Dataset, plan: TrainingPlan, epochs: Double, bonds: Int = 40,
    fromPDF share: Double = 0,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws {
    guard let network = (model.network as? PaperNetwork)?.copy else { return nil }
    (self.model, paper) = (model, network)
    self.share = Float(share)
    self.shouldContinue = shouldContinue
    known = try PaperData(
      Self.clusters(of: data, bonds, seed: plan.seed), network.architecture, while: shouldContinue)
    posteriors = try network.posteriors(of: known, while: shouldContinue)
    self.plan = plan.lasting(epochs, over: posteriors.count)
    validation = try PaperData(
      data.validation.map { data.catalogue[$0] }, network.architecture, while: shouldContinue)
    validationPosteriors = try network.posteriors(of: validation, while: shouldContinue)
    parts = PaperParts(network, self.plan)
  }

  /// The shapes of the training part, each at bond lengths drawn evenly from the shortest to the
  /// longest of all; the structures as they are where all have one.
  private static func clusters(
    of data: Dataset, _ count: Int, seed: UInt64
  ) throws(ClusterError) -> [Cluster] {
    let own = data.training.map { data.catalogue[$0] }
    let bonds = own.map(\.bond)
    guard let shortest = bonds.min(), let longest = bonds.max(), shortest < longest else {
      return own
    }
    var random = RandomGenerator(seed: seed)
    var clusters: [Cluster] = []
    for index in data.trainingShapes {
      for part in 0..<count {
        let share = (Double(part) + random.uniform()) / Double(count)
        clusters.append(
          try Cluster(
            data.catalogue.shapes[index], of: .gold, bond: shortest + share * (longest - shortest)))
      }
    }
    return clusters
  }

  public var network: any Network { paper }
  public var gradients: Addends { parts.gradients }
  public func map() -> [MapPoint] { model.map }

  public func accumulateGradients(step: Int) -> TrainingRecord {
    parts.run(
      plan.indices(of: step, over: posteriors.count),
      from: RandomGenerator(seed: plan.seed).branch(step)
    ) { [paper, known, posteriors, share] indices, random, tape in
      let (structures, pdfs) = known.batch(of: indices, on: tape)
      let posterior = Gaussian(indices.map { posteriors[$0] }, on: tape)
      let prior = paper.prior(of: pdfs, on: tape)
      let error = paper.error(ofDrawFrom: posterior, structures, from: &random, on: tape)
      let divergence = tape.total([
        (1 / Float(indices.count), posterior.divergence(from: prior, on: tape))
      ])
      // Prior and decoder have no parameter in common: how one loss weighs beside the other does not
      // matter to Adam.
      var losses = [(1, error), (1 - share, divergence)]
      if share > 0 {
        let decoded = paper.decoder(
          prior.sample(from: &random, on: tape), standsStill: true, on: tape)
        losses.append((share * Self.nats, paper.error(of: decoded, structures, on: tape)))
      }
      return (tape.total(losses), [(PaperLoss.error, error), (PaperLoss.divergence, divergence)])
    }
  }

  /// What an error of the prior's draws of 1 counts beside the divergence: a deviation then weighs about
  /// as much as it changes the decoded positions of a trained network.
  private static let nats: Float = 1e4

  /// The history goes on where the model's ends.
  public func didTake(step: Int, _ record: inout TrainingRecord) {
    record.step += model.history.last?.step ?? 0
    guard step % plan.stepsPerEpoch(over: posteriors.count) == 0 else { return }
    let random = RandomGenerator(seed: plan.seed).branch(-step)
    record[PaperLoss.validation] = try? paper.error(of: validation, while: shouldContinue) {
      [validationPosteriors] range, _, tape in
      var random = random.branch(range.lowerBound)
      return Gaussian(validationPosteriors[range].map { $0 }, on: tape)
        .sample(from: &random, on: tape)
    }
    record[PaperLoss.validationFromPDF] = try? paper.error(
      of: validation, while: shouldContinue
    ) { [paper] _, pdfs, tape in
      paper.prior(of: pdfs, on: tape).mean
    }
  }
}
