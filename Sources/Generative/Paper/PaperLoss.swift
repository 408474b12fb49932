/// What the training of the paper's networks reports.
public enum PaperLoss {
  public static let error = Loss(
    "error", digits: 6,
    "weighted squared error of scaled positions, from a draw of the posterior or, where that does not learn, of the prior",
    isShown: true)
  public static let validation = Loss(
    "validation", digits: 6, "the same over the validation part, after every epoch", isLast: true)
  public static let validationFromPDF = Loss(
    "fromPDF", digits: 6, "that from the prior's mean, which knows the PDF alone", isLast: true)
  public static let divergence = Loss(
    "divergence", digits: 3, "KL divergence of the posterior from the prior", isShown: true)
  public static let beta = Loss(
    "beta", digits: 4, "weight of the divergence", isShown: true, isLast: true)

  static let all = [error, validation, validationFromPDF, divergence, beta]
}
