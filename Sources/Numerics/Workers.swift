import COpenBLAS
import Foundation
import Synchronization

/// Runs independent pieces of work on all cores.
///
/// Work is divided in the same way whatever the number of workers, so that results do not depend
/// on it.
public enum Workers {
  /// The number of workers within `$limit.withValue(n) { … }`, where it is set.
  @TaskLocal public static var limit: Int?

  /// How many pieces run at a time: the limit, `DEEPSTRUC_THREADS`, or all cores, over the ranks on
  /// the machine.
  public static var count: Int { limit ?? standard }

  private static let standard = {
    let said = ProcessInfo.processInfo.environment["DEEPSTRUC_THREADS"].flatMap { Int($0) }
    let cores = Processes.cores ?? ProcessInfo.processInfo.activeProcessorCount
    let wanted = max(said ?? cores / Processes.here, 1)
    return min(wanted, max(addressableWorkers, 1))
  }()

  /// How many workers find room where the shell limits the addresses of a program; OpenBLAS takes
  /// 128 MB for each, and waits for ever where it does not get them.
  package static var addressableWorkers: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    return (Int(clamping: limit.rlim_cur) - 500_000_000) / 200_000_000
  }

  /// Matrix products are single-threaded: work is divided above them.
  package static let singleThreadedProducts: Void = openblas_set_num_threads(1)

  /// Calls `body` with 0 ..< pieces, in any order.
  public static func perform(_ pieces: Int, _ body: @Sendable (Int) -> Void) {
    _ = singleThreadedProducts
    if Processes.sharesWork {
      return Processes.$isByItself.withValue(true) { perform(pieces, body) }
    }
    let workers = min(count, pieces)
    guard workers > 1 else { return (0..<pieces).forEach(body) }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < pieces else { return }
        body(piece)
      }
    }
  }

  /// The results of `body` for 0 ..< pieces, in order.
  public static func map<T: Sendable>(_ pieces: Int, _ body: @Sendable (Int) -> T) -> [T] {
    let results = Slots<T>(pieces)
    perform(pieces) { results[$0] = body($0) }
    return results.filled
  }

  /// The results of `body` for 0 ..< pieces, in order, unless it is to end before.
  ///
  /// - Throws: the first error in the order of the pieces, or `Stopped`.
  public static func map<T: Sendable>(
    _ pieces: Int, while shouldContinue: @Sendable () -> Bool,
    _ body: @Sendable (Int) throws -> T
  ) throws -> [T] {
    let results = Slots<Result<T, any Error>>(pieces)
    perform(pieces) { piece in
      results[piece] = shouldContinue() ? Result { try body(piece) } : .failure(Stopped())
    }
    return try results.filled.map { try $0.get() }
  }

  /// `transform` of each element, in order; ends early where `shouldContinue`, which receives how
  /// many elements have been begun, returns false.
  ///
  /// - Returns: the results without those of elements that were not reached.
  public static func map<Element: Sendable, T: Sendable>(
    _ elements: [Element], while shouldContinue: @Sendable (Int) -> Bool,
    _ transform: @Sendable (Element) -> T
  ) -> [T] {
    let results = Slots<T>(elements.count)
    let done = Atomic(0)
    let isStopped = Atomic(false)
    perform(elements.count) { place in
      guard !isStopped.load(ordering: .relaxed) else { return }
      results[place] = transform(elements[place])
      let count = done.wrappingAdd(1, ordering: .relaxed).newValue
      if !shouldContinue(count) { isStopped.store(true, ordering: .relaxed) }
    }
    return results.filled
  }

  /// A slot for each piece, so that no two threads write to one.
  private final class Slots<T>: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<T?>

    init(_ count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: nil)
    }

    subscript(place: Int) -> T? {
      get { slots[place] }
      set { slots[place] = newValue }
    }

    var filled: [T] { slots.compactMap { $0 } }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }
  }
}

/// Work that was asked to end before it was done.
public struct Stopped: Error {
  package init() {}
}
