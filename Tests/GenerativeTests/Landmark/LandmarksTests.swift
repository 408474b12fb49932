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
    for (shape, choice) in zip(shapes, landmarks.assignments) {
      let layering = try #require(shape.layering)
      let first = try #require(shapes.indices.first { landmarks.assignments[$0] == choice })
      #expect(shapes[first].layering?.sequence == layering.sequence)
      #expect(shapes[first].layering?.size == layering.size)
    }
    #expect(Landmarks(stacking: [try Recipe.icosahedron(shells: 2).shape()]) == nil)
  }

  /// fcc stands at one end of the sequences and hcp at the other.
  @Test func sequencesRunFromFccToHcp() throws {
    let gold = try #require(Element("Au"))
    let shapes = try Catalogue.stacking(gold).filtered(atoms: 5...80).shapes
    let landmarks = try #require(Landmarks(stacking: shapes))
    let last = landmarks.axes[0].places.count - 1
    for (shape, choice) in zip(shapes, landmarks.assignments) {
      switch shape.layering?.sequence.kind {
      case .fcc: #expect(choice[0] < 5)
      case .hcp: #expect(choice[0] > last - 5)
      default: #expect((5...last - 5).contains(choice[0]))
      }
    }
  }

  /// Every structure is the sum of its parts, atom by atom, and fits into the room of the axes.
  @Test func partsAddUpToTheAtoms() throws {
    let gold = try #require(Element("Au"))
    let stackings = try Catalogue.stacking(gold).shapes
    let landmarks = try #require(Landmarks(stacking: stackings))
    for shape in stackings {
      let parts = shape.parts(2)
      #expect(zip(parts, landmarks.axes).allSatisfy { $0.count <= $1.points })
      let sums = parts[0].flatMap { origin in parts[1].map { origin + $0 } }
      let rest = zip(sums, shape.sites).map { ($0 - $1).max() }
      #expect(sums.count == shape.count && rest.allSatisfy { abs($0) < 1e-12 })
    }
    #expect(landmarks.axes.map(\.points) == [8, 50])

    let icosahedron = try Recipe.icosahedron(shells: 2).shape()
    #expect(icosahedron.parts(1) == [icosahedron.sites])
    #expect(Landmarks(plane: [icosahedron]).axes.map(\.points) == [icosahedron.count])
  }

  /// What was held out is shown to the prior as the sum of parts that were not.
  @Test func recombinationsAreTheStructuresThatWereHeldOut() throws {
    let gold = try #require(Element("Au"))
    let all = try Catalogue.stacking(gold).filtered(atoms: 16...48).shapes
    let known = all.enumerated().filter { $0.offset % 3 > 0 }.map(\.element)
    let held = all.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let landmarks = try #require(Landmarks(stacking: known))
    let subjects = TrainingSubjects(known, LandmarkNetwork(.stacking, landmarks, seed: 1))
    #expect(subjects.assignments.prefix(known.count) == landmarks.assignments[...])
    #expect(Set(subjects.assignments).count == subjects.assignments.count)

    let recombined = subjects.positions.dropFirst(known.count)
    #expect(recombined.count > held.count / 2)
    for positions in recombined {
      let same = held.count { shape in
        shape.count == positions.count
          && zip(positions, shape.sites).allSatisfy { point, atom in
            let rest = point - atom
            return abs(rest.x) + abs(rest.y) + abs(rest.z) < 1e-9
          }
      }
      #expect(same == 1)
    }
  }
}
