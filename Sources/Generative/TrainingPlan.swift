import Scattering

/// What a training is told.
public struct TrainingPlan: Codable, Hashable, Sendable {
  /// Samples a step.
  public var batch = 64
  /// Highest learning rate.
  public var rate: Float = 1e-3
  /// How the rate goes on.
  public var schedule = RateSchedule.cosine
  /// Whether gradients longer than 1 are shortened to 1.
  public var clipsGradients = true
  /// Steps in all.
  public var steps = 1000
  /// Decoupled weight decay.
  public var decay: Float = 1e-5
  public var seed: UInt64 = 37
  /// What PDFs are simulated under.
  public var conditions = RandomConditions.training

  public init() {}

  /// Samples of a part of a batch: batches are cut into two parts, or into parts of 64, whatever the
  /// number of threads and ranks.
  var partSize: Int { min(64, (batch + 1) / 2) }

  /// The paper's: batches of 64 at a constant rate of 1e-3, no decay of weights.
  public static let paper: TrainingPlan = {
    var plan = TrainingPlan()
    (plan.schedule, plan.clipsGradients, plan.decay) = (.constant, false, 0)
    plan.conditions = .paper
    return plan
  }()
}

extension TrainingPlan {
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let decay = try values.decode(Float.self, forKey: .decay)
    // Older files leave to the family what is usual; weights decay in all but the paper's.
    let isOlder = !values.contains(.clipsGradients)
    self = decay == 0 ? .paper : TrainingPlan()
    self.decay = decay
    batch = try values.decode(Int.self, forKey: .batch)
    rate = try values.decode(Float.self, forKey: .rate)
    steps = try values.decode(Int.self, forKey: .steps)
    seed = try values.decode(UInt64.self, forKey: .seed)
    schedule = try values.decodeIfPresent(RateSchedule.self, forKey: .schedule) ?? schedule
    guard !isOlder else { return }
    clipsGradients = try values.decode(Bool.self, forKey: .clipsGradients)
    conditions = try values.decode(RandomConditions.self, forKey: .conditions)
  }
}
