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
      guard let dx = x.gradients else { return }
      for i in 0..<x.count {
        dx[i] += y.gradients![i] * derivative(x.values[i], y.values[i])
      }
    }
    return y
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

  /// All products of an entry of x with one of y in the same row: z_(i·m + j) = x_i y_j
  /// [rows, n · m].
  public func products(_ x: Node, _ y: Node) -> Node {
    precondition(x.rows == y.rows, "\(x.rows) rows against \(y.rows)")
    let (n, m) = (x.columns, y.columns)
    let z = result(x.rows, n * m)
    for row in 0..<x.rows {
      for i in 0..<n {
        let (factor, target) = (x.values[row * n + i], z.values + (row * n + i) * m)
        for j in 0..<m { target[j] = factor * y.values[row * m + j] }
      }
    }
    record {
      for row in 0..<x.rows {
        for i in 0..<n {
          let dz = z.gradients! + (row * n + i) * m
          if let dx = x.gradients { dx[row * n + i] += dot(dz, y.values + row * m, m) }
          if let dy = y.gradients { accumulate(dy + row * m, x.values[row * n + i], dz, m) }
        }
      }
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
