import Testing
import Figures

@Suite struct BallTests {
  @Test func hiddenBallsAreLeftOut() {
    let back = Ball(x: 0.1, y: 0, radius: 1, colour: .ink)
    let aside = Ball(x: 1.5, y: 0, radius: 1, colour: .ink)
    let front = Ball(x: 0, y: 0, radius: 1.3, colour: .ink)
    #expect(Ball.visible([back, aside, front]).map(\.x) == [1.5, 0])
    #expect(Ball.visible([front, back]).count == 2)
    #expect(Ball.visible([]).isEmpty)
  }

  @Test func onlyTheFrontOfRowsIsSeen() {
    // 21³ touching balls, row behind row.
    var balls: [Ball] = []
    for _ in 0..<21 {
      for y in -10...10 {
        for x in -10...10 {
          balls.append(Ball(x: Double(x), y: Double(y), radius: 0.5, colour: .ink))
        }
      }
    }
    #expect(Ball.visible(balls).count == 21 * 21)
  }

  @Test(arguments: [(1.0, 4), (12, 12), (500, 30)])
  func largerBallsHaveMoreDiscs(diameter: Double, steps: Int) {
    let ball = Ball(x: 0, y: 0, radius: 0.5, colour: .ink)
    let discs = ball.discs(unit: diameter)
    #expect(discs.count == steps + 1)
    #expect(discs[0].diameter == diameter)
  }
}
