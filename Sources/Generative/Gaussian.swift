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

extension Gaussian {
  /// One Gaussian of a batch.
  struct Values: Sendable {
    let mean: [Float]  // [latent]
    let deviation: [Float]  // [latent]
  }

  /// The Gaussians of a batch one by one.
  var rows: [Values] {
    let (means, deviations) = (mean.array, deviation.array)
    return (0..<mean.rows).map { row in
      let columns = row * mean.columns..<(row + 1) * mean.columns
      return Values(mean: Array(means[columns]), deviation: Array(deviations[columns]))
    }
  }

  /// Given Gaussians, without gradients.
  init(_ rows: [Values], on tape: Tape) {
    let latent = rows.first?.mean.count ?? 0
    self.init(
      mean: tape.constant(rows.flatMap(\.mean), rows.count, latent),
      deviation: tape.constant(rows.flatMap(\.deviation), rows.count, latent))
  }
}
