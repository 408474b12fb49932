import Clusters
import Classifying
import Foundation
import Generative
import Script

extension TreeTrainer {
  /// For the shapes that the training part of a data set holds.
  init(_ data: Dataset, plan: TreePlan) {
    self.init(
      data.trainingShapes.map { data.catalogue.shapes[$0] }, of: data.catalogue.name, plan: plan)
  }

  /// Grows trees with a progress line, until the plan is done, the time is up or Ctrl-C.
  func run(minutes: Double?, in session: Session) throws -> TreeClassifier {
    let progress = session.progress("training", total: plan.rounds)
    defer { progress.end() }
    let start = Date()
    let interrupt = session.interrupt
    var isStopped = false
    let tree = try run(shouldBegin: { !interrupt.isRaised }) {
      let loss = $0.loss
      progress.update($0.round, String(format: "loss %.3f", loss))
      isStopped = interrupt.isRaised
      return !isStopped && (minutes.map { -start.timeIntervalSinceNow < $0 * 60 } ?? true)
    }
    if isStopped {
      interrupt.clear()
      session.warn(
        "stopped after \(tree.trees.rounds) of \(plan.rounds) rounds; these are the trees so far")
    }
    return tree
  }
}
