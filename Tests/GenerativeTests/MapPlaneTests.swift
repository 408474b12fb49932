import Clusters
import Foundation
import Generative
import Numerics
import Tensors
import Testing

struct MapPlaneTests {
  /// Balls at places of five dimensions, where sizes grow along the third and the first has the widest
  /// spread besides.
  private static let model: Model = {
    var random = RandomGenerator(seed: 4)
    let shapes = Motif.fcc.balls(atoms: 13...400)
    let points = shapes.map { shape in
      MapPoint(
        shape,
        place: [
          5 * random.normal(), random.normal(), log(Double(shape.count)), random.normal(), 0,
        ])
    }
    return Model(
      ParticlesNetwork(ParticlesArchitecture(), seed: 1), map: points, plan: TrainingPlan(),
      history: [])
  }()

  @Test func sizesGrowUpwards() {
    let shown = Self.model.map.map { Self.model.plane.shown($0.place) }
    let sizes = Self.model.map.map { log(Double($0.atoms)) }
    let order = sizes.indices.sorted { sizes[$0] < sizes[$1] }
    let risen = zip(order, order.dropFirst()).count { shown[$0].y < shown[$1].y }
    #expect(risen > order.count * 9 / 10)
    // Across is the first dimension, either way.
    let ends = [1.0, 0].map { Self.model.plane.shown([$0, 0, 0, 0, 0]).x }
    let across = ends[0] - ends[1]
    #expect(abs(across) > 0.9)
    #expect(abs(Self.model.plane.shown(deviation: [1, 0, 0, 0, 0]).x - abs(across)) < 1e-9)
  }

  @Test func twoDimensionsAreShownAsTheyAre() {
    let place = MapPlane.coordinates.shown([3, 4])
    #expect(place.x == 3 && place.y == 4)
  }
}
