import FoundationEssentials
import Glibc
import Numerics
import Synchronization

/// Watches how much memory the program holds, so that a script that wants too much ends in a
/// message and not in the end of the program.
struct MemoryLimit {
  /// Words that were made since the last look; a look costs some microseconds.
  private var spent = 0

  private static let betweenLooks = 1 << 20

  /// Counts words of memory that were made.
  ///
  /// - Throws: `Complaint` where the program holds too much.
  @inline(__always)
  mutating func spend(_ words: Int) throws {
    spent += words
    guard spent > Self.betweenLooks else { return }
    spent = 0
    try Self.look()
  }

  /// Counts words that the elements of a list need, wherever they are made.
  ///
  /// - Throws: `Complaint` where the program holds too much.
  static func count(_ words: Int) throws {
    guard counted.add(words, ordering: .relaxed).newValue > betweenLooks else { return }
    counted.store(0, ordering: .relaxed)
    try look()
  }

  private static let counted = Atomic<Int>(0)

  private static func look() throws {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return
    }
    let pages = text.split(separator: " ").compactMap { Int($0) }
    guard pages.count > 1 else { return }
    for (pages, most) in [(pages[0], mostAddresses), (pages[1], most)]
    where pages * page > most {
      throw Complaint(
        "the script needs more than \(most >> 20) MB of memory",
        suggestion: "fewer or shorter lists; the limit is half of the memory there is")
    }
  }

  private static let page = sysconf(Int32(_SC_PAGESIZE))

  /// Half of the machine's memory, or of the control group's, in bytes, over the ranks on it.
  private static let most: Int = {
    var limits = [max(sysconf(Int32(_SC_PHYS_PAGES)), 0) * page]
    for path in ["memory.max", "memory/memory.limit_in_bytes"] {
      let text = try? String(contentsOfFile: "/sys/fs/cgroup/\(path)", encoding: .utf8)
      if let bytes = text.flatMap({ Int($0.filter(\.isNumber)) }) { limits.append(bytes) }
    }
    return (limits.filter { $0 > 0 }.min() ?? Int.max) / 2 / Processes.here
  }()

  /// Most of what the shell allows in addresses, of which some lie idle.
  private static let mostAddresses: Int = {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    return Int(clamping: limit.rlim_cur) / 5 * 4
  }()
}
