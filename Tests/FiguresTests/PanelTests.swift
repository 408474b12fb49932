import Testing
import Figures

@Suite struct PanelTests {
  static func panel(_ points: [(x: Double, y: Double)]) -> Panel {
    Panel(
      margins: Margins(), x: Axis(range: 0...1), y: Axis(range: 0...1),
      series: [
        Series(.points(x: points.map(\.x), y: points.map(\.y), .disc, diameter: 1))
      ])
  }

  @Test func keyGoesToTheFreeCorner() {
    let corners = [(x: 0.9, y: 0.9), (x: 0.1, y: 0.9), (x: 0.9, y: 0.1), (x: 0.1, y: 0.1)]
    let names: [Key.Place] = [.topRight, .topLeft, .bottomRight, .bottomLeft]
    for free in corners.indices {
      var taken = corners
      taken.remove(at: free)
      #expect(Self.panel(taken).emptiestCorner() == names[free])
    }
    #expect(Self.panel(corners).emptiestCorner() == .above)
  }

  @Test func aLargeKeyNeedsALargeCorner() {
    // The corner at the upper right is free up to 0.4 of the width, and so is that of 0.6.
    let panel = Self.panel([(0.5, 0.9), (0.1, 0.1), (0.9, 0.1), (0.1, 0.9)])
    #expect(panel.emptiestCorner() == .topRight)
    #expect(panel.emptiestCorner(width: 0.45) == .topRight)
    #expect(panel.emptiestCorner(width: 0.6) == .above)
  }

  @Test func lineCountsBetweenItsPoints() {
    var panel = Self.panel([])
    panel.series = [.line([0, 1], [1, 0.9], colour: .ink)]
    #expect(panel.emptiestCorner() == .bottomRight)
  }

  @Test func longNumbersOfAChosenRangeHaveRoom() throws {
    var panel = Self.panel([])
    let before = try #require(panel.margins?.left)
    panel.showUp(0...10)
    #expect(panel.margins?.left == before)
    panel.showUp(-20_000...0)
    #expect(try #require(panel.margins?.left) > before)
  }

  @Test func theAxisUpFollowsWhatIsShown() throws {
    var panel = Self.panel([(0.1, 900), (0.6, -0.25), (0.9, 0.5)])
    panel.margins?.left = 5
    panel.x.range = 0.5...1
    panel.fitHeight()
    // 4 % of what is shown are free at both ends; what is not shown does not count.
    #expect(panel.y.range == -0.28...0.53)
    #expect(try #require(panel.margins?.left) > 11)
  }

  @Test func guestsKeepApart() {
    // Five places so near to one another that no two names fit side by side.
    let guests = (0..<5).map { Panel.Guest("sample \($0)", x: 0.5 + 0.01 * Double($0), y: 0.5) }
    let seats = Self.panel([]).seats(for: guests, figureWidth: 100, figureHeight: 100)
    #expect(seats.count == 5)
    for (index, seat) in seats.enumerated() {
      #expect(seat.x > 0 && seat.x < 1 && seat.y > 0 && seat.y < 1)
      for other in seats[(index + 1)...] {
        // A name of 8 letters is 8 × 1.33 mm wide and 2.8 mm high on axes of 85 × 88 mm.
        #expect(abs(seat.x - other.x) > 8 * 1.33 / 85 || abs(seat.y - other.y) > 2.8 / 88)
      }
    }
  }

  /// Pictures whose places lie close together: their lines must not cross.
  @Test func linesDoNotCross() {
    let guests = [(0.3, 0.5), (0.5, 0.52), (0.7, 0.5), (0.5, 0.4), (0.4, 0.45), (0.6, 0.45)].map {
      Panel.Guest(x: $0.0, y: $0.1, width: 15, height: 15, isTied: true)
    }
    let seats = Self.panel([]).seats(for: guests, figureWidth: 100, figureHeight: 100)
    func side(_ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double)) -> Double {
      (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
    }
    for i in guests.indices {
      for j in guests.indices where j > i {
        let (a, b) = ((guests[i].x, guests[i].y), (seats[i].x, seats[i].y))
        let (c, d) = ((guests[j].x, guests[j].y), (seats[j].x, seats[j].y))
        #expect(
          side(a, b, c) * side(a, b, d) >= 0 || side(c, d, a) * side(c, d, b) >= 0,
          "the lines of \(i) and \(j) cross")
      }
    }
  }

  @Test func guestAvoidsData() throws {
    let crowd = (0..<40).map { (x: 0.5 + 0.005 * Double($0), y: 0.5) }
    let seat = try #require(
      Self.panel(crowd).seats(
        for: [Panel.Guest("name", x: 0.5, y: 0.5)], figureWidth: 100, figureHeight: 100
      ).first)
    #expect(abs(seat.y - 0.5) > 2.8 / 2 / 88)
  }
}
