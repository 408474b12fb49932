import Foundation
import Synchronization

/// The processes that share the work of one script, on one machine or many, where mpirun or srun
/// started several.
///
/// All run the same script and so have the same values. The first rank alone reads and writes files
/// and prints; what it finds there, it tells the others (`first`). Work of many independent pieces is
/// divided, and every rank gets all results, in their order (`map`). So results depend on neither the
/// number of ranks nor that of threads.
///
/// Ranks meet at every `first` and `map`, in the same order. Both are for the main thread; within a
/// piece of divided work, and in other threads, a rank is by itself.
public enum Processes {
  /// Which rank this is, from 0.
  public private(set) nonisolated(unsafe) static var own = 0

  /// How many ranks there are.
  public private(set) nonisolated(unsafe) static var count = 1

  /// How many of them are on this machine.
  package private(set) nonisolated(unsafe) static var here = 1

  /// Cores of this machine that its ranks may use; nil where nothing is known of ranks.
  private(set) nonisolated(unsafe) static var cores: Int?

  /// Whether this process is the one that reads, writes and prints.
  public static var isFirst: Bool { own == 0 }

  /// Within a piece of divided work, or of what one rank does for all.
  @TaskLocal static var isByItself = false

  /// Whether the first rank goes on without the others, after Ctrl-C.
  nonisolated(unsafe) static var isAlone = false

  /// Whether ranks stay together after Ctrl-C.
  nonisolated(unsafe) static var staysTogether = false

  /// Does work of whose state each rank has a part: after Ctrl-C it is to end by itself, on all ranks
  /// alike, and the first goes on alone after it.
  public static func together<T>(_ body: () -> T) -> T {
    staysTogether = true
    defer { staysTogether = false }
    return body()
  }

  /// Whether the first rank has ended.
  nonisolated(unsafe) static var isOver = false

  /// How often ranks have met.
  nonisolated(unsafe) static var meetings = 0

  /// Whether other ranks take part in what is done here.
  static var sharesWork: Bool { count > 1 && !isAlone && !isByItself && Thread.isMainThread }

  // MARK: Beginning and end

  /// Joins the other ranks, if this process was started as one of several.
  ///
  /// - Returns: false where they cannot be joined.
  public static func start() -> Bool {
    guard Wire.isRank else { return true }
    guard let (own, count, here) = Wire.start() else { return false }
    (self.own, self.count, self.here) = (own, count, here)
    if ProcessInfo.processInfo.environment["DEEPSTRUC_THREADS"] == nil { cores = Wire.widen() }
    if own > 0 {
      let nowhere = open("/dev/null", O_WRONLY)
      dup2(nowhere, 1)
      close(nowhere)
    }
    atexit { Processes.end() }
    requireOneKindOfProcessor()
    return true
  }

  /// What this rank will tell that its work came to; 0 where all went well.
  public nonisolated(unsafe) static var status: Int32 = 70

  /// What it said last of an error, where it is not the first.
  public nonisolated(unsafe) static var lastError = ""

  /// The status of work that Ctrl-C ended.
  static let interrupted: Int32 = 130

  private static let wasInterrupted = Atomic(false)

  /// Takes note of Ctrl-C; safe in a signal handler.
  public static func noteInterrupt() { wasInterrupted.store(true, ordering: .relaxed) }

  static var isInterrupted: Bool { wasInterrupted.load(ordering: .relaxed) }
}
