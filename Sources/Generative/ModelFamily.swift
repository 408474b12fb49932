import Tensors
import Numerics

/// Models that are made and trained in the same way, in one declaration.
///
/// `train`, `load` and `save`, checkpoints, histories, diagrams, help and completion derive from
/// it: a new family is a folder with its network and objective, and a line in `all`.
public struct ModelFamily: Sendable {
  /// What `train` and `load` call it, and what stands in its files.
  public let name: String
  /// One line, without a full stop.
  public let summary: String
  /// What its training sees and does, in sentences.
  public let help: String
  /// The usual plan, of which `train` changes what it is told to.
  public let plan: TrainingPlan
  /// Whether an epoch takes every structure once and ends with a smaller batch; else batches are
  /// drawn at random.
  public let takesTurns: Bool
  /// What only some families let one choose.
  public let options: [TrainingOption]
  /// What its training reports, the most telling first.
  public let losses: [Loss]
  private let makeNetwork: @Sendable (JSONHeader) throws -> any Network
  private let makeObjective:
    @Sendable (
      Dataset, TrainingPlan, [String: Double], Checkpoint?, @escaping @Sendable () -> Bool
    ) throws -> any Objective

  /// - Parameters:
  ///   - network: makes the network, with any weights, of what its `header` has put into a file.
  ///   - objective: what is trained for a task.
  public init<N: Network>(
    _ name: String, _ summary: String, help: String, plan: TrainingPlan = TrainingPlan(),
    takesTurns: Bool = false, options: [TrainingOption] = [], losses: [Loss],
    network: @escaping @Sendable (JSONHeader) throws -> N,
    objective: @escaping @Sendable (TrainingTask<N>) throws -> any Objective
  ) {
    (self.name, self.summary, self.help) = (name, summary, help)
    (self.plan, self.takesTurns) = (plan, takesTurns)
    (self.options, self.losses) = (options, losses)
    makeNetwork = network
    makeObjective = { data, plan, options, last, shouldContinue in
      let resumed = last.flatMap { last in
        (last.model.network as? N).map { ($0, last) }
      }
      return try objective(
        TrainingTask(data, plan, options, resuming: resumed, while: shouldContinue))
    }
  }

  /// The family of a name.
  public static func named(_ name: String) -> ModelFamily? { all.first { $0.name == name } }

  /// The names of the families that have an option, as `paper and mlp`.
  public static func names(with option: String) -> String {
    listed(all.filter { $0.options.contains { $0.name == option } }.map(\.name))
  }

  /// `mmnp, stacking and paper`
  public static func listed(_ names: [String]) -> String {
    let last = names.suffix(2).joined(separator: " and ")
    return (names.dropLast(2) + [last]).joined(separator: ", ")
  }

  /// A network with any weights, of the header of a file.
  ///
  /// - Throws: `Safetensors.Malformed` with what is wrong with the header.
  func network(_ header: JSONHeader) throws -> any Network { try makeNetwork(header) }

  /// What is trained on a data set.
  ///
  /// - Parameters:
  ///   - options: values of some of the family's options, by name.
  ///   - last: the checkpoint of a training that goes on.
  ///   - shouldContinue: is asked often, by the objective too, and ends what is not a step by false.
  /// - Throws: `TrainingProblem`, `Stopped`, or what a simulation throws.
  public func objective(
    on data: Dataset, plan: TrainingPlan, options: [String: Double] = [:],
    resuming last: Checkpoint? = nil,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws -> any Objective {
    for (label, value) in options.sorted(by: { $0.key < $1.key }) {
      guard let option = self.options.first(where: { $0.name == label }) else {
        throw TrainingProblem(
          "\(label) is for \(Self.names(with: label)), \(name) has none", subject: label)
      }
      try option.check(value)
    }
    if let other = last?.model.name, other != name {
      throw TrainingProblem(
        "the checkpoint is of a training of \(other), not \(name)", subject: "checkpoint")
    }
    let objective = try makeObjective(data, plan, options, last, shouldContinue)
    guard shouldContinue() else { throw Stopped() }
    return objective
  }

  /// Steps of so many epochs over `count` structures.
  public func steps(of epochs: Double, over count: Int, batch: Int) -> Int {
    let exact = Double(count) / Double(batch)
    return max(1, Int(clamping: (epochs * (takesTurns ? exact.rounded(.up) : exact)).rounded()))
  }
}
