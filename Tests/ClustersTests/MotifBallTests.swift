import Clusters
import Foundation
import Testing

struct MotifBallTests {
  /// Balls are compact: none is wider than a sphere of as many atoms by more than the few bonds
  /// that its last shell leaves open.
  @Test(arguments: Motif.simple)
  func areRoundAndAscend(_ motif: Motif) throws {
    let gold = try #require(Element("Au"))
    let balls = try motif.balls(of: gold, atoms: 13...700, bond: 2.88)
    #expect(balls.count > 15)
    for (smaller, larger) in zip(balls, balls.dropFirst()) {
      #expect(smaller.count < Int(1.05 * Double(larger.count)))
    }
    for ball in balls {
      let radius = 0.62 * 2.88 * pow(Double(ball.count) / motif.density, 1.0 / 3)
      #expect((13...700).contains(ball.count))
      let farthest = ball.positions.map { ($0 * $0).sum().squareRoot() }.max() ?? 0
      #expect(farthest < radius + 2.88, "\(ball.label)")
      #expect(ball.type == motif.type)
    }
  }
}
