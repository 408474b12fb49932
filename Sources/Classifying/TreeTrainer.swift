import Numerics
import Clusters
import Foundation
import Scattering
import Tensors

/// How far the training of a tree classifier had come after a round.
public struct TreeRecord: Codable, Hashable, Sendable {
  public let round: Int
  /// Seconds since the training began.
  public let seconds: Double
  /// Mean cross entropy over the PDFs of the training.
  public let loss: Double
}

/// Trains a tree classifier on simulated PDFs of a catalogue's shapes.
///
/// The same plan gives the same trees on any machine: random numbers belong to a PDF, not to a
/// thread, and XGBoost runs on one thread.
public struct TreeTrainer: Sendable {
  public let shapes: [Shape]
  public let catalogue: String
  public let plan: TreePlan

  public init(_ shapes: [Shape], of catalogue: String, plan: TreePlan) {
    self.shapes = shapes
    self.catalogue = catalogue
    self.plan = plan
  }

  /// Grows trees round by round, as long as they are wanted.
  ///
  /// - Parameters:
  ///   - shouldBegin: is asked while PDFs are simulated, before the first round.
  ///   - shouldContinue: is told of every round, and answers whether to begin another.
  /// - Throws: `ScatteringError` where the conditions are impossible, `Booster.Failure`, `Stopped`
  ///   before the first round.
  public func run(
    shouldBegin: @Sendable () -> Bool = { true }, shouldContinue: (TreeRecord) -> Bool
  ) throws -> TreeClassifier {
    let start = Date()
    let booster = try Booster(
      features: try features(while: shouldBegin), columns: TreeFeatures.count,
      labels: shapes.indices.flatMap { Array(repeating: $0, count: plan.pdfs) },
      classes: shapes.count, plan: plan)
    var history: [TreeRecord] = []
    while booster.rounds < plan.rounds {
      let loss = try booster.advance()
      let record = TreeRecord(
        round: booster.rounds, seconds: Processes.first { Date().timeIntervalSince(start) },
        loss: loss)
      history.append(record)
      if !Processes.first({ shouldContinue(record) }) { break }
    }
    let trees = try BoostedTrees(
      xgboost: booster.model(), classes: shapes.count, depth: plan.depth)
    return TreeClassifier(trees, shapes: shapes, of: catalogue, plan: plan, history: history)
  }

  /// The features of simulated PDFs, those of a shape side by side.
  package func features(
    while shouldContinue: @Sendable () -> Bool = { true }
  ) throws -> [Float] {  // [shapes, pdfs, TreeFeatures.count]
    let random = RandomGenerator(seed: plan.seed)
    return try Workers.map(shapes.count * plan.pdfs, while: shouldContinue) { row in
      var random = random.branch(row)
      let drawn = DrawnConditions(plan.conditions, from: &random)
      let shape = shapes[row / plan.pdfs]
      // 0.02 Å are fine enough to be read at any distance.
      return TreeFeatures.values(
        of: try drawn.pdf(
          of: try Cluster(shape, of: .gold, bond: drawn.bond), rstep: 0.02, noiseFrom: &random))
    }.flatMap { $0 }
  }
}
