import Numerics
import Foundation

/// Adam (Kingma and Ba 2015, arXiv:1412.6980), with decoupled weight decay where it is not zero
/// (Loshchilov and Hutter 2019, arXiv:1711.05101).
public struct Adam: Sendable {
  public var decay: Float = 0
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon: Float = 1e-8
  /// Steps taken.
  public var step = 0
  /// Running means of gradients and of their squares, one value a parameter.
  public let first: Buffer
  public let second: Buffer
  /// Where ranks divide the steps, each has the moments of its own slice.
  private var slices: Slices?

  public init(count: Int, decay: Float = 0) {
    first = Buffer(count: count)
    second = Buffer(count: count)
    self.decay = decay
  }

  /// One step against the sum of the gradients, added in their order.
  ///
  /// A sum longer than `longest` is shortened to it, so that one odd batch does not raise the
  /// running means for a thousand steps.
  ///
  /// Pieces of fixed size go to the ranks and threads: every parameter sees the same arithmetic
  /// whatever their number.
  public mutating func update(
    _ values: Buffer, gradients: Addends, rate: Float, longest: Float = .infinity
  ) {
    step += 1
    let slices = Slices(
      of: values.count, atMost: 1 << 16, areDivided: gradients.areDivided)
    slices.collect(gradients)
    let buffers = gradients.buffers
    var shortening: Float = 1
    if longest < .infinity {
      let squares = slices.map { Self.add(buffers, $0, measuring: true) }
      let length = squares.reduce(0, +).squareRoot()
      if length > longest { shortening = longest / length }
    } else if buffers.count > 1 {
      slices.perform { _ = Self.add(buffers, $0, measuring: false) }
    }
    let move = Move(self, values, gradient: buffers[0], rate: rate, shortening: shortening)
    slices.perform { move($0) }
    slices.join(values)
    self.slices = slices
  }

  /// Brings the moments of all ranks together, as for a checkpoint; all ranks do it, or none.
  public func joinMoments() {
    slices?.join(first)
    slices?.join(second)
  }

  /// Adds all buffers into the first, and measures the square of the sum where it is asked for.
  private static func add(_ buffers: [Buffer], _ range: Range<Int>, measuring: Bool) -> Float {
    let sum = buffers[0].pointer + range.lowerBound
    for buffer in buffers.dropFirst() {
      accumulate(sum, buffer.pointer + range.lowerBound, range.count)
    }
    return measuring ? dot(sum, sum, range.count) : 0
  }
}

/// The arithmetic of one step:
///
/// x −= rate · (m/(1 − β₁ᵗ) / (√v/√(1 − β₂ᵗ) + ε) + decay · x).
private struct Move: @unchecked Sendable {
  private let x, m, v, gradient: UnsafeMutablePointer<Float>
  private let beta1, beta2, fresh1, fresh2: Float
  private let stride, root, epsilon, shrinking, shortening: Float

  init(_ adam: Adam, _ values: Buffer, gradient: Buffer, rate: Float, shortening: Float) {
    (x, m, v) = (values.pointer, adam.first.pointer, adam.second.pointer)
    self.gradient = gradient.pointer
    (beta1, beta2) = (Float(adam.beta1), Float(adam.beta2))
    (fresh1, fresh2) = (Float(1 - adam.beta1), Float(1 - adam.beta2))
    stride = Float(Double(rate) / (1 - pow(adam.beta1, Double(adam.step))))
    root = Float(1 / (1 - pow(adam.beta2, Double(adam.step))).squareRoot())
    epsilon = adam.epsilon
    shrinking = 1 - rate * adam.decay
    self.shortening = shortening
  }

  func callAsFunction(_ range: Range<Int>) {
    for i in range {
      let g = gradient[i] * shortening
      let mean = beta1 * m[i] + fresh1 * g
      let square = beta2 * v[i] + fresh2 * g * g
      (m[i], v[i]) = (mean, square)
      x[i] = shrinking * x[i] - stride * mean / (square.squareRoot() * root + epsilon)
    }
  }
}
