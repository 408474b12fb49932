import Synchronization

/// The wish of the user to stop what runs; safe to use from any thread and from a signal handler.
public final class Interrupt: Sendable {
  private let flag = Atomic<Bool>(false)

  /// That of the session that runs on this thread, for values, which know no session.
  @TaskLocal static var running: Interrupt?

  public init() {}

  /// Long work looks here often and ends soon.
  @inline(__always)
  public var isRaised: Bool { flag.load(ordering: .relaxed) }

  public func raise() { flag.store(true, ordering: .relaxed) }

  public func clear() { flag.store(false, ordering: .relaxed) }

  /// Whether what runs on this thread is to end.
  package static var isRaisedHere: Bool { running?.isRaised ?? false }

  /// Ends what runs on this thread if the user asked for it.
  ///
  /// - Throws: `Interrupted`.
  package static func check() throws {
    if isRaisedHere { throw Interrupted() }
  }
}

extension Sequence {
  /// `transform` of each element, in order, until Ctrl-C: lists have millions of elements.
  ///
  /// - Throws: `Interrupted`, `Complaint` where the memory is full, and what `transform` throws.
  func mapUntilInterrupt<T>(_ transform: (Element) throws -> T) throws -> [T] {
    let interrupt = Interrupt.running
    try MemoryLimit.count(2 * underestimatedCount)
    var results: [T] = []
    results.reserveCapacity(underestimatedCount)
    for element in self {
      if results.count % 1024 == 0, interrupt?.isRaised == true { throw Interrupted() }
      results.append(try transform(element))
    }
    return results
  }

  /// The elements in order, until Ctrl-C.
  ///
  /// - Throws: `Interrupted`.
  func sortedUntilInterrupt(
    by areInIncreasingOrder: (Element, Element) -> Bool
  ) throws -> [Element] {
    let interrupt = Interrupt.running
    return try sorted {
      if interrupt?.isRaised == true { throw Interrupted() }
      return areInIncreasingOrder($0, $1)
    }
  }
}
