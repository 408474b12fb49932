import Foundation

/// Adam (Kingma and Ba 2015, arXiv:1412.6980), with decoupled weight decay where it is not zero
/// (Loshchilov and Hutter 2019, arXiv:1711.05101).
public struct Adam: Sendable {
  public var decay: Float = 0
  public var beta1: Float = 0.9
  public var beta2: Float = 0.999
  public var epsilon: Float = 1e-8
  /// Steps taken.
  public var step = 0
  /// Running means of gradients and of their squares, one value a parameter.
  public let first: Buffer
  public let second: Buffer

  public init(count: Int, decay: Float = 0) {
    first = Buffer(count: count)
    second = Buffer(count: count)
    self.decay = decay
  }

  /// One step against the sum of the gradients in `shards`, added in their order.
  ///
  /// Pieces of fixed size go to the threads: every parameter sees the same arithmetic whatever
  /// their number.
  public mutating func update(_ values: Buffer, gradients shards: [Buffer], rate: Float) {
    step += 1
    let correction1 = 1 - powf(beta1, Float(step))
    let correction2 = 1 - powf(beta2, Float(step))
    let (m, v, x) = (first, second, values)
    let (beta1, beta2, epsilon, decay) = (beta1, beta2, epsilon, decay)
    let piece = 1 << 16
    Threads.perform((values.count + piece - 1) / piece) { index in
      let range = index * piece..<min((index + 1) * piece, x.count)
      let gradient = shards[0].pointer
      for shard in shards.dropFirst() {
        accumulate(
          gradient + range.lowerBound, shard.pointer + range.lowerBound, range.count)
      }
      for i in range {
        let g = gradient[i]
        m.pointer[i] = beta1 * m.pointer[i] + (1 - beta1) * g
        v.pointer[i] = beta2 * v.pointer[i] + (1 - beta2) * g * g
        let size = (v.pointer[i] / correction2).squareRoot() + epsilon
        x.pointer[i] -= rate * (m.pointer[i] / correction1 / size + decay * x.pointer[i])
      }
    }
  }
}
