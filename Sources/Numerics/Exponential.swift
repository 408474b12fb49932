/// e^x of eight numbers at once, to 2e-7 of itself; of less than −87 it is e^−87.
///
/// As Cephes does it: x = n ln 2 + f with ln 2 in two parts, and a polynomial of f
/// (S. L. Moshier, Methods and Programs for Mathematical Functions, 1989).
@inlinable @inline(__always)
package func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  typealias V = SIMD8<Float>
  var x = x
  x.replace(with: -87, where: .!(x .>= -87))
  x.replace(with: 88, where: x .> 88)
  // Adding this rounds a float to an integer, which is then in its low bits.
  let rounder = V(repeating: 12_582_912)
  let shifted = x * 1.442_695_04 + rounder
  let n = shifted - rounder
  let f = x - n * 0.693_359_375 + n * 2.121_944_4e-4
  var p = V(repeating: 1.987_569_15e-4)
  p = p * f + 1.398_199_95e-3
  p = p * f + 8.333_451_9e-3
  p = p * f + 4.166_579_6e-2
  p = p * f + 1.666_666_55e-1
  p = p * f + 5.000_000_1e-1
  let value = p * (f * f) + f + 1
  let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self)
  let power = unsafeBitCast((bits &+ 127) &<< 23, to: V.self)
  return value * power
}
