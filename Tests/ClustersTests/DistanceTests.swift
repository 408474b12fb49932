import Numerics
import Testing

import Clusters

struct DistanceTests {
  /// Atoms in a volume, in planes and on lines of all axes, and on top of each other.
  private static let places: [[SIMD3<Double>]] = {
    var random = RandomGenerator(seed: 7)
    let free = (0..<120).map { _ in
      SIMD3(random.uniform(), random.uniform(), random.uniform()) * 20
    }
    let axes = [
      SIMD3<Double>(0, 1, 1), SIMD3(1, 0, 1), SIMD3(1, 1, 0), SIMD3(0, 0, 1), SIMD3(1, 0, 0),
    ]
    return [free] + axes.map { axis in free.map { $0 * axis } }
      + [free + [free[5]], [.zero], [.zero, .zero, SIMD3(3, 0, 0)]]
  }()

  /// Those sorted by parts are those sorted at once.
  @Test(arguments: places)
  func distancesAscend(_ positions: [SIMD3<Double>]) throws {
    let gold = try #require(Element("Au"))
    let cluster = Cluster(gold, type: .unknown, positions: positions, bond: 1)
    #expect(cluster.distances(while: { true }) == cluster.distances)
    let isAtOnce = cluster.diameter == 0
    #expect((cluster.distances(while: { false }) == nil) != isAtOnce)
  }

  /// Against the distances of all pairs.
  @Test(arguments: places)
  func nearestNeighboursAreThoseOfAllPairs(_ positions: [SIMD3<Double>]) throws {
    let gold = try #require(Element("Au"))
    let cluster = Cluster(gold, type: .unknown, positions: positions, bond: 1)
    let nearest = positions.indices.compactMap { i in
      positions.indices.filter { $0 != i }.map { j in
        let step = positions[i] - positions[j]
        return (step * step).sum().squareRoot()
      }.min()
    }
    // The cluster is moved to its centre, which rounds.
    #expect(abs((cluster.shortestDistance ?? -1) - (nearest.min() ?? -1)) < 1e-12)
    let mean = nearest.reduce(0, +) / Double(positions.count)
    #expect(abs(cluster.nearestDistance - mean) < 1e-12)
    // The line that they are sorted along is another each time.
    #expect(cluster.nearestDistance == cluster.nearestDistance)
  }
}
