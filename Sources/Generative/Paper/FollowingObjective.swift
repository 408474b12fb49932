import Clusters
import Numerics
import Tensors

/// The posterior of a network whose prior and decoder were trained by themselves, from PDFs alone
/// (`PaperObjective` with all of the loss from draws of the prior): it learns where they have put each
/// structure. They, and with them what is read off a PDF, stand still.
///
/// The loss is the divergence of the posterior from the prior. A posterior that has learned nothing
/// yet is first spread as far as the prior's places are.
public final class FollowingObjective: Objective {
  public let plan: TrainingPlan
  private let shouldContinue: @Sendable () -> Bool
  private let paper: PaperNetwork
  private let model: Model
  private let training: PaperData
  private let validation: PaperData
  private var parts: PaperParts

  /// - Parameters:
  ///   - plan: how many steps are taken is not in it but follows from `epochs`.
  ///   - epochs: passes over the training part.
  ///   - shouldContinue: is asked often, and ends what is not a step by false.
  /// - Returns: nil for a model that is no network of the paper's kind.
  /// - Throws: `Stopped`, or what the simulation of the PDFs throws.
  public init?(
    _ model: Model, on data: Dataset, plan: TrainingPlan, epochs: Double,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws {
    guard let network = (model.network as? PaperNetwork)?.copy else { return nil }
    (self.model, paper) = (model, network)
    self.shouldContinue = shouldContinue
    training = try PaperData(
      data.training.map { data.catalogue[$0] }, network.architecture, while: shouldContinue)
    validation = try PaperData(
      data.validation.map { data.catalogue[$0] }, network.architecture, while: shouldContinue)
    self.plan = plan.lasting(epochs, over: training.structures.count)
    parts = PaperParts(network, self.plan)
    guard model.history.allSatisfy({ $0[PaperLoss.validation] == nil }) else { return }
    let count = training.structures.count
    let tape = Tape(network.parameters)
    let (structures, pdfs) = training.batch(
      of: stride(from: 0, to: count, by: max(1, count / 256)).map { $0 }, on: tape)
    network.spreadPosterior(over: structures, pdfs, on: tape)
  }

  public var network: any Network { paper }
  public var gradients: Addends { parts.gradients }
  public func map() -> [MapPoint] { model.map }

  public func accumulateGradients(step: Int) -> TrainingRecord {
    parts.run(
      plan.indices(of: step, over: training.structures.count),
      from: RandomGenerator(seed: plan.seed).branch(step)
    ) { [paper, training] indices, random, tape in
      let (structures, pdfs) = training.batch(of: indices, bondsFrom: &random, on: tape)
      let prior = paper.prior(of: pdfs, on: tape)
      let fixed = Gaussian(mean: prior.mean.detached, deviation: prior.deviation.detached)
      let divergence = tape.total([
        (
          1 / Float(structures.count),
          paper.posterior(of: structures, pdfs, on: tape).divergence(from: fixed, on: tape)
        )
      ])
      return (divergence, [(PaperLoss.divergence, divergence)])
    }
  }

  /// The history goes on where the model's ends.
  public func didTake(step: Int, _ record: inout TrainingRecord) {
    record.step += model.history.last?.step ?? 0
    guard step % plan.stepsPerEpoch(over: training.structures.count) == 0 else { return }
    guard let posteriors = try? paper.posteriors(of: validation, while: shouldContinue) else {
      return
    }
    let random = RandomGenerator(seed: plan.seed).branch(-step)
    record[PaperLoss.validation] = try? paper.error(
      of: validation, while: shouldContinue
    ) { range, _, tape in
      var random = random.branch(range.lowerBound)
      return Gaussian(posteriors[range].map { $0 }, on: tape).sample(from: &random, on: tape)
    }
  }
}
