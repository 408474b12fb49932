import Foundation
import Script
import Synchronization

/// Raises the user's wish to stop where an input runs for long: scripts may loop for ever, and must
/// then end.
final class Clock: @unchecked Sendable {
  let interrupt = Interrupt()
  private let deadline = Atomic<UInt64>(.max)
  private let patience: UInt64

  /// - Parameter milliseconds: after which the wish is raised.
  init(milliseconds: UInt64) {
    patience = milliseconds * 1_000_000
    Thread.detachNewThread { [self] in
      while true {
        usleep(5000)
        if Self.now > deadline.load(ordering: .relaxed) { interrupt.raise() }
      }
    }
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  func start() { deadline.store(Self.now + patience, ordering: .relaxed) }

  func stop() {
    deadline.store(.max, ordering: .relaxed)
    usleep(0)
    interrupt.clear()
  }
}
