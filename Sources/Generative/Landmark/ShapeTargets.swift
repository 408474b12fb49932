import Clusters
import Tensors

/// What the networks are to learn of each shape.
struct ShapeTargets: Sendable {
  /// The points of one of an axis's landmarks.
  struct Part: Sendable {
    let positions: [Float]  // [3 · points], units of the bond length, zero-padded
    let presence: [Float]  // [points], 1 for a point
    let weights: [Float]  // [3 · points], 1/(3 N) for the coordinates of N points

    init(_ points: [SIMD3<Double>], room: Int) {
      let padding = [Float](repeating: 0, count: room - points.count)
      positions =
        points.flatMap { [Float($0.x), Float($0.y), Float($0.z)] } + padding + padding + padding
      presence = points.map { _ in 1 } + padding
      let weight = 1 / Float(3 * points.count)
      weights = points.flatMap { _ in [weight, weight, weight] } + padding + padding + padding
    }
  }

  let graphs: [StructureGraph]
  /// The parts of each shape, shared by those with the same landmark.
  let parts: [[Part]]  // [shapes][axes]
  /// How shapes are drawn.
  let balance: TypeBalance

  init(_ shapes: [Shape], _ model: LandmarkNetwork) {
    let axes = model.landmarks.axes
    graphs = shapes.map { StructureGraph($0, cutoff: model.architecture.cutoff) }
    parts = shapes.map { shape in
      zip(axes, shape.parts(axes.count)).map { Part($1, room: $0.points) }
    }
    balance = TypeBalance(shapes.map(\.type))
  }
}
