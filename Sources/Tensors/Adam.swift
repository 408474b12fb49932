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
  /// A sum longer than `longest` is shortened to it, so that one odd batch does not raise the
  /// running means for a thousand steps.
  ///
  /// Pieces of fixed size go to the threads: every parameter sees the same arithmetic whatever
  /// their number.
  public mutating func update(
    _ values: Buffer, gradients shards: [Buffer], rate: Float, longest: Float = .infinity
  ) {
    step += 1
    nonisolated(unsafe) let (m, v, x) = (first.pointer, second.pointer, values.pointer)
    nonisolated(unsafe) let gradient = shards[0].pointer
    let (beta1, beta2, epsilon, decay) = (beta1, beta2, epsilon, decay)
    let (piece, count) = (1 << 16, values.count)
    @Sendable func range(_ index: Int) -> Range<Int> {
      index * piece..<min((index + 1) * piece, count)
    }
    let squares = Threads.map((count + piece - 1) / piece) { index in
      let range = range(index)
      for shard in shards.dropFirst() {
        accumulate(gradient + range.lowerBound, shard.pointer + range.lowerBound, range.count)
      }
      return dot(gradient + range.lowerBound, gradient + range.lowerBound, range.count)
    }
    let length = squares.reduce(0, +).squareRoot()
    let shortening = length > longest ? longest / length : 1
    let correction1 = 1 - powf(beta1, Float(step))
    let correction2 = 1 - powf(beta2, Float(step))
    Threads.perform(squares.count) { index in
      for i in range(index) {
        let g = gradient[i] * shortening
        m[i] = beta1 * m[i] + (1 - beta1) * g
        v[i] = beta2 * v[i] + (1 - beta2) * g * g
        let size = (v[i] / correction2).squareRoot() + epsilon
        x[i] -= rate * (m[i] / correction1 / size + decay * x[i])
      }
    }
  }
}
