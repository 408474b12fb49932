import Foundation

extension Tape {
  /// −Σ log p(z) over the rows [1, 1], of mixtures of Gaussians with independent components,
  ///
  /// p(z) = Σ_k w_k Π_l N(z_l; μ_kl, σ_kl).
  ///
  /// - Parameters:
  ///   - z: a place in each row `[rows, dimensions]`.
  ///   - mixture: of each row logits of the weights, then means in units of `spread`, then
  ///     logarithms of deviations over a least one, `[rows, components · (1 + 2 · dimensions)]`.
  ///   - pull: what gradients that reach z are multiplied by.
  public func mixtureSurprise(
    of z: Node, under mixture: Node, spread: Float, least: Float, pull: Float
  ) -> Node {
    let dimensions = z.columns
    let components = mixture.columns / (1 + 2 * dimensions)
    precondition(
      mixture.columns == components * (1 + 2 * dimensions) && z.rows == mixture.rows,
      "mixtures [\(mixture.rows), \(mixture.columns)] for places [\(z.rows), \(dimensions)]")
    let loss = result(1, 1)
    let weights = scratch(z.rows * components)
    let shares = scratch(z.rows * components)  // of each component in p
    var sum = 0.0
    for row in 0..<z.rows {
      let (place, output) = (z.values + row * dimensions, mixture.values + row * mixture.columns)
      let (weight, share) = (weights + row * components, shares + row * components)
      softmax(output, into: weight, components)
      for k in 0..<components {
        let mean = output + components + k * dimensions
        let deviation = mean + components * dimensions
        var exponent: Float = 0
        for l in 0..<dimensions {
          let sigma = least + expf(deviation[l])
          let step = (place[l] - spread * mean[l]) / sigma
          exponent -= logf(sigma) + step * step / 2
        }
        share[k] = logf(max(weight[k], .leastNormalMagnitude)) + exponent
      }
      let highest = (0..<components).reduce(-Float.infinity) { max($0, share[$1]) }
      let total = softmax(share, into: share, components)
      sum -= Double(highest + logf(total)) - Double(dimensions) / 2 * log(2 * .pi)
    }
    loss.values[0] = Float(sum)
    record {
      let factor = loss.gradients![0]
      let (dz, doutput) = (z.gradients, mixture.gradients)
      for row in 0..<z.rows {
        let place = z.values + row * dimensions
        let output = mixture.values + row * mixture.columns
        for k in 0..<components {
          let share = factor * shares[row * components + k]
          let first = row * mixture.columns + components + k * dimensions
          doutput?[row * mixture.columns + k] +=
            factor * weights[row * components + k] - share
          for l in 0..<dimensions {
            let spreading = expf(mixture.values[first + components * dimensions + l])
            let sigma = least + spreading
            let step = (place[l] - spread * output[components + k * dimensions + l]) / sigma
            dz?[row * dimensions + l] += pull * share * step / sigma
            doutput?[first + l] -= share * step / sigma * spread
            doutput?[first + components * dimensions + l] +=
              share * (1 - step * step) / sigma * spreading
          }
        }
      }
    }
    return loss
  }

  /// Σ x [1, 1].
  public func sum(_ x: Node) -> Node {
    let sum = result(1, 1)
    sum.values[0] = Float((0..<x.count).reduce(0.0) { $0 + Double(x.values[$1]) })
    record {
      guard let dx = x.gradients else { return }
      for i in 0..<x.count { dx[i] += sum.gradients![0] }
    }
    return sum
  }
}

/// exp(x − max x) over its sum, which is returned.
@discardableResult
private func softmax(
  _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, _ count: Int
) -> Float {
  var highest = x[0]
  for i in 1..<count { highest = max(highest, x[i]) }
  var sum: Float = 0
  for i in 0..<count {
    y[i] = expf(x[i] - highest)
    sum += y[i]
  }
  for i in 0..<count { y[i] /= sum }
  return sum
}
