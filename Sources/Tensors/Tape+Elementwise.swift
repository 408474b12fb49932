import Foundation

extension Tape {
  /// Element by element y = f(x), with f′ from x and y.
  @inline(__always)
  private func map(
    _ x: Node, _ f: @escaping (Float) -> Float,
    derivative: @escaping (_ x: Float, _ y: Float) -> Float
  ) -> Node {
    let y = result(x.rows, x.columns)
    for i in 0..<x.count { y.values[i] = f(x.values[i]) }
    record {
      guard let dx = x.gradients, let dy = y.gradients else { return }
      for i in 0..<x.count { dx[i] += dy[i] * derivative(x.values[i], y.values[i]) }
    }
    return y
  }

  /// x for x > 0, else slope · x.
  public func leakyReLU(_ x: Node, slope: Float = 0.01) -> Node {
    map(x, { $0 > 0 ? $0 : slope * $0 }, derivative: { x, _ in x > 0 ? 1 : slope })
  }

  /// x · σ(x) (Elfwing, Uchibe and Doya 2018, doi:10.1016/j.neunet.2017.12.012).
  public func silu(_ x: Node) -> Node {
    map(
      x, { $0 * sigmoid($0) },
      derivative: { x, y in
        let s = sigmoid(x)
        return s + y * (1 - s)
      })
  }

  /// sin x.
  public func sine(_ x: Node) -> Node {
    map(x, { sinf($0) }, derivative: { x, _ in cosf(x) })
  }

  /// factor · eˣ.
  public func exponential(_ x: Node, times factor: Float = 1) -> Node {
    map(x, { factor * expf($0) }, derivative: { _, y in y })
  }

  /// factor · x.
  public func scaled(_ x: Node, by factor: Float) -> Node {
    map(x, { factor * $0 }, derivative: { _, _ in factor })
  }

  /// exp(softplus(x)/2), the paper's standard deviation, never below 1.
  public func softplusDeviation(_ x: Node) -> Node {
    map(x, { expf(softplus($0) / 2) }, derivative: { x, y in y * sigmoid(x) / 2 })
  }

  /// h·σ(g) of h and g side by side in x [rows, 2 · columns], the gated linear unit
  /// (Dauphin et al. 2017, arXiv:1612.08083).
  public func gated(_ x: Node) -> Node {
    precondition(x.columns % 2 == 0, "values and gates in \(x.columns) columns")
    let y = result(x.rows, x.columns / 2)
    let width = y.columns
    for row in 0..<y.rows {
      let (h, g) = (x.values + row * 2 * width, x.values + (row * 2 + 1) * width)
      for i in 0..<width { y.values[row * width + i] = h[i] * sigmoid(g[i]) }
    }
    record {
      guard let dx = x.gradients, let dy = y.gradients else { return }
      for row in 0..<y.rows {
        let (h, g) = (row * 2 * width, (row * 2 + 1) * width)
        for i in 0..<width {
          let open = sigmoid(x.values[g + i])
          dx[h + i] += dy[row * width + i] * open
          dx[g + i] += dy[row * width + i] * x.values[h + i] * open * (1 - open)
        }
      }
    }
    return y
  }

  /// x + y.
  public func add(_ x: Node, _ y: Node) -> Node {
    precondition(x.count == y.count, "\(x.count) values + \(y.count) values")
    let z = result(x.rows, x.columns)
    for i in 0..<x.count { z.values[i] = x.values[i] + y.values[i] }
    record {
      if let dx = x.gradients { accumulate(dx, z.gradients!, z.count) }
      if let dy = y.gradients { accumulate(dy, z.gradients!, z.count) }
    }
    return z
  }

  /// Draws from a Gaussian so that gradients reach its parameters: z = μ + σ·ε
  /// (Kingma and Welling 2014, arXiv:1312.6114).
  public func sample(mean: Node, deviation: Node, noise: Node) -> Node {
    let z = result(mean.rows, mean.columns)
    for i in 0..<z.count {
      z.values[i] = mean.values[i] + deviation.values[i] * noise.values[i]
    }
    record {
      let dz = z.gradients!
      if let dm = mean.gradients { accumulate(dm, dz, z.count) }
      if let ds = deviation.gradients {
        for i in 0..<z.count { ds[i] += dz[i] * noise.values[i] }
      }
    }
    return z
  }
}

/// 1/(1 + e⁻ˣ).
@inline(__always)
func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

/// log(1 + eˣ) without overflow.
@inline(__always)
func softplus(_ x: Float) -> Float { max(x, 0) + log1pf(expf(-abs(x))) }
