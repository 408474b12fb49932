import COpenBLAS
import Foundation

/// Runs independent pieces of work on all cores.
public enum Threads {
  /// Cores in use; set it to 1 to compute everything on the calling thread.
  nonisolated(unsafe) public static var count = ProcessInfo.processInfo.activeProcessorCount

  /// Matrix products are single-threaded: work is divided above them, always in the same way, so
  /// that results do not depend on the number of threads.
  static let singleThreadedProducts: Void = openblas_set_num_threads(1)

  /// Calls `body` with 0 ..< pieces, in any order.
  public static func perform(_ pieces: Int, _ body: @Sendable (Int) -> Void) {
    _ = singleThreadedProducts
    guard count > 1, pieces > 1 else { return (0..<pieces).forEach(body) }
    DispatchQueue.concurrentPerform(iterations: pieces, execute: body)
  }

  /// The results of `body` for 0 ..< pieces, in order.
  public static func map<T: Sendable>(_ pieces: Int, _ body: @Sendable (Int) -> T) -> [T] {
    let results = Results<T>(pieces)
    perform(pieces) { results.slots[$0] = body($0) }
    return results.slots.compactMap { $0 }
  }

  /// A slot for each piece, so that no two threads write to one.
  private final class Results<T>: @unchecked Sendable {
    let slots: UnsafeMutableBufferPointer<T?>

    init(_ count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: nil)
    }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }
  }
}
