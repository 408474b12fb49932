/// What the training of landmark models reports.
public enum LandmarkLoss {
  public static let structure = Loss(
    "structure", unit: "d", digits: 4,
    "mean error of decoded coordinates in bond lengths, from draws around the landmarks",
    isShown: true)
  public static let presence = Loss(
    "presence", digits: 4, "cross entropy of which atoms are there, from the same draws")
  public static let surprise = Loss(
    "surprise", digits: 4, "−log of the weight that the prior gives the true shape", isShown: true)
  public static let divergence = Loss(
    "divergence", digits: 3, "KL divergence of the posterior from the Gaussian around the landmark")
  public static let bond = Loss(
    "bond", unit: "%", digits: 3, "error of the bond length as the head reads it")
  public static let correction = Loss(
    "correction", unit: "%", digits: 3, "the same after the prior's correction", isShown: true)

  static let all = [structure, presence, surprise, divergence, bond, correction]
}
