import Foundation
import Testing
import Figures

@Suite struct ThinningTests {
  @Test func aStraightLineNeedsItsEnds() {
    let x = (0..<1000).map(Double.init)
    #expect(Thinning.indices(x: x, y: x.map { 3 - 2 * $0 }) == [0, 999])
  }

  /// Lines between the kept points pass all others within the tolerance.
  @Test(arguments: [1e-3, 2e-4])
  func whatIsLeftOutIsNotMissed(tolerance: Double) {
    let x = (0..<3000).map { 0.01 * Double($0) }
    let y = x.map { exp(-0.2 * $0) * sin(7 * $0) + ($0 < 20 ? 0 : 0.3) }
    let kept = Thinning.indices(x: x, y: y, tolerance: tolerance)
    #expect(kept.first == 0 && kept.last == 2999)
    #expect(kept.count < 1500)
    let allowed = tolerance * ((y.max() ?? 0) - (y.min() ?? 0)) * (1 + 1e-9)
    for (from, to) in zip(kept, kept.dropFirst()) {
      for i in from...to {
        let line = y[from] + (y[to] - y[from]) * (x[i] - x[from]) / (x[to] - x[from])
        #expect(abs(line - y[i]) <= allowed)
      }
    }
  }

  @Test func whatDoesNotAscendIsKept() {
    #expect(Thinning.indices(x: [0, 1, 1, 2], y: [0, 0, 0, 0]) == [0, 1, 2, 3])
    #expect(Thinning.indices(x: [0, 1, 2], y: [0, .nan, 0]) == [0, 1, 2])
    #expect(Thinning.indices(x: [], y: []) == [])
  }
}
