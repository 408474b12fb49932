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

/// x for x > 0, else slope · x, in place.
@inline(__always)
func leak(_ x: UnsafeMutablePointer<Float>, _ slope: Float, _ count: Int) {
  for i in 0..<count { x[i] = x[i] > 0 ? x[i] : slope * x[i] }
}

/// dy · f′ of a LeakyReLU from its result y, in place: y has the sign of what it came from.
@inline(__always)
func leakBackward(
  _ dy: UnsafeMutablePointer<Float>, _ y: UnsafePointer<Float>, _ slope: Float, _ count: Int
) {
  for i in 0..<count { dy[i] = y[i] > 0 ? dy[i] : slope * dy[i] }
}
