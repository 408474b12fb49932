import Numerics
import Testing

struct SafeConversionsTests {
  @Test(arguments: [
    (2.9, 2), (-2.9, -2), (1e300, 1 << 53), (-.infinity, -1 << 53), (.nan, 0), (0x1p53, 1 << 53),
  ])
  func everyNumberBecomesAWholeOne(_ number: Double, _ whole: Int) {
    #expect(Int(clamping: number) == whole)
  }

  @Test func rangesNeverEndBeforeTheirStart() {
    #expect(Range(from: 3, to: 1) == 3..<3)
    #expect(Range(from: 1, to: 3) == 1..<3)
    #expect(ClosedRange(between: 2, and: 1) == 1...2)
    #expect(ClosedRange(between: .nan, and: 1) == -1...1)
  }

  @Test func nanIsBroughtIntoTheRange() {
    #expect(Double.nan.clamped(to: 1...2) == 1)
    #expect(Double.infinity.clamped(to: 1...2) == 2)
  }
}
