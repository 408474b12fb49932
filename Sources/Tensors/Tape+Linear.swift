import COpenBLAS

extension Tape {
  /// y = x Wᵀ + b, with W [outputs, inputs] and b [1, outputs] as in PyTorch.
  public func linear(_ x: Node, _ weight: Node, _ bias: Node? = nil) -> Node {
    precondition(
      x.columns == weight.columns,
      "x [\(x.rows), \(x.columns)] against W [\(weight.rows), \(weight.columns)]")
    let (n, inputs, outputs) = (Int32(x.rows), Int32(x.columns), Int32(weight.rows))
    let y = result(x.rows, weight.rows)
    if let bias {
      for row in 0..<x.rows {
        (y.values + row * y.columns).update(from: bias.values, count: y.columns)
      }
    }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, n, outputs, inputs,
      1, x.values, inputs, weight.values, inputs, bias == nil ? 0 : 1, y.values, outputs)
    record {
      let dy = y.gradients!
      if let dw = weight.gradients {
        cblas_sgemm(
          CblasRowMajor, CblasTrans, CblasNoTrans, outputs, inputs, n,
          1, dy, outputs, x.values, inputs, 1, dw, inputs)
      }
      if let dx = x.gradients {
        cblas_sgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, n, inputs, outputs,
          1, dy, outputs, weight.values, inputs, 1, dx, inputs)
      }
      if let db = bias?.gradients {
        for row in 0..<y.rows { accumulate(db, dy + row * y.columns, y.columns) }
      }
    }
    return y
  }
}

/// target += source.
@inline(__always)
func accumulate(
  _ target: UnsafeMutablePointer<Float>, _ source: UnsafePointer<Float>, _ count: Int
) {
  for i in 0..<count { target[i] += source[i] }
}

/// target += factor · source.
@inline(__always)
func accumulate(
  _ target: UnsafeMutablePointer<Float>, _ factor: Float, _ source: UnsafePointer<Float>,
  _ count: Int
) {
  for i in 0..<count { target[i] = target[i].addingProduct(factor, source[i]) }
}

/// Σ x·y in sixteen running sums, which a compiler may not introduce by itself.
@inline(__always)
func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float {
  var sums = SIMD16<Float>()
  var i = 0
  while i + 16 <= count {
    let a = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD16<Float>.self)
    let b = UnsafeRawPointer(y + i).loadUnaligned(as: SIMD16<Float>.self)
    sums.addProduct(a, b)
    i += 16
  }
  var sum = sums.sum()
  while i < count {
    sum = sum.addingProduct(x[i], y[i])
    i += 1
  }
  return sum
}
