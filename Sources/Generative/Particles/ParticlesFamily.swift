import Clusters
import Scattering
import Tensors

extension ModelFamily {
  /// Particles of any motif and surface, of some thousand atoms, on a map that is learned.
  public static let particles = ModelFamily(
    "particles", "particles of any motif and surface to thousands of atoms, on a learned map",
    help: """
      It takes of the data set the sizes, types and families alone and draws particles of the endless series of \
      `catalogue "particles"`: a window of 1024, of which 64 are new every eight steps, each PDF \
      simulated afresh: \(RandomConditions.particles). Posterior, prior and decoder learn together by the \
      evidence bound.
      """,
    plan: {
      var plan = TrainingPlan()
      plan.conditions = .particles
      return plan
    }(),
    losses: ParticlesLoss.all, network: { try ParticlesNetwork($0) },
    objective: { task in
      guard !task.data.catalogue.isEmpty else {
        throw TrainingProblem("the data set has no structures", subject: "data")
      }
      let last = task.resumed?.network
      let objective = ParticlesObjective(
        last ?? ParticlesNetwork(ParticlesArchitecture(), seed: task.plan.seed),
        on: task.data, plan: task.plan, while: task.shouldContinue)
      if let last = task.resumed?.checkpoint {
        objective.prepare(for: last.optimiser?.step ?? 0)
      } else {
        objective.spreadMap()
      }
      return objective
    })
}

extension ParticlesNetwork {
  /// Of the header of a file.
  ///
  /// - Throws: `Safetensors.Malformed` where such a network is impossible.
  convenience init(_ header: JSONHeader) throws {
    let sizes: ParticlesArchitecture = try header.value("architecture")
    guard sizes.isPossible else {
      throw Safetensors.Malformed(description: "its architecture has impossible sizes")
    }
    self.init(sizes, seed: 0)
  }
}
