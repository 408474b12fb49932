extension Processes {
  /// The sum of buffers of which each rank has computed every so many-th, in the first of them.
  ///
  /// Each rank takes a slice of all buffers, adds it in their order, as one rank would, and sends it
  /// to all: a sum that does not depend on the number of ranks.
  static func sum(of buffers: [Buffer]) -> Buffer {
    let target = buffers[0]
    let owned = (0..<count).map { (buffers.count - $0 + count - 1) / count }
    let bounds = (0...count).map { $0 * target.count / count }
    let slices = (0..<count).map { bounds[$0 + 1] - bounds[$0] }
    var send: [Float] = []
    send.reserveCapacity(owned[own] * target.count)
    for rank in 0..<count {
      for part in stride(from: own, to: buffers.count, by: count) {
        send += UnsafeBufferPointer(
          start: buffers[part].pointer + bounds[rank], count: slices[rank])
      }
    }
    var received = [Float](repeating: 0, count: buffers.count * slices[own])
    Wire.exchange(send, slices, owned: owned, &received)
    let starts = owned.indices.map { owned[..<$0].reduce(0, +) }
    func slice(_ part: Int) -> Int { (starts[part % count] + part / count) * slices[own] }
    var sum = Array(received[..<slices[own]])
    for part in buffers.indices.dropFirst() {
      let start = slice(part)
      for i in sum.indices { sum[i] += received[start + i] }
    }
    Wire.join(sum, slices, into: target.pointer)
    return target
  }
}
