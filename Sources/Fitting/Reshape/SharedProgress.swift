import Synchronization

/// Counts pieces of work over all threads, and asks whether to go on.
final class SharedProgress: Sendable {
  private let done = Mutex(0)
  private let isStopped = Atomic(false)
  private let total: Double
  private let answer: @Sendable (Double) -> Bool

  init(of total: Double, _ answer: @escaping @Sendable (Double) -> Bool) {
    self.total = max(total, 1)
    self.answer = answer
  }

  /// False where the work is to end.
  func shouldContinue() -> Bool {
    if isStopped.load(ordering: .relaxed) { return false }
    if answer(done.withLock { min(1, Double($0) / total) }) { return true }
    isStopped.store(true, ordering: .relaxed)
    return false
  }

  /// One more piece is done.
  func step() { done.withLock { $0 += 1 } }
}
