/// The losses of a step, or their means over some steps.
public struct TrainingRecord: Hashable, Sendable {
  public var step = 0
  /// Seconds since the training began.
  public var seconds = 0.0
  /// By their names; what was not measured is missing.
  public private(set) var values: [String: Double] = [:]

  public init(_ values: [Loss: Double] = [:]) {
    for (loss, value) in values { self[loss] = value }
  }

  public subscript(loss: Loss) -> Double? {
    get { values[loss.name] }
    set { values[loss.name] = newValue }
  }

  /// The losses in a few words: `structure 0.0123 d  surprise 0.2100`.
  public func summary(of losses: [Loss]) -> String {
    losses.filter(\.isShown).compactMap { loss in self[loss].map(loss.text) }
      .joined(separator: "  ")
  }
}

extension TrainingRecord {
  /// The sum of the parts of a step.
  init(sumOf parts: [TrainingRecord]) {
    for part in parts { values.merge(part.values, uniquingKeysWith: +) }
  }

  /// The mean over steps, at the time of the last.
  init(meanOf steps: [TrainingRecord], _ losses: [Loss]) {
    step = steps.last?.step ?? 0
    seconds = steps.last?.seconds ?? 0
    for loss in losses {
      let measured = steps.compactMap { $0[loss] }
      guard let last = measured.last else { continue }
      let share = 1 / Double(measured.count)
      self[loss] = loss.isLast ? last : measured.reduce(0) { $0 + share * $1 }
    }
  }
}

extension TrainingRecord: Codable {
  private enum Key: String, CodingKey { case step, seconds, losses }

  public func encode(to encoder: any Encoder) throws {
    var record = encoder.container(keyedBy: Key.self)
    try record.encode(step, forKey: .step)
    try record.encode(seconds, forKey: .seconds)
    try record.encode(values, forKey: .losses)
  }

  public init(from decoder: any Decoder) throws {
    let record = try decoder.container(keyedBy: Key.self)
    step = try record.decode(Int.self, forKey: .step)
    seconds = try record.decode(Double.self, forKey: .seconds)
    values =
      try record.contains(.losses)
      ? record.decode([String: Double].self, forKey: .losses)
      : OlderLosses(from: decoder).values
  }
}

/// The losses of files in format 3, which have a key for each loss of every family.
private struct OlderLosses: Decodable {
  private struct Paper: Decodable {
    let error, divergence, beta: Double
    let validation, validationFromPDF: Double?
  }

  private let structureError, presence, surprise, divergence, bondError, correctionError: Double
  private let paper: Paper?

  var values: [String: Double] {
    guard let paper else {
      return [
        "structure": structureError, "presence": presence, "surprise": surprise,
        "divergence": divergence, "bond": bondError, "correction": correctionError,
      ]
    }
    let measured: [String: Double?] = [
      "error": paper.error, "validation": paper.validation, "fromPDF": paper.validationFromPDF,
      "divergence": paper.divergence, "beta": paper.beta,
    ]
    return measured.compactMapValues { $0 }
  }
}
