import Numerics
import Tensors

/// A batch of Gaussians in the latent plane with independent components.
package struct Gaussian {
  package let mean: Node  // [batch, latent]
  package let deviation: Node  // [batch, latent]

  /// From a network's output [batch, 2 · latent]: means in units of `spread`, and logarithms of
  /// deviations.
  init(_ output: Node, latent: Int, spread: Float, on tape: Tape) {
    mean = tape.scaled(tape.columns(0..<latent, of: output), by: spread)
    deviation = tape.exponential(tape.columns(latent..<2 * latent, of: output))
  }

  /// One draw from each, through which gradients flow.
  func sample(from random: inout RandomGenerator, on tape: Tape) -> Node {
    let noise = tape.constant(mean.rows, mean.columns)
    noise.withValues { for i in $0.indices { $0[i] = Float(random.normal()) } }
    return tape.sample(mean: mean, deviation: deviation, noise: noise)
  }

  /// Σ KL(self‖other) [1, 1].
  func divergence(from other: Gaussian, on tape: Tape) -> Node {
    tape.divergence((mean, deviation), from: (other.mean, other.deviation))
  }

  init(mean: Node, deviation: Node) {
    self.mean = mean
    self.deviation = deviation
  }
}
