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

  /// The values as an array.
  public var array: [Float] {
    get { Array(UnsafeBufferPointer(start: pointer, count: count)) }
    set {
      precondition(newValue.count == count, "\(newValue.count) values for a buffer of \(count)")
      newValue.withUnsafeBufferPointer { pointer.update(from: $0.baseAddress!, count: count) }
    }
  }
}
