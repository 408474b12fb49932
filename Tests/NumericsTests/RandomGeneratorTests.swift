import Numerics
import Testing

struct RandomGeneratorTests {
  @Test func momentsOfTheNormalDistribution() {
    var random = RandomGenerator(seed: 1)
    let draws = (0..<100_000).map { _ in random.normal() }
    let mean = draws.reduce(0, +) / 1e5
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1e5
    // Standard errors 0.0032 and 0.0045; five of them.
    #expect(abs(mean) < 0.016 && abs(variance - 1) < 0.023)
  }

  @Test func branchesAreReproducibleAndDifferent() {
    let random = RandomGenerator(seed: 7)
    var (a, b, again) = (random.branch(0), random.branch(1), random.branch(0))
    let first = a.next()
    #expect(first == again.next() && first != b.next())
  }
}
