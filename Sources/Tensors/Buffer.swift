/// A block of zeroed floats at a fixed place in memory, aligned for vector loads.
///
/// Parameters, gradients and optimiser moments each are one buffer, so that the optimiser is one
/// loop and a checkpoint one write.
public final class Buffer: @unchecked Sendable {
  public let count: Int
  public let pointer: UnsafeMutablePointer<Float>

  public init(count: Int) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    pointer = raw.bindMemory(to: Float.self, capacity: max(count, 1))
  }

  deinit { pointer.deallocate() }

  /// Sets every value to zero.
  public func clear() { pointer.update(repeating: 0, count: count) }

  /// The values as an array.
  public var array: [Float] {
    get { Array(UnsafeBufferPointer(start: pointer, count: count)) }
    set {
      precondition(newValue.count == count, "\(newValue.count) values for a buffer of \(count)")
      newValue.withUnsafeBufferPointer { pointer.update(from: $0.baseAddress!, count: count) }
    }
  }
}

/// Memory that a tape hands out and takes back all at once.
///
/// Chunks are kept between uses: a training allocates in its first steps and never again.
struct Arena {
  private static let chunk = 1 << 20
  private var buffers: [Buffer] = []
  private var current = 0
  private var used = 0

  /// `count` floats, not cleared.
  mutating func take(_ count: Int) -> UnsafeMutablePointer<Float> {
    let padded = (count + 15) & ~15  // every block starts on a cache line
    while current < buffers.count, used + padded > buffers[current].count {
      current += 1
      used = 0
    }
    if current == buffers.count {
      buffers.append(Buffer(count: max(padded, Self.chunk)))
    }
    defer { used += padded }
    return buffers[current].pointer + used
  }

  /// Takes everything back.
  mutating func reset() {
    current = 0
    used = 0
  }
}
