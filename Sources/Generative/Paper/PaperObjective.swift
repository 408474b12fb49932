import Numerics
import Clusters
import Foundation
import Synchronization
import Tensors

/// The paper's objective: weighted squared error of a draw of the posterior and β times the
/// divergence, over a set of structures with their PDFs, epoch by epoch in random order.
///
/// Two things differ from the publication, besides the start (`PaperNetwork.spreadMap`). The prior
/// also learns from the divergence of the posterior held fixed, and so follows the map at full
/// strength while β hardly pulls at it. And where the data set has several bond lengths, every
/// structure is drawn with a new one, its PDF simulated anew.
///
/// What is asked later, a structure from a PDF, such a training never does: it decodes draws of a
/// posterior that has seen the structure. A share of the loss can be the error of a draw of the prior
/// instead, the hybrid objective of Sohn, Lee and Yan 2015 (Advances in Neural Information Processing
/// Systems 28). Where that is all, the posterior learns nothing, and the graph costs nothing:
/// `FollowingObjective` brings it after the prior.
public final class PaperObjective: Objective {
  public let plan: TrainingPlan
  private let paper: PaperNetwork
  private let clusters: [Cluster]
  private let training: PaperData
  private let validation: PaperData
  private var parts: PaperParts
  private var schedule: BetaSchedule
  private let share: Float
  private let noise: Double
  private let shouldContinue: @Sendable () -> Bool
  /// Where each structure was last placed on the map; nil before its first batch.
  private let places: Mutex<[[Double]?]>

