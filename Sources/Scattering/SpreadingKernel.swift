import Numerics
import Foundation

/// The function that puts a point between grid points onto eight of them, and back.
///
/// For |ω| ≤ π/2 and any u, with integers m
///
///     sin(ωu) = Σ_m φ(u − m) sin(ωm) / Φ(ω),   φ(u) = I₀(β √(1 − (u/4)²)) / I₀(β), |u| ≤ 4
///
/// to about 1e-7, where Φ(ω) = 8 sinh(s)/(s I₀(β)) and s² = β² − (4ω)² is φ's Fourier transform.
/// So distances, Q and r may each be sampled at twice the Nyquist rate and still be met exactly
/// (J. I. Jackson et al., IEEE Trans. Med. Imaging 1991, 10, 473, doi:10.1109/42.97598; β by
/// P. J. Beatty et al., ibid. 2005, 24, 799, doi:10.1109/TMI.2005.848376).
package enum SpreadingKernel {
  /// Number of grid points that share a point.
  package static let width = 8

  /// Grid points before the one below a point that share it.
  package static let before = 3

  private static let beta = Double.pi * (16 * 2.25 - 0.8).squareRoot()
  private static let atZero = besselI0(beta)

  /// φ on the eight points around `t` in 0…1, as a polynomial in 2t − 1.
  package static let polynomial = Polynomial8 { t, point in value(t + 3 - Double(point)) }

  /// dφ/du on the same points.
  package static let slope = Polynomial8 { t, point in
    let h = 1e-5
    let u = t + 3 - Double(point)
    return (value(u + h) - value(u - h)) / (2 * h)
  }

  /// φ(u). Outside −4…4 it goes on analytically, which only the fit of its slope sees.
  private static func value(_ u: Double) -> Double {
    besselI0(squared: beta * beta * (1 - u * u / 16)) / atZero
  }

  /// Φ(ω).
  package static func transform(_ omega: Double) -> Double {
    let s = (beta * beta - 16 * omega * omega).squareRoot()
    return 8 * sinh(s) / (s * atZero)
  }

  /// 1/Φ(ω) and its derivative for |ω| ≤ 1.5, by a polynomial in ω² that is good to 1e-10.
  @inline(__always)
  package static func inverse(_ omega: Double) -> (value: Double, slope: Double) {
    let x = 2 * omega * omega / 2.25 - 1
    var (value, slope) = (0.0, 0.0)
    for c in inversePowers.reversed() {
      slope = slope * x + value
      value = value * x + c
    }
    return (value, slope * 4 * omega / 2.25)
  }

  private static let inversePowers: [Double] = {
    let chebyshev = Chebyshev(11)
    return chebyshev.powers(
      chebyshev.nodes.map { 1 / transform((2.25 * ($0 + 1) / 2).squareRoot()) })
  }()

  private static func besselI0(_ x: Double) -> Double { besselI0(squared: x * x) }

  /// I₀(√y) = Σ (y/4)^k / k!².
  private static func besselI0(squared y: Double) -> Double {
    var (sum, term, k) = (1.0, 1.0, 1.0)
    while abs(term) > 1e-17 * abs(sum) {
      term *= y / 4 / (k * k)
      sum += term
      k += 1
    }
    return sum
  }
}

/// Eight polynomials of degree 10 in one variable, evaluated side by side.
package struct Polynomial8: Sendable {
  /// Coefficients of even and of odd powers of x = 2t − 1, lowest first.
  private let even: (V, V, V, V, V, V)
  private let odd: (V, V, V, V, V)

  private typealias V = SIMD8<Float>

  /// The polynomials that meet `f(t, i)` at the Chebyshev nodes of 0 ≤ t ≤ 1.
  package init(_ f: (Double, Int) -> Double) {
    let chebyshev = Chebyshev(11)
    var c = [V](repeating: .zero, count: 11)
    for i in 0..<8 {
      let powers = chebyshev.powers(chebyshev.nodes.map { f(($0 + 1) / 2, i) })
      for (power, value) in powers.enumerated() { c[power][i] = Float(value) }
    }
    even = (c[0], c[2], c[4], c[6], c[8], c[10])
    odd = (c[1], c[3], c[5], c[7], c[9])
  }

  /// The eight values at `t` in 0…1; even and odd powers are two short chains.
  @inline(__always)
  package func callAsFunction(_ t: Float) -> SIMD8<Float> {
    let x = 2 * t - 1
    let y = V(repeating: x * x)
    let low = (even.2 * y + even.1) * y + even.0
    let high = (even.5 * y + even.4) * y + even.3
    let lowOdd = (odd.2 * y + odd.1) * y + odd.0
    let highOdd = odd.4 * y + odd.3
    let cube = y * y * y
    return low + high * cube + (lowOdd + highOdd * cube) * x
  }
}
