import Numerics

/// What a family is asked to train.
public struct TrainingTask<N: Network> {
  public let data: Dataset
  public let plan: TrainingPlan
  private let options: [String: Double]
  /// The network and the checkpoint of a training that goes on.
  public let resumed: (network: N, checkpoint: Checkpoint)?
  /// Is to be asked often by what takes long, and ends it by false; what is then made is not used.
  public let shouldContinue: @Sendable () -> Bool

  init(
    _ data: Dataset, _ plan: TrainingPlan, _ options: [String: Double],
    resuming resumed: (N, Checkpoint)?, while shouldContinue: @escaping @Sendable () -> Bool
  ) {
    (self.data, self.plan, self.options, self.resumed) = (data, plan, options, resumed)
    self.shouldContinue = shouldContinue
  }

  /// The value of an option; nil where none was given.
  public subscript(option: TrainingOption) -> Double? { options[option.name] }
}

/// A number that only some families let one choose.
public struct TrainingOption: Sendable {
  public let name: String
  public let unit: String?
  public let range: ClosedRange<Double>
  public let isWhole: Bool
  /// What is taken where none is given, in words.
  public let usual: String
  public let help: String

  public init(
    _ name: String, unit: String? = nil, in range: ClosedRange<Double>, isWhole: Bool = false,
    usual: String, _ help: String
  ) {
    (self.name, self.unit, self.range, self.isWhole) = (name, unit, range, isWhole)
    (self.usual, self.help) = (usual, help)
  }

  func check(_ value: Double) throws {
    guard range.contains(value), !isWhole || value == value.rounded() else {
      let number = isWhole ? "a whole number of " : ""
      throw TrainingProblem(
        "\(name) is \(number)\(range.lowerBound.plain) … \(range.upperBound.plain)"
          + "\(unit.map { " \($0)" } ?? ""), not \(value.plain)", subject: name)
    }
  }
}

/// Why something cannot be trained.
public struct TrainingProblem: Error, CustomStringConvertible {
  public let description: String
  /// What is wrong: `data`, `checkpoint`, or the name of an option.
  public let subject: String
  /// What to do instead.
  public let suggestion: String?

  public init(_ description: String, subject: String, suggestion: String? = nil) {
    (self.description, self.subject, self.suggestion) = (description, subject, suggestion)
  }
}
