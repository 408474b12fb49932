import Clusters
import Tensors

/// What a training shows its networks: the shapes, and the PDFs of these and of dreams.
struct TrainingSubjects: Sendable {
  let targets: ShapeTargets
  let simulator: PDFSimulator
  let dreams: Dreams?
  private let landmarks: Landmarks

  init(_ shapes: [Cluster], _ model: GraphCVAE, dreams: Dreams?) {
    targets = ShapeTargets(shapes, architecture: model.architecture)
    landmarks = model.landmarks
    self.dreams = dreams
    simulator = PDFSimulator(
      shapes.map { shape in shape.positions.map { $0 / shape.bond } } + (dreams?.shapes ?? []))
  }

  /// Whose PDF is simulated: a shape, or behind them a dream; every combination is as likely.
  func draw(from random: inout RandomGenerator) -> Int {
    let (known, unknown) = (targets.graphs.count, dreams?.shapes.count ?? 0)
    let place = random.uniform() * Double(known + unknown)
    return Int(place) < known ? targets.draw(from: &random) : Int(place)
  }

  /// The landmark on each axis of what `draw` gave.
  func choice(_ subject: Int) -> [Int] {
    let known = landmarks.choices.count
    return subject < known ? landmarks.choices[subject] : landmarks.unseen[subject - known]
  }
}
