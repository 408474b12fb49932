import Clusters
import Tensors
import Numerics

extension ModelFamily {
  /// The published network.
  public static let paper = published(
    .paper, "the published network with its loss and data",
    help: """
      It sees the structures' own PDFs at qmin 0.7 Å⁻¹, qmax 25 Å⁻¹ and biso 0.3 Å², every time with \
      another bond length where the data set has several. The weight of the divergence starts at 0 \
      and rises by 0.001 after every epoch with a validation error of 1e-4 or less; `beta:` fixes it \
      instead. By the paper the decoder learns from draws of the posterior, which sees structures; \
      `fromPDF:` gives a share of the loss to draws of the prior, which sees PDFs alone. At 1 the \
      posterior learns nothing, and `finishTraining` with part "posterior" brings it after.
      """)

  /// The paper's baseline without a graph.
  public static let mlp = published(
    .mlp, "the paper's conventional CVAE, to compare with",
    help: """
      It is paper with a perceptron over coordinates and distances in place of the graph.
      """)

  private static func published(
    _ sizes: PaperArchitecture, _ summary: String, help: String
  ) -> ModelFamily {
    let latent = TrainingOption(
      "latent", in: 2...64, isWhole: true, usual: "\(sizes.latent)", "dimensions of the map")
    let beta = TrainingOption(
      "beta", in: 0...1, usual: "the paper's rule", "constant weight of the divergence")
    let share = TrainingOption(
      "fromPDF", in: 0...1, usual: "0", "share of the loss that is of draws of the prior")
    let noise = TrainingOption(
      "noise", in: 0...1, usual: "0",
      "deviation of noise on the PDFs, at most, in units of the largest G")
    return ModelFamily(
      sizes.name, summary, help: help, plan: .paper, takesTurns: true,
      options: [latent, beta, share, noise],
      losses: PaperLoss.all, network: { try PaperNetwork($0) },
      objective: { task in
        var sizes = sizes
        if let dimensions = task[latent] { sizes.latent = Int(clamping: dimensions) }
        try sizes.requireRoom(for: task.data)
        let last = task.resumed
        let network = last?.network ?? PaperNetwork(sizes, seed: task.plan.seed)
        if network.dimensions != sizes.latent, task[latent] != nil {
          throw TrainingProblem(
            "the checkpoint's map has \(network.dimensions) dimensions", subject: latent.name)
        }
        let remembered = try last?.checkpoint.memory.valueIfPresent("beta", as: BetaSchedule.self)
        let objective = try PaperObjective(
          network, on: task.data, plan: task.plan,
          beta: task[beta].map { .constant(Float($0)) } ?? remembered ?? .rule,
          fromPDF: task[share] ?? 0, noise: task[noise] ?? 0, map: last?.checkpoint.model.map ?? [],
          while: task.shouldContinue)
        if last == nil, task.shouldContinue() { objective.spreadMap() }
        return objective
      })
  }
}

extension PaperArchitecture {
  /// - Throws: `TrainingProblem` where a data set has too large structures, or too few.
  fileprivate func requireRoom(for data: Dataset) throws {
    guard let largest = data.catalogue.map(\.count).max(), largest <= atoms else {
      throw TrainingProblem(
        "\(name) has room for \(atoms) atoms, the data set has larger structures",
        subject: "data", suggestion: "catalogue takes atoms: 5..\(atoms)")
    }
    guard !data.training.isEmpty, !data.validation.isEmpty else {
      throw TrainingProblem(
        "the data set has too few structures to train and validate", subject: "data")
    }
  }
}

extension PaperNetwork {
  /// Of the header of a file.
  ///
  /// - Throws: `Safetensors.Malformed` where such a network is impossible.
  convenience init(_ header: JSONHeader) throws {
    let sizes: PaperArchitecture = try header.value("architecture")
    guard sizes.isPossible else {
      throw Safetensors.Malformed(description: "its architecture has impossible sizes")
    }
    self.init(sizes, seed: 0)
  }
}
