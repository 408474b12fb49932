import Foundation

extension Trainer {
  /// Trains to the end of the plan, or as long as it is wanted.
  ///
  /// - Parameters:
  ///   - history: records of a training that goes on.
  ///   - checkpoint: file to write every thousand steps and at the end.
  ///   - shouldContinue: is told of every step, and answers whether to take another.
  /// - Returns: the model so far.
  /// - Throws: what writing the checkpoint throws.
  public func run(
    history: [TrainingRecord] = [], checkpoint: URL? = nil, shouldContinue: (TrainingRecord) -> Bool
  ) throws -> Model {
    var history = history
    var recent: [TrainingRecord] = []
    let start = Date().addingTimeInterval(-(history.last?.seconds ?? 0))
    let plan = objective.plan
    func model() -> Model {
      Model(objective.network, map: objective.map(), plan: plan, history: history)
    }
    func write() throws {
      guard let checkpoint else { return }
      try Checkpoint(model(), optimiser: optimiser, beta: objective.beta)
        .write(to: checkpoint)
    }
    while step < plan.steps {
      recent.append(advance())
      recent[recent.count - 1].seconds = Date().timeIntervalSince(start)
      let last = recent[recent.count - 1]
      if step % Self.recordLength == 0 {
        history.append(TrainingRecord(meanOf: recent))
        recent = []
      }
      if !shouldContinue(last) { break }
      if step % 1000 == 0, step < plan.steps { try write() }
    }
    if !recent.isEmpty { history.append(TrainingRecord(meanOf: recent)) }
    try write()
    return model()
  }

  /// Steps that one record of the history averages over.
  private static let recordLength = 250
}

extension TrainingRecord {
  /// The sum of the parts of a step.
  init(sumOf parts: [TrainingRecord]) {
    self.init(parts, factor: 1)
  }

  /// The mean over steps, at the time of the last.
  init(meanOf steps: [TrainingRecord]) {
    self.init(steps, factor: 1 / Double(max(steps.count, 1)))
    step = steps.last?.step ?? 0
    seconds = steps.last?.seconds ?? 0
    paper = PaperLosses(meanOf: steps.compactMap(\.paper))
  }

  private init(_ parts: [TrainingRecord], factor: Double) {
    for part in parts {
      structureError += factor * part.structureError
      presence += factor * part.presence
      surprise += factor * part.surprise
      divergence += factor * part.divergence
      bondError += factor * part.bondError
      correctionError += factor * part.correctionError
    }
  }
}
