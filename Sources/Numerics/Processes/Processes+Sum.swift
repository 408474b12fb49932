extension Processes {
  /// The sum of buffers of which each rank has computed every so many-th, in the first of them.
  ///
  /// Each rank takes a slice of all buffers, adds it in their order, as one rank would, and sends it
  /// to all: a sum that does not depend on the number of ranks.
  static func sum(of buffers: [Buffer]) -> Buffer {
    let target = buffers[0]
    let bounds = (0...count).map { $0 * target.count / count }
    let slices = (0..<count).map { bounds[$0 + 1] - bounds[$0] }
    let owned = (0..<count).map { (buffers.count - $0 + count - 1) / count }
    let length = slices[own]
    let received = Buffer(count: max(buffers.count * length, 1))
    withExtendedLifetime(toSend(buffers, bounds)) {
      Wire.exchange($0.pointer, slices, owned: owned, into: received.pointer)
    }
    // Parts lie rank by rank there.
    let starts = owned.indices.map { owned[..<$0].reduce(0, +) }
    let sum = target.pointer + bounds[own]
    for part in buffers.indices {
      let slice = received.pointer + (starts[part % count] + part / count) * length
      if part == 0 {
        sum.update(from: slice, count: length)
      } else {
        for i in 0..<length { sum[i] += slice[i] }
      }
    }
    Wire.join(slices, in: target.pointer)
    return target
  }

  /// This rank's buffers, slice after slice; one alone is that already.
  private static func toSend(_ buffers: [Buffer], _ bounds: [Int]) -> Buffer {
    let mine = Array(stride(from: own, to: buffers.count, by: count))
    if mine.count == 1 { return buffers[mine[0]] }
    let sent = Buffer(count: mine.count * buffers[0].count)
    var place = sent.pointer
    for rank in 0..<count {
      let length = bounds[rank + 1] - bounds[rank]
      for part in mine {
        place.update(from: buffers[part].pointer + bounds[rank], count: length)
        place += length
      }
    }
    return sent
  }
}
