import Synchronization

/// The wish of the user to stop what runs; safe to use from any thread and from a signal handler.
public final class Interrupt: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Long work looks here often and ends soon.
  @inline(__always)
  public var isRaised: Bool { flag.load(ordering: .relaxed) }

  public func raise() { flag.store(true, ordering: .relaxed) }

  public func clear() { flag.store(false, ordering: .relaxed) }
}
