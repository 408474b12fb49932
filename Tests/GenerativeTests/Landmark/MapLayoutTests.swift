import Clusters
import Generative
import Testing

struct MapLayoutTests {
  static let shapes = try! Catalogue.mmnp(atoms: 5...60).shapes

  func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    ((a - b) * (a - b)).sum().squareRoot()
  }

  /// Layout again gives the same map, and no two shapes share a place.
  @Test func placesAreTheSameEveryTimeAndApart() {
    let places = MapLayout(Self.shapes).plane()
    #expect(places == MapLayout(Self.shapes).plane())
    for i in places.indices {
      for j in 0..<i { #expect(distance(places[i], places[j]) > 0.7) }
    }
  }

  /// Of 79 shapes, fewer than 4 on average are more like a shape by √p than its next on the map;
  /// on a random map it were 39.
  @Test func neighboursAreAlike() {
    let layout = MapLayout(Self.shapes)
    let places = layout.plane()
    func difference(_ i: Int, _ j: Int) -> Double {
      zip(layout.roots[i], layout.roots[j]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let closer = places.indices.reduce(0) { sum, i in
      let others = places.indices.filter { $0 != i }
      let next = others.min { distance(places[i], places[$0]) < distance(places[i], places[$1]) }!
      return sum + others.filter { difference(i, $0) < difference(i, next) }.count
    }
    #expect(closer < 4 * places.count)
  }

  @Test func largerShapesAreAbove() {
    let places = MapLayout(Self.shapes).plane()
    let order = places.indices.sorted { Self.shapes[$0].count < Self.shapes[$1].count }
    let third = order.count / 3
    func height(_ some: ArraySlice<Int>) -> Double {
      some.reduce(0) { $0 + places[$1].y } / Double(some.count)
    }
    #expect(height(order.prefix(third)) + 5 < height(order.suffix(third)))
  }
}
