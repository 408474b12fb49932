import Clusters
import Scattering
import Synchronization
import Tensors

/// Where a learned shape lies on the latent map.
public struct MapPoint: Codable, Hashable, Sendable {
  /// How to make the shape again, as `icosahedron "Au", shells: 4`.
  public let label: String
  public let typeName: String
  public let atoms: Int
  public let place: [Double]

  public var type: StructureType { StructureType(rawValue: typeName) ?? .fcc }

  /// Whether it can be of a map; that of a damaged file may not.
  func isPossible(dimensions: Int) -> Bool {
    place.count == dimensions && place.allSatisfy { abs($0) < 1e6 }
      && (1...1_000_000).contains(atoms)
  }

  public init(_ shape: Shape, place: [Double]) {
    (label, typeName) = (shape.label(of: .gold), shape.type.rawValue)
    (atoms, self.place) = (shape.count, place)
  }
}

/// A trained network with its map of the shapes it learned and the history of its training.
public struct Model: Sendable {
  public let network: any Network
  /// The shapes that training saw.
  public let map: [MapPoint]
  public let plan: TrainingPlan
  public let history: [TrainingRecord]
  /// The plane of the map that is shown.
  public let plane: MapPlane
  /// What the decoder makes of each place of the map.
  private let shapes = Decoded()

  public var name: String { network.family.name }

  public init(
    _ network: any Network, map: [MapPoint], plan: TrainingPlan, history: [TrainingRecord]
  ) {
    self.network = network
    self.map = map
    self.plan = plan
    self.history = history
    plane = MapPlane(map)
  }

  /// The model after a part of its network learned on by itself: the map stands, and the plan is that
  /// by which all of it was trained.
  public func trainedFurther(to trained: Model) -> Model {
    Model(trained.network, map: map, plan: plan, history: trained.history)
  }

  /// The shape on the map that a structure resembles most: the mean distance of its atoms from
  /// those of the shape, in the decoder's order, and 1 in the decoder's unit for each atom too many
  /// or too few.
  ///
  /// Where samples are drawn far from all that was learned, what a structure looks like says more
  /// than which place of the map lies nearest.
  public func nearestShape(to shape: DecodedShape) -> MapPoint? {
    var best: (point: Int, difference: Double) = (-1, .infinity)
    for (index, known) in shapes.of(network, map).enumerated() {
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

  /// A decoded shape as a structure of an element, of the type of the learned shape that it
  /// resembles most.
  ///
  /// - Parameter bond: in Å, as the prior reads it off the PDF; without it that of the bulk is
  ///   taken, or of a shape in Å the shortest distance.
  func structure(
    _ shape: DecodedShape, _ element: Element, bond: Double?, name: String? = nil
  ) -> Cluster {
    let unit =
      switch shape.unit {
      case .bondLength: bond ?? element.bond ?? referenceBond
      case .angstrom: 1.0
      }
    let positions = shape.positions.map { $0 * unit }
    func cluster(_ type: StructureType, bond: Double) -> Cluster {
      Cluster(element, type: type, positions: positions, bond: bond, name: name)
    }
    if let type = shape.type { return cluster(type, bond: unit) }
    var made = cluster(.unknown, bond: unit)
    if shape.unit == .angstrom, let shortest = made.shortestDistance, shortest > 1 {
      made = cluster(.unknown, bond: shortest)
    }
    // Where layers are what is learned, they say the type; a pair of layers may be new.
    let layers = map.contains { $0.type == .stacking } ? made.sequence?.kind : nil
    return cluster(layers ?? nearestShape(to: shape)?.type ?? .unknown, bond: made.bond)
  }

  /// The type of the learned shape that lies nearest to a place.
  public func type(at place: [Double]) -> StructureType? {
    func distance(_ point: MapPoint) -> Double {
      zip(point.place, place).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return map.min { distance($0) < distance($1) }?.type
  }

  /// What a prior says of the shapes of one type alone, or nil where the model knows none.
  func likeliest(_ type: StructureType, for prior: LatentDistribution) -> LatentDistribution? {
    let places = map.filter { $0.type == type }.map(\.place)
    return places.isEmpty ? nil : prior.restricted(to: places)
  }
}

/// What a network makes of the places of a map, which takes a second for the paper's, once somebody
/// asks.
private final class Decoded: Sendable {
  private let shapes = Mutex<[DecodedShape]?>(nil)

  func of(_ network: any Network, _ map: [MapPoint]) -> [DecodedShape] {
    shapes.withLock { shapes in
      let all = shapes ?? network.decode(map.map(\.place))
      shapes = all
      return all
    }
  }
}
