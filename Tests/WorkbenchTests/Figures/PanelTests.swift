import Testing
import Workbench

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
      #expect(Self.panel(taken).emptiestCorner == names[free])
    }
    #expect(Self.panel(corners).emptiestCorner == .above)
  }

  @Test func lineCountsBetweenItsPoints() {
    var panel = Self.panel([])
    panel.series = [.line([0, 1], [1, 0.9], colour: .ink)]
    #expect(panel.emptiestCorner == .bottomRight)
  }

  @Test func labelsKeepApart() {
    // Five places so near to one another that no two names fit side by side.
    let places = (0..<5).map { Panel.Place("sample \($0)", x: 0.5 + 0.01 * Double($0), y: 0.5) }
    let labels = Self.panel([]).separated(places, figureWidth: 100, figureHeight: 100)
    #expect(labels.count == 5)
    for (index, label) in labels.enumerated() {
      #expect(label.x > 0 && label.x < 1 && label.y > 0 && label.y < 1)
      for other in labels[(index + 1)...] {
        // A name of 8 letters is 8 × 1.33 mm wide and 2.8 mm high on axes of 85 × 88 mm.
        #expect(abs(label.x - other.x) > 8 * 1.33 / 85 || abs(label.y - other.y) > 2.8 / 88)
      }
    }
  }

  @Test func labelAvoidsData() throws {
    let crowd = (0..<40).map { (x: 0.5 + 0.005 * Double($0), y: 0.5) }
    let label = try #require(
      Self.panel(crowd).separated(
        [Panel.Place("name", x: 0.5, y: 0.5)], figureWidth: 100, figureHeight: 100
      ).first)
    #expect(abs(label.y - 0.5) > 2.8 / 2 / 88)
  }
}