  /// - Parameters:
  ///   - beta: of a training on its way, or a constant in place of the paper's rule.
  ///   - share: of the loss, that of draws of the prior.
  ///   - noise: highest deviation of the noise on the PDFs of the training, in units of the largest G.
  ///   - map: of a training on its way.
  ///   - shouldContinue: is asked often, and ends what is not a step by false.
  /// - Throws: `Stopped`, or what the simulation of the PDFs throws.
  public init(
    _ network: PaperNetwork, on data: Dataset, plan: TrainingPlan, beta: BetaSchedule = .rule,
    fromPDF share: Double = 0, noise: Double = 0, map: [MapPoint] = [],
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws {
    self.plan = plan
    (self.share, self.noise) = (Float(share), noise)
    paper = network
    schedule = beta
    clusters = data.training.map { data.catalogue[$0] }
    places = Mutex(
      map.count == clusters.count ? map.map(\.place) : Array(repeating: nil, count: clusters.count))
    self.shouldContinue = shouldContinue
    training = try PaperData(clusters, network.architecture, while: shouldContinue)
    validation = try PaperData(
      data.validation.map { data.catalogue[$0] }, network.architecture, while: shouldContinue)
    parts = PaperParts(network, plan)
  }

  /// Whether the posterior learns.
  private var asksPosterior: Bool { share < 1 }

  /// Spreads the map of a new network over the training part, see `PaperNetwork.spreadMap`.
  public func spreadMap() {
    let count = training.structures.count
    let tape = Tape(paper.parameters)
    let (structures, pdfs) = training.batch(
      of: stride(from: 0, to: count, by: max(1, count / 256)).map { $0 }, on: tape)
    if asksPosterior {
      paper.spreadMap(over: structures, pdfs, on: tape)
    } else {
      paper.spreadPrior(over: pdfs, on: tape)
    }
  }

  public var network: any Network { paper }
  public var gradients: Addends { parts.gradients }
  public var memory: [String: any Encodable & Sendable] { ["beta": schedule] }

  /// Weight of the divergence that only the prior learns from. Adam makes it a matter of little: it
  /// only has to stand above what β adds.
  private static let priorWeight: Float = 1e-2

  public func accumulateGradients(step: Int) -> TrainingRecord {
    nonisolated(unsafe) let objective = self
    var record = parts.run(
      plan.indices(of: step, over: training.structures.count),
      from: RandomGenerator(seed: plan.seed).branch(step)
    ) { objective.losses(of: $0, from: &$1, on: $2) }
    if asksPosterior { record[PaperLoss.beta] = Double(schedule.value) }
    return record
  }

  /// What some structures lose.
  private func losses(
    of indices: ArraySlice<Int>, from random: inout RandomGenerator, on tape: Tape
  ) -> PaperParts.Losses {
    let batch = training.batch(of: indices, bondsFrom: &random, noise: noise, on: tape)
    guard asksPosterior else {
      let prior = paper.prior(of: batch.pdfs, on: tape)
      place(indices, prior)
      let error = paper.error(ofDrawFrom: prior, batch.structures, from: &random, on: tape)
      return (error, [(PaperLoss.error, error)])
    }
    let noise = tape.constant(batch.structures.count, paper.dimensions)
    noise.withValues { for i in $0.indices { $0[i] = Float(random.normal()) } }
    let pass = paper.pass(batch.structures, pdfs: batch.pdfs, noise: noise, on: tape)
    place(indices, pass.posterior)
    var losses: [(factor: Float, term: Node)] = [
      (1 - share, pass.error), ((1 - share) * schedule.value, pass.divergence),
      ((1 - share) * Self.priorWeight, pass.divergenceOfPrior),
    ]
    if share > 0 {
      losses.append(
        (share, paper.error(ofDrawFrom: pass.prior, batch.structures, from: &random, on: tape)))
    }
    return (
      tape.total(losses), [(PaperLoss.error, pass.error), (PaperLoss.divergence, pass.divergence)]
    )
  }

  public func didTake(step: Int, _ record: inout TrainingRecord) {
    guard step % plan.stepsPerEpoch(over: training.structures.count) == 0 else { return }
    guard let (posterior, prior) = try? validate(step: step) else { return }
    record[PaperLoss.validation] = posterior
    record[PaperLoss.validationFromPDF] = prior
    if let posterior { schedule.advance(validationError: posterior) }
  }

  public func map() -> [MapPoint] {
    let all = Array(training.structures.indices)
    let tape = Tape(paper.parameters)
    for start in stride(from: 0, to: all.count, by: 64) {
      guard Processes.first({ shouldContinue() }) else { break }
      tape.reset()
      let part = all[start..<min(start + 64, all.count)]
      let (structures, pdfs) = training.batch(of: part, on: tape)
      place(
        part,
        asksPosterior
          ? paper.posterior(of: structures, pdfs, on: tape) : paper.prior(of: pdfs, on: tape))
    }
    return zip(clusters, places.withLock { $0 }).compactMap { cluster, place in
      place.map { MapPoint(cluster.shape, place: $0) }
    }
  }

  /// Keeps the means as the places of structures; each rank knows those of its own parts.
  private func place(_ indices: ArraySlice<Int>, _ gaussian: Gaussian) {
    let means = gaussian.rows.map { $0.mean.map(Double.init) }
    places.withLock { places in
      for (index, mean) in zip(indices, means) { places[index] = mean }
    }
  }

  /// The errors of the validation part: from a draw of the posterior where it learns, and from the
  /// prior's mean.
  ///
  /// - Throws: `Stopped`.
  private func validate(step: Int) throws -> (posterior: Double?, prior: Double) {
    let random = RandomGenerator(seed: plan.seed).branch(step)
    let prior = try paper.error(of: validation, while: shouldContinue) { [paper] _, pdfs, tape in
      paper.prior(of: pdfs, on: tape).mean
    }
    guard asksPosterior else { return (nil, prior) }
    let posterior = try paper.error(
      of: validation, while: shouldContinue
    ) { [paper, validation] range, pdfs, tape in
      var random = random.branch(range.lowerBound)
      return paper.posterior(of: Array(validation.structures[range]), pdfs, on: tape)
        .sample(from: &random, on: tape)
    }
    return (posterior, prior)
  }
}

extension TrainingPlan {
  /// Steps of an epoch over so many structures; the last takes what is left.
  public func stepsPerEpoch(over count: Int) -> Int { (count + batch - 1) / batch }

  /// The same plan for so many passes over structures, at least one step.
  func lasting(_ epochs: Double, over count: Int) -> TrainingPlan {
    var plan = self
    plan.steps = max(1, Int((epochs * Double(stepsPerEpoch(over: count))).rounded()))
    return plan
  }

  /// The structures of a step's batch, epoch by epoch in random order.
  func indices(of step: Int, over count: Int) -> ArraySlice<Int> {
    let (epoch, part) = step.quotientAndRemainder(dividingBy: stepsPerEpoch(over: count))
    var random = RandomGenerator(seed: seed).branch(-1 - epoch)
    let order = Array(0..<count).shuffled(using: &random)
    return order[part * batch..<min((part + 1) * batch, count)]
  }
}
