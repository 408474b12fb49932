import Clusters
import Tensors

/// What a training shows its networks: the shapes, and the PDFs of these and of recombinations.
///
/// Where atoms are sums of parts, the parts of two shapes make a third: a sequence of layers that
/// was seen and a block of atoms that was seen, together no larger than the largest shape. The
/// prior learns to recognise these as well, without any structure that was held out.
package struct TrainingSubjects: Sendable {
  let targets: ShapeTargets
  let simulator: PDFSimulator
  /// The landmark on each axis of every subject, shapes first.
  package let choices: [[Int]]  // [subjects][axes]
  /// Positions of every subject in units of the bond length.
  package let positions: [[SIMD3<Double>]]  // [subjects][atoms]

  package init(_ shapes: [Cluster], _ model: GraphCVAE) {
    targets = ShapeTargets(shapes, model)
    let landmarks = model.landmarks
    var parts = landmarks.axes.map { [[SIMD3<Double>]](repeating: [], count: $0.places.count) }
    for (shape, choice) in zip(shapes, landmarks.choices) {
      for (axis, part) in shape.parts(choice.count).enumerated() {
        parts[axis][choice[axis]] = part
      }
    }
    let (known, largest) = (Set(landmarks.choices), shapes.map(\.count).max() ?? 0)
    var choices: [[Int]] = [[]]
    for axis in landmarks.axes {
      choices = choices.flatMap { c in axis.places.indices.map { c + [$0] } }
    }
    let new = choices.filter { choice in
      let atoms = choice.enumerated().reduce(1) { $0 * parts[$1.offset][$1.element].count }
      return atoms <= largest && !known.contains(choice)
    }
    self.choices = landmarks.choices + new
    positions =
      shapes.map { shape in shape.positions.map { $0 / shape.bond } }
      + new.map { choice in sums(choice.enumerated().map { parts[$0][$1] }) }
    simulator = PDFSimulator(positions)
  }

  /// Whose PDF is simulated: a shape, or behind them a recombination; every combination is as
  /// likely.
  func draw(from random: inout RandomGenerator) -> Int {
    let place = Int(random.uniform() * Double(choices.count))
    return place < targets.graphs.count ? targets.draw(from: &random) : place
  }
}

/// All sums of one point of every set; points of the last set follow each other first.
func sums(_ parts: [[SIMD3<Double>]]) -> [SIMD3<Double>] {
  parts.reduce(into: [.zero]) { sums, part in sums = sums.flatMap { sum in part.map { sum + $0 } } }
}
