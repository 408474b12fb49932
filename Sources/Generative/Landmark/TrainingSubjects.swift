import Clusters
import Scattering
import Tensors

/// What a training shows its networks: the shapes, and the PDFs of these and of recombinations.
///
/// Where atoms are sums of parts, the parts of two shapes make a third: a sequence of layers that
/// was seen and a block of atoms that was seen, together no larger than the largest shape. The
/// prior learns to recognise these as well, without any structure that was held out.
package struct TrainingSubjects: Sendable {
  let targets: ShapeTargets
  let simulator: BatchSimulator
  /// How subjects are drawn.
  let balance: TypeBalance
  /// The landmark on each axis of every subject, shapes first.
  package let assignments: [[Int]]  // [subjects][axes]
  /// Positions of every subject in units of the bond length.
  package let positions: [[SIMD3<Double>]]  // [subjects][atoms]

  package init(
    _ shapes: [Shape], _ model: LandmarkNetwork,
    while shouldContinue: @Sendable () -> Bool = { true }
  ) {
    targets = ShapeTargets(shapes, model)
    let landmarks = model.landmarks
    let parts = landmarks.parts(of: shapes)
    let (known, largest) = (Set(landmarks.assignments), shapes.map(\.count).max() ?? 0)
    let new = landmarks.combinations.filter { choice in
      zip(parts, choice).reduce(1) { $0 * $1.0[$1.1].count } <= largest && !known.contains(choice)
    }
    assignments = landmarks.assignments + new
    positions =
      shapes.map(\.sites)
      + new.map { choice in sums(zip(parts, choice).map { $0[$1] }) }
    simulator = BatchSimulator(positions, while: shouldContinue)
    // A recombination is of the type of the shapes with its first landmark.
    let types = Dictionary(
      zip(landmarks.assignments, shapes).map { ($0[0], $1.type) },
      uniquingKeysWith: { first, _ in first })
    balance = TypeBalance(assignments.map { types[$0[0]] ?? .unknown })
  }
}

extension Landmarks {
  /// All choices of a landmark on each axis.
  fileprivate var combinations: [[Int]] {
    axes.reduce(into: [[]]) { choices, axis in
      choices = choices.flatMap { choice in axis.places.indices.map { choice + [$0] } }
    }
  }

  /// What each landmark stands for, as the shapes show it [axes][landmarks].
  fileprivate func parts(of shapes: [Shape]) -> [[[SIMD3<Double>]]] {
    var parts = axes.map { [[SIMD3<Double>]](repeating: [], count: $0.places.count) }
    for (shape, choice) in zip(shapes, assignments) {
      for (axis, part) in shape.parts(axes.count).enumerated() { parts[axis][choice[axis]] = part }
    }
    return parts
  }
}
