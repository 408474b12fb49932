import Foundation
import Numerics
import Testing

struct ExponentialTests {
  /// Foundation's exp in double precision.
  @Test func agreesWithTheLibrarys() {
    for start in stride(from: Float(-86.9), to: 87, by: 0.731) {
      let x = start + SIMD8<Float>(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7) / 10
      let values = exponential(x)
      for lane in 0..<8 {
        let exact = exp(Double(x[lane]))
        #expect(abs(Double(values[lane]) - exact) < 3e-7 * exact)
      }
    }
  }

  @Test func whatIsTooSmallIsNearlyNothing() {
    #expect(exponential(SIMD8(repeating: -1e9))[3] < 2e-38)
    #expect(exponential(SIMD8(repeating: 0))[3] == 1)
  }
}
