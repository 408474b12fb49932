import Clusters
import Generative
import Script

/// What `train` makes: a network by a preset, or trees.
enum TrainingChoice: String, ScriptChoice {
  case mmnp, stacking, paper, mlp, tree

  /// The preset of a network; trees have none.
  var network: TrainingPreset? { TrainingPreset(rawValue: rawValue) }
}

/// The models that `train` knows.
enum TrainingPreset: String {
  case mmnp, stacking, paper, mlp

  /// Steps of so many epochs over `count` structures; an epoch of paper and mlp ends with a smaller
  /// batch, the others draw at random and know no such end.
  func steps(of epochs: Double, over count: Int, batch: Int) -> Int {
    let exact = Double(count) / Double(batch)
    let perEpoch = self == .paper || self == .mlp ? exact.rounded(.up) : exact
    return max(1, Int((epochs * perEpoch).rounded()))
  }

  /// What is learned from a data set.
  ///
  /// - Parameters:
  ///   - last: the checkpoint of a training that goes on.
  ///   - latent: dimensions of the map, where the preset leaves a choice.
  /// - Throws: `Complaint` where the data set or the checkpoint does not suit the preset.
  func objective(
    on data: Dataset, _ plan: TrainingPlan, resuming last: Checkpoint?, latent: Int?, beta: Double?
  ) throws -> any Objective {
    if let last, last.model.name != rawValue {
      throw Complaint(
        "the checkpoint is of a training of \(last.model.name), not \(rawValue)",
        argument: "checkpoint")
    }
    switch self {
    case .mmnp: return try objective(on: data, plan, .mmnp, last, latent, beta)
    case .stacking: return try objective(on: data, plan, .stacking, last, latent, beta)
    case .paper: return try objective(on: data, plan, .paper, last, latent, beta)
    case .mlp: return try objective(on: data, plan, .mlp, last, latent, beta)
    }
  }

  private func objective(
    on data: Dataset, _ plan: TrainingPlan, _ sizes: LandmarkArchitecture, _ last: Checkpoint?,
    _ latent: Int?, _ beta: Double?
  ) throws -> any Objective {
    for (name, isGiven) in [("latent", latent != nil), ("beta", beta != nil)] where isGiven {
      throw Complaint("\(name) is for paper and mlp, \(rawValue) has none", argument: name)
    }
    let shapes = data.trainingShapes.map { data.catalogue.shapes[$0] }
    if let last, let network = last.model.network as? LandmarkNetwork {
      guard last.model.map.map(\.label) == shapes.map(\.label) else {
        throw Complaint(
          "the checkpoint is of a training on other structures", argument: "checkpoint",
          suggestion: "another file, or resume: false")
      }
      return LandmarkObjective(network, on: shapes, plan: plan)
    }
    let network = LandmarkNetwork(sizes, try landmarks(of: shapes), seed: plan.seed)
    return LandmarkObjective(network, on: shapes, plan: plan)
  }

  private func objective(
    on data: Dataset, _ plan: TrainingPlan, _ sizes: PaperArchitecture, _ last: Checkpoint?,
    _ latent: Int?, _ beta: Double?
  ) throws -> any Objective {
    var (sizes, plan) = (sizes, plan)
    plan.decay = TrainingPlan.paper.decay
    if let latent {
      guard (2...64).contains(latent) else {
        throw Complaint("latent is 2 … 64, not \(latent)", argument: "latent")
      }
      sizes.latent = latent
    }
    if let beta, !(0...1).contains(beta) {
      throw Complaint("beta lies between 0 and 1, not at \(beta)", argument: "beta")
    }
    guard let largest = data.catalogue.map(\.count).max(), largest <= sizes.atoms else {
      throw Complaint(
        "\(rawValue) has room for \(sizes.atoms) atoms, the data set has larger structures",
        argument: "data", suggestion: "catalogue takes atoms: 5..\(sizes.atoms)")
    }
    guard !data.training.isEmpty, !data.validation.isEmpty else {
      throw Complaint("the data set has too few structures to train and validate", argument: "data")
    }
    let schedule = beta.map { BetaSchedule.constant(Float($0)) } ?? last?.beta ?? .rule
    let network = last?.model.network as? PaperNetwork ?? PaperNetwork(sizes, seed: plan.seed)
    if network.dimensions != sizes.latent, latent != nil {
      throw Complaint(
        "the checkpoint's map has \(network.dimensions) dimensions", argument: "latent")
    }
    let objective = try PaperObjective(network, on: data, plan: plan, beta: schedule)
    if last == nil { objective.spreadMap() }
    return objective
  }

  /// The places on the map.
  private func landmarks(of shapes: [Cluster]) throws -> Landmarks {
    guard self == .stacking else { return Landmarks(plane: shapes) }
    guard let landmarks = Landmarks(stacking: shapes) else {
      throw Complaint(
        "this preset is for stacking sequences", argument: "data",
        suggestion: "dataset catalogue(\"stacking\")")
    }
    return landmarks
  }
}
