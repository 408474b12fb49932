import Clusters
import Scattering
import Tensors

extension ModelFamily {
  /// Monometallic nanoparticles of seven types.
  public static let mmnp = landmark(
    .mmnp, "particles of one metal, told apart by their shapes over r/d",
    help: """
      Every step simulates fresh PDFs of the shapes: \(RandomConditions.training). Rare types are \
      drawn more often.
      """
  ) { Landmarks(plane: $0, while: $1) }

  /// Close-packed layers in any sequence.
  public static let stacking = landmark(
    .stacking, "stacking sequences, which the map keeps apart from the blocks of atoms",
    help: """
      It is trained like mmnp, and also sees what the sequences and the blocks of its structures \
      make together.
      """
  ) { shapes, shouldContinue in
    guard let landmarks = Landmarks(stacking: shapes, while: shouldContinue) else {
      throw TrainingProblem(
        "stacking is for stacking sequences", subject: "data",
        suggestion: "dataset catalogue(\"stacking\")")
    }
    return landmarks
  }

  private static func landmark(
    _ sizes: LandmarkArchitecture, _ summary: String, help: String,
    layout: @escaping @Sendable ([Shape], @Sendable () -> Bool) throws -> Landmarks
  ) -> ModelFamily {
    ModelFamily(
      sizes.name, summary, help: help, losses: LandmarkLoss.all,
      network: { try LandmarkNetwork($0) },
      objective: { task in
        let shapes = task.data.trainingShapes.map { task.data.catalogue.shapes[$0] }
        guard let (network, checkpoint) = task.resumed else {
          let landmarks = try layout(shapes, task.shouldContinue)
          return LandmarkObjective(
            LandmarkNetwork(sizes, landmarks, seed: task.plan.seed), on: shapes, plan: task.plan,
            while: task.shouldContinue)
        }
        guard checkpoint.model.map.map({ Recipe(label: $0.label) }) == shapes.map(\.recipe) else {
          throw TrainingProblem(
            "the checkpoint is of a training on other structures", subject: "checkpoint",
            suggestion: "another file, or resume: false")
        }
        return LandmarkObjective(
          network, on: shapes, plan: task.plan, while: task.shouldContinue)
      })
  }
}

extension LandmarkNetwork {
  /// Of the header of a file.
  ///
  /// - Throws: `Safetensors.Malformed` where such a network is impossible.
  convenience init(_ header: JSONHeader) throws {
    let sizes: LandmarkArchitecture = try header.value("architecture")
    let landmarks: Landmarks = try header.value("landmarks")
    guard sizes.isPossible, landmarks.isPossible else {
      throw Safetensors.Malformed(description: "its architecture or its map is impossible")
    }
    self.init(sizes, landmarks, seed: 0)
  }
}
