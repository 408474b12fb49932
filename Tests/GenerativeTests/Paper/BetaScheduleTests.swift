import Generative
import Testing

struct BetaScheduleTests {
  /// The published rule: from 0 by 0.001 where the validation error is at most 1e-4, up to 1.
  @Test func risesWhereTheErrorIsSmall() {
    var beta = BetaSchedule.rule
    #expect(beta.value == 0)
    beta.advance(validationError: 1.01e-4)
    #expect(beta.value == 0)
    beta.advance(validationError: 1e-4)
    #expect(beta.value == 0.001)
    for _ in 0..<2000 { beta.advance(validationError: 0) }
    #expect(beta.value == 1)
  }

  @Test func aConstantStays() {
    var beta = BetaSchedule.constant(0.25)
    beta.advance(validationError: 0)
    #expect(beta.value == 0.25)
  }
}
