import Clusters
import Scattering
import Tensors

/// Where a shape lies on the latent map, by the posterior.
public struct MapPoint: Codable, Hashable, Sendable {
  /// How to make the shape again, as `icosahedron "Au", shells: 4`.
  public let label: String
  public let typeName: String
  public let atoms: Int
  public let mean: SIMD2<Double>
  public let deviation: SIMD2<Double>

  public var type: StructureType { StructureType(rawValue: typeName) ?? .fcc }
}

/// A trained network with its map of the shapes it learned and the history of its training.
public struct Model: Sendable {
  public let network: GraphCVAE
  /// The shapes that training saw.
  public let map: [MapPoint]
  public let plan: TrainingPlan
  public let history: [TrainingRecord]
  /// What the decoder makes of each place of the map.
  private let shapes: [DecodedShape]

  public var name: String { network.architecture.name }

  /// A network with the map of `shapes`.
  public init(
    _ network: GraphCVAE, shapes: [Cluster], plan: TrainingPlan, history: [TrainingRecord]
  ) {
    let graphs = shapes.map { StructureGraph($0, cutoff: network.architecture.cutoff) }
    let map = zip(shapes, network.places(of: graphs)).map { shape, place in
      MapPoint(
        label: shape.label, typeName: shape.type.rawValue, atoms: shape.count, mean: place.mean,
        deviation: place.deviation)
    }
    self.init(network, map: map, plan: plan, history: history)
  }

  init(
    _ network: GraphCVAE, map: [MapPoint], plan: TrainingPlan, history: [TrainingRecord]
  ) {
    self.network = network
    self.map = map
    self.plan = plan
    self.history = history
    shapes = network.decode(map.map(\.mean))
  }

  /// The shape on the map that a structure resembles most: the mean distance of its atoms from
  /// those of the shape, in the decoder's order, and one bond length for each atom too many or too
  /// few.
  ///
  /// Where samples are drawn far from all that was learned, what a structure looks like says more
  /// than which place of the map lies nearest.
  public func resembled(by shape: DecodedShape) -> MapPoint? {
    var best: (point: Int, difference: Double) = (-1, .infinity)
    for (index, known) in shapes.enumerated() {
      let (fewer, more) = (
        min(known.positions.count, shape.positions.count),
        max(known.positions.count, shape.positions.count)
      )
      var sum = Double(more - fewer)
      for i in 0..<fewer where sum < best.difference * Double(more) {
        let step = known.positions[i] - shape.positions[i]
        sum += (step * step).sum().squareRoot()
      }
      if sum / Double(more) < best.difference { best = (index, sum / Double(more)) }
    }
    return best.point < 0 ? nil : map[best.point]
  }

  /// The shape on the map that lies nearest to a place, of one type or any.
  public func nearest(to place: SIMD2<Double>, of type: StructureType? = nil) -> MapPoint? {
    map.filter { type == nil || $0.type == type }.min {
      distance($0.mean, place) < distance($1.mean, place)
    }
  }

  private func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    ((a - b) * (a - b)).sum()
  }
}
