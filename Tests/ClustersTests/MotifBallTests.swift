import Clusters
import Foundation
import Testing

struct MotifBallTests {
  /// Balls are compact, and there is one of about every size: shells of a lattice close often, those
  /// around the one centre of an icosahedron less so.
  @Test(arguments: Motif.simple)
  func areRoundAndOfEverySize(_ motif: Motif) {
    let balls = motif.balls(atoms: 13...700)
    for size in stride(from: 40.0, through: 600, by: 10) {
      let nearest = balls.map { abs(log(Double($0.count) / size)) }.min() ?? 1
      #expect(nearest < (motif == .twentyFold ? 0.35 : 0.25), "\(size) atoms")
    }
    for ball in balls {
      // A sphere of as much room, and one bond for the shell that is not full.
      let radius = 0.62 * pow(Double(ball.count) / motif.density, 1.0 / 3)
      let farthest = ball.sites.map { ($0 * $0).sum().squareRoot() }.max() ?? 0
      #expect((13...700).contains(ball.count) && ball.type == motif.type)
      #expect(farthest < radius + 1, "\(ball.name ?? "")")
    }
  }
}
