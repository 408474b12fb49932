/// What the training of particles reports.
enum ParticlesLoss {
  static let bound = Loss(
    "bound", digits: 2,
    "the evidence bound: what a draw of the posterior loses of the structure, with the divergence of "
      + "the posterior from the prior, in nats", isShown: true)
  static let sites = Loss(
    "sites", digits: 4, "cross entropy of which sites near the surface are occupied, a site",
    isShown: true)
  static let motif = Loss("motif", digits: 4, "cross entropy of the motif, from the same draws")
  static let size = Loss(
    "size", unit: "%", digits: 2, "error of a third of the logarithm of the number of atoms")
  static let layers = Loss("layers", digits: 4, "cross entropy of a layer's kind, h or c")
  static let divergence = Loss(
    "divergence", digits: 2, "divergence of the posterior from the prior, in nats", isShown: true)
  static let bond = Loss(
    "bond", unit: "%", digits: 3, "error of the bond length as the head reads it")
  static let correction = Loss(
    "correction", unit: "%", digits: 3, "the same after the prior's correction", isShown: true)

  static let all = [bound, sites, motif, size, layers, divergence, bond, correction]
}
