import Glibc

/// Knows how much of the thread's stack is left, so that endless recursion ends in a message.
struct StackLimit {
  private let lowest: UInt

  /// The limit for the current thread: a quarter of its stack stays free for commands.
  ///
  /// Threads get as much as the main one by default, or 2 MB where that has no limit.
  init() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
    let size = UInt(min(limit.rlim_cur, 64 << 20))
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    lowest = address - (size == 64 << 20 ? 2 << 20 : size) / 4 * 3
  }

  /// - Throws: `Fault` where the stack is nearly used up.
  @inline(__always)
  func check(_ span: Span) throws {
    var here: UInt8 = 0
    let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
    if address < lowest {
      throw Fault(
        "too many calls inside calls", span, suggestion: "does a function call itself without end?")
    }
  }
}
