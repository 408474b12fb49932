import Synchronization

/// Counts pieces of work over all threads, and asks whether to go on.
final class SharedProgress: Sendable {
  private let done = Mutex(0)
  private let isStopped = Atomic(false)
  private let total: Double
  private let shouldContinue: @Sendable (Double) -> Bool

  init(of total: Double, _ shouldContinue: @escaping @Sendable (Double) -> Bool) {
    self.total = max(total, 1)
    self.shouldContinue = shouldContinue
  }

  /// False where the work is to end.
  func goesOn() -> Bool {
    if isStopped.load(ordering: .relaxed) { return false }
    if shouldContinue(done.withLock { min(1, Double($0) / total) }) { return true }
    isStopped.store(true, ordering: .relaxed)
    return false
  }

  /// One more piece is done.
  func step() { done.withLock { $0 += 1 } }
}
