import Foundation

/// sin(q_k · i · step) for a list of q and grid points i from −`PairGrid.margin` on.
package struct SineTable: Sendable {
  package let values: [Float]  // [points, q]
  package let points: Int
  package let count: Int

  /// By the recurrence sin((i + 1)θ) = 2 cos θ sin(iθ) − sin((i − 1)θ), in double precision.
  ///
  /// Lines are multiplied by `line(i)`.
  package init(q: [Double], step: Double, points: Int, line: (Int) -> Double = { _ in 1 }) {
    let count = q.count
    let margin = PairGrid.margin
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
              let target = table + i * count
              let factor = line(i - margin)
              for k in 0..<count {
                let value = before[k]
                target[k] = Float(value * factor)
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
