import Foundation

/// sin(q_k · i · step) for a list of q and grid points i from −margin on.
struct SineTable: Sendable {
  let values: [Float]  // [points, q]
  let points: Int
  let count: Int

  /// By the recurrence sin((i + 1)θ) = 2 cos θ sin(iθ) − sin((i − 1)θ), in double precision.
  init(q: [Double], step: Double, points: Int, margin: Int = PairGrid.margin) {
    let count = q.count
    var before = q.map { sin(-Double(margin) * $0 * step) }
    var now = q.map { sin(Double(1 - margin) * $0 * step) }
    let twice = q.map { 2 * cos($0 * step) }
    self.points = points
    self.count = count
    values = [Float](unsafeUninitializedCapacity: points * count) { buffer, filled in
      let table = buffer.baseAddress.unsafelyUnwrapped
      before.withUnsafeMutableBufferPointer { before in
        now.withUnsafeMutableBufferPointer { now in
          twice.withUnsafeBufferPointer { twice in
            for i in 0..<points {
              let line = table + i * count
              for k in 0..<count {
                let value = before[k]
                line[k] = Float(value)
                let next = twice[k] * now[k] - value
                before[k] = now[k]
                now[k] = next
              }
            }
          }
        }
      }
      filled = points * count
    }
  }
}
