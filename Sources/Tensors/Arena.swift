import Numerics

/// Memory that a tape hands out and takes back all at once.
///
/// What one pass needed beyond the first chunk is one chunk for the next: a training allocates
/// until it has met its largest batch, and never again.
struct Arena {
  private static let chunk = 1 << 20
  private var buffers: [Buffer] = []
  private var used = 0  // of the last buffer
  private var taken = 0  // since the last reset

  /// Floats held.
  var capacity: Int { buffers.reduce(0) { $0 + $1.count } }

  /// `count` floats, not cleared.
  mutating func take(_ count: Int) -> UnsafeMutablePointer<Float> {
    let padded = (count + 15) & ~15  // every block starts on a cache line
    if buffers.isEmpty || used + padded > buffers[buffers.count - 1].count {
      buffers.append(Buffer(count: max(padded, Self.chunk)))
      used = 0
    }
    defer { (used, taken) = (used + padded, taken + padded) }
    return buffers[buffers.count - 1].pointer + used
  }

  /// Takes everything back.
  mutating func reset() {
    if buffers.count > 1 {
      buffers = []  // before the new one comes, so that both never stand side by side
      buffers = [Buffer(count: taken)]
    }
    (used, taken) = (0, 0)
  }
}
