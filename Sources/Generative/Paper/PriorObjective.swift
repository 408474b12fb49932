import Clusters
import Numerics
import Tensors

/// The prior of a trained network by itself: the divergence of the posterior from it, while the
/// posterior and the decoder stand still.
///
/// In the training of all parts the prior runs after a map that moves, and the graph network takes
/// ten times as long as it for every structure. Here the posterior is asked once, for every shape at
/// many bond lengths, and the prior sees these again and again.
public final class PriorObjective: Objective {
  public let plan: TrainingPlan
  private let paper: PaperNetwork
  /// The model that the training goes on from.
  private let model: Model
  private let known: PaperData
  private let posteriors: [Gaussian.Values]
  private let validation: PaperData
  private let tape: Tape
  private let sum: Buffer

  /// - Parameters:
  ///   - plan: how many steps are taken is not in it but follows from `epochs`.
  ///   - epochs: passes over the shapes at all their bond lengths.
  ///   - bonds: how many bond lengths each shape has, where the training part has several.
  /// - Returns: nil for a model that is no network of the paper's kind.
  /// - Throws: what the simulation of the PDFs throws.
  public init?(
    _ model: Model, on data: Dataset, plan: TrainingPlan, epochs: Double, bonds: Int = 40
  ) throws {
    guard let network = model.network as? PaperNetwork else { return nil }
    (self.model, paper) = (model, network)
    known = try PaperData(Self.clusters(of: data, bonds, seed: plan.seed), network.architecture)
    posteriors = network.posteriors(of: known)
    var plan = plan
    plan.steps = max(
      1, Int((epochs * Double(plan.stepsPerEpoch(over: posteriors.count))).rounded()))
    self.plan = plan
    validation = try PaperData(
      data.validation.map { data.catalogue[$0] }, network.architecture)
    sum = Buffer(count: network.parameters.count)
    tape = Tape(network.parameters, gradients: sum)
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
  public var gradients: [Buffer] { [sum] }
  public func map() -> [MapPoint] { model.map }

  /// The model with its trained prior, with the plan by which the rest of it was trained.
  public func joined(to trained: Model) -> Model {
    Model(paper, map: model.map, plan: model.plan, history: trained.history)
  }

  public func accumulateGradients(step: Int) -> TrainingRecord {
    tape.reset()
    let indices = plan.indices(of: step, over: posteriors.count)
    let prior = paper.prior(of: known.batch(of: indices, on: tape).pdfs, on: tape)
    let posterior = Gaussian(indices.map { posteriors[$0] }, on: tape)
    let divergence = tape.total([
      (1 / Float(indices.count), posterior.divergence(from: prior, on: tape))
    ])
    tape.backward(from: divergence)
    return TrainingRecord([PaperLoss.divergence: Double(divergence.array[0])])
  }

  /// The history goes on where the model's ends.
  public func didTake(step: Int, _ record: inout TrainingRecord) {
    record.step += model.history.last?.step ?? 0
    guard step % plan.stepsPerEpoch(over: posteriors.count) == 0 else { return }
    record[PaperLoss.validationFromPDF] = paper.errorFromPDF(of: validation)
  }
}
