import Foundation
import Numerics
import Tensors

extension Trainer {
  /// Trains to the end of the plan, or as long as it is wanted.
  ///
  /// - Parameters:
  ///   - history: records of a training that goes on.
  ///   - checkpoint: file to write at the end, and whenever so many steps have been taken.
  ///   - failure: is told where the checkpoint cannot be written; the training goes on.
  ///   - shouldContinue: receives the record of every step, and says whether to take another.
  /// - Returns: the model so far.
  public func run(
    history: [TrainingRecord] = [], checkpoint: URL? = nil, every steps: Int = 1000,
    failure: (any Error) -> Void = { _ in }, shouldContinue: (TrainingRecord) -> Bool
  ) -> Model {
    var history = history
    var recent: [TrainingRecord] = []
    let start = Date().addingTimeInterval(-(history.last?.seconds ?? 0))
    let (plan, losses) = (objective.plan, objective.network.family.losses)
    func model() -> Model {
      Model(objective.network, map: objective.map(), plan: plan, history: history)
    }
    func write(_ model: @autoclosure () -> Model) {
      optimiser.joinMoments()
      guard let checkpoint else { return }
      do {
        try Checkpoint(model(), optimiser: optimiser, memory: objective.memory)
          .write(to: checkpoint)
      } catch {
        failure(error)
      }
    }
    // Each rank has moments of its own.
    return Processes.together {
      while step < plan.steps {
        var record = advance()
        // The time that it took and whether it goes on are for one to say.
        let goesOn = Processes.first {
          record.seconds = Date().timeIntervalSince(start)
          return Progressed(seconds: record.seconds, isWanted: shouldContinue(record))
        }
        record.seconds = goesOn.seconds
        recent.append(record)
        if step % Self.recordLength(at: step) == 0 {
          history.append(TrainingRecord(meanOf: recent, losses))
          recent = []
        }
        if !goesOn.isWanted { break }
        if step % steps == 0, step < plan.steps { write(model()) }
      }
      if !recent.isEmpty { history.append(TrainingRecord(meanOf: recent, losses)) }
      let last = model()
      write(last)
      return last
    }
  }

  private struct Progressed: Codable {
    let seconds: Double
    let isWanted: Bool
  }

  /// Steps that one record of the history averages over: few at first, when losses fall fast.
  private static func recordLength(at step: Int) -> Int {
    step <= 100 ? 10 : step <= 1000 ? 50 : 250
  }
}
