import Clusters
import Numerics
import Testing

struct CellGridTests {
  /// The same neighbours as a comparison of all pairs finds.
  @Test(arguments: [0.3, 1.0, 5.0, 100.0])
  func neighboursAreThoseOfAllPairs(_ reach: Double) {
    var random = RandomGenerator(seed: 3)
    let points = (0..<300).map { _ in
      SIMD3(random.uniform(in: -4...4), random.uniform(in: -1...9), random.uniform(in: 0...0.5))
    }
    let expected = points.indices.map { i in
      points.indices.filter { j in
        let step = points[j] - points[i]
        return j != i && (step * step).sum() <= reach * reach
      }
    }
    #expect(CellGrid(points, reach: reach).neighbours == expected)
  }

  @Test func pointsFarApartInOnePlaceOrNowhereAreNoTrap() {
    let far: [SIMD3<Double>] = [.zero, [1e15, 0, 0], [1e15, 0, 0], [0, -1e300, 2]]
    #expect(CellGrid(far, reach: 1).neighbours == [[], [2], [1], []])
    #expect(CellGrid([], reach: 1).neighbours.isEmpty)
    let nowhere = CellGrid([.zero, .init(repeating: .nan), .init(repeating: .infinity)], reach: 2)
    #expect(nowhere.neighbours == [[], [], []])
  }
}
