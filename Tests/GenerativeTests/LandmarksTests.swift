import Clusters
import Generative
import Testing

struct LandmarksTests {
  @Test func aPlaneHasAPlaceForEveryShape() throws {
    let shapes = try Catalogue.mmnp(atoms: 5...20).shapes
    let landmarks = Landmarks(plane: shapes)
    #expect(landmarks.axes.map(\.places.count) == [shapes.count])
    #expect(Set(shapes.indices.map { landmarks.place(of: $0) }).count == shapes.count)
  }

  /// 4 to 8 layers have 3, 6, 10, 20 and 36 sequences.
  @Test func sequencesAndBlocksHaveAnAxisEach() throws {
    let gold = try #require(Element("Au"))
    let shapes = try Catalogue.stacking(gold).shapes
    let landmarks = try #require(Landmarks(stacking: shapes))
    #expect(landmarks.axes.map(\.places.count) == [75, 34])
    for (shape, choice) in zip(shapes, landmarks.choices) {
      let layering = try #require(shape.layering)
      let first = try #require(shapes.indices.first { landmarks.choices[$0] == choice })
      #expect(shapes[first].layering?.sequence == layering.sequence)
      #expect(shapes[first].layering?.size == layering.size)
    }
    #expect(Landmarks(stacking: [try .icosahedron(gold, shells: 2)]) == nil)
  }

  /// fcc stands at one end of the sequences and hcp at the other.
  @Test func sequencesRunFromFccToHcp() throws {
    let gold = try #require(Element("Au"))
    let shapes = try Catalogue.stacking(gold).filtered(atoms: 5...80).shapes
    let landmarks = try #require(Landmarks(stacking: shapes))
    let last = landmarks.axes[0].places.count - 1
    for (shape, choice) in zip(shapes, landmarks.choices) {
      switch shape.layering?.sequence.kind {
      case .fcc: #expect(choice[0] < 5)
      case .hcp: #expect(choice[0] > last - 5)
      default: #expect((5...last - 5).contains(choice[0]))
      }
    }
  }
}
