/// The losses of the paper's objective over some steps.
public struct PaperLosses: Codable, Hashable, Sendable {
  /// Mean weighted squared error of scaled positions, from a draw of the posterior.
  public var error: Double
  /// KL divergence of the posterior from the prior a sample.
  public var divergence: Double
  /// Weight of the divergence.
  public var beta: Double
  /// The error over the validation part, where an epoch has ended.
  public var validation: Double?
  /// The same from the prior's mean, which knows the PDF alone.
  public var validationFromPDF: Double?

  init(error: Double, divergence: Double, beta: Double) {
    (self.error, self.divergence, self.beta) = (error, divergence, beta)
  }

  /// The mean of steps, with what was validated and weighed last; nil of none.
  init?(meanOf steps: [PaperLosses]) {
    guard let last = steps.last else { return nil }
    func mean(_ value: (PaperLosses) -> Double) -> Double {
      steps.reduce(0) { $0 + value($1) } / Double(steps.count)
    }
    self.init(error: mean(\.error), divergence: mean(\.divergence), beta: last.beta)
    validation = steps.last { $0.validation != nil }?.validation
    validationFromPDF = steps.last { $0.validationFromPDF != nil }?.validationFromPDF
  }
}
