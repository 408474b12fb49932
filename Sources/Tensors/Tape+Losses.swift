import Foundation

extension Tape {
  /// Σ w·(x − t)² [1, 1]; `weights` and `targets` have the shape of x.
  public func squaredError(_ x: Node, _ targets: Node, weights: Node) -> Node {
    precondition(
      x.count == targets.count && x.count == weights.count,
      "\(x.count) values, \(targets.count) targets, \(weights.count) weights")
    let loss = result(1, 1)
    var sum = 0.0
    for i in 0..<x.count {
      let difference = x.values[i] - targets.values[i]
      sum += Double(weights.values[i] * difference * difference)
    }
    loss.values[0] = Float(sum)
    record {
      guard let dx = x.gradients else { return }
      let factor = 2 * loss.gradients![0]
      for i in 0..<x.count {
        dx[i] += factor * weights.values[i] * (x.values[i] - targets.values[i])
      }
    }
    return loss
  }

  /// Σ w·√((x − t)² + c²) − c [1, 1]: quadratic near the target and linear far from it, so that
  /// what counts is the absolute error (Charbonnier et al. 1994, doi:10.1109/ICIP.1994.413553).
  public func absoluteError(_ x: Node, _ targets: Node, weights: Node, rounding c: Float) -> Node {
    precondition(
      x.count == targets.count && x.count == weights.count,
      "\(x.count) values, \(targets.count) targets, \(weights.count) weights")
    let loss = result(1, 1)
    var sum = 0.0
    for i in 0..<x.count {
      let difference = x.values[i] - targets.values[i]
      sum += Double(weights.values[i] * ((difference * difference + c * c).squareRoot() - c))
    }
    loss.values[0] = Float(sum)
    record {
      guard let dx = x.gradients else { return }
      let factor = loss.gradients![0]
      for i in 0..<x.count {
        let difference = x.values[i] - targets.values[i]
        dx[i] +=
          factor * weights.values[i] * difference / (difference * difference + c * c).squareRoot()
      }
    }
    return loss
  }

  /// Σ w·(softplus(x) − t·x) [1, 1]: cross entropy between σ(x) and targets of 0 or 1.
  public func crossEntropy(_ x: Node, _ targets: Node, weights: Node) -> Node {
    let loss = result(1, 1)
    var sum = 0.0
    for i in 0..<x.count {
      sum += Double(weights.values[i] * (softplus(x.values[i]) - targets.values[i] * x.values[i]))
    }
    loss.values[0] = Float(sum)
    record {
      guard let dx = x.gradients else { return }
      let factor = loss.gradients![0]
      for i in 0..<x.count {
        dx[i] += factor * weights.values[i] * (sigmoid(x.values[i]) - targets.values[i])
      }
    }
    return loss
  }

  /// −Σ log softmax(x)_choice over the rows [1, 1]: cross entropy of one choice among the columns.
  public func choiceEntropy(_ x: Node, _ choices: [Int]) -> Node {
    precondition(x.rows == choices.count, "\(x.rows) rows, \(choices.count) choices")
    let loss = result(1, 1)
    let shares = scratch(x.count)  // softmax
    var total = 0.0
    for (row, choice) in choices.enumerated() {
      let (input, share) = (x.values + row * x.columns, shares + row * x.columns)
      var highest = input[0]
      for i in 1..<x.columns { highest = max(highest, input[i]) }
      var sum: Float = 0
      for i in 0..<x.columns {
        share[i] = expf(input[i] - highest)
        sum += share[i]
      }
      for i in 0..<x.columns { share[i] /= sum }
      total += Double(logf(sum) + highest - input[choice])
    }
    loss.values[0] = Float(total)
    record {
      guard let dx = x.gradients else { return }
      let factor = loss.gradients![0]
      for (row, choice) in choices.enumerated() {
        accumulate(dx + row * x.columns, factor, shares + row * x.columns, x.columns)
        dx[row * x.columns + choice] -= factor
      }
    }
    return loss
  }

  /// KL(q‖p) of Gaussians with independent components, summed over all of them [1, 1]:
  /// log(σp/σq) + (σq² + (μq − μp)²)/(2σp²) − 1/2.
  public func divergence(
    _ q: (mean: Node, deviation: Node), from p: (mean: Node, deviation: Node)
  ) -> Node {
    let loss = result(1, 1)
    var sum = 0.0
    for i in 0..<q.mean.count {
      let (sq, sp) = (q.deviation.values[i], p.deviation.values[i])
      let shift = q.mean.values[i] - p.mean.values[i]
      sum += Double(logf(sp / sq) + (sq * sq + shift * shift) / (2 * sp * sp) - 0.5)
    }
    loss.values[0] = Float(sum)
    record {
      let factor = loss.gradients![0]
      let (dmq, dmp) = (q.mean.gradients, p.mean.gradients)
      let (dsq, dsp) = (q.deviation.gradients, p.deviation.gradients)
      for i in 0..<q.mean.count {
        let (sq, sp) = (q.deviation.values[i], p.deviation.values[i])
        let shift = q.mean.values[i] - p.mean.values[i]
        dmq?[i] += factor * shift / (sp * sp)
        dmp?[i] -= factor * shift / (sp * sp)
        dsq?[i] += factor * (sq / (sp * sp) - 1 / sq)
        dsp?[i] += factor * (1 / sp - (sq * sq + shift * shift) / (sp * sp * sp))
      }
    }
    return loss
  }

  /// Σ factor·term of single numbers [1, 1].
  public func total(_ terms: [(factor: Float, term: Node)]) -> Node {
    let sum = result(1, 1)
    sum.values[0] = terms.reduce(0) { $0 + $1.factor * $1.term.values[0] }
    record {
      for (factor, term) in terms { term.gradients?[0] += factor * sum.gradients![0] }
    }
    return sum
  }
}
