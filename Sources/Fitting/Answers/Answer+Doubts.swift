import Clusters
import Numerics
import Scattering

extension Answer {
  /// Why a best fit is not to be believed at once.
  static func doubts(
    about best: Candidate, _ odds: Odds, of pdf: PDF, noise: NoiseEstimate, among tried: [Cluster]
  ) -> [String] {
    let fit = best.fit
    // Spheres of many sizes have no size beyond which there is nothing.
    let isParticle = best.origin != .spheres
    return [
      misfit(fit, noise: noise.rw(of: fit.measured)),
      isParticle ? signalBeyond(fit, of: pdf, noise: noise) : nil,
      best.origin == .ideal ? edge(fit, odds, among: tried) : nil,
      largerThanFit(best),
      shortBonds(fit),
      bulk(fit),
      displacement(fit),
    ].compactMap { $0 } + bounds(fit)
  }

  /// Whether G goes on beyond a candidate, or this is about as large as any that was tried.
  static func mayBeLarger(
    than best: Candidate, _ odds: Odds, of pdf: PDF, noise: NoiseEstimate, among tried: [Cluster]
  ) -> Bool {
    signalBeyond(best.fit, of: pdf, noise: noise) != nil
      || edge(best.fit, odds, among: tried) != nil
  }

  /// Right structures of measured particles leave an Rw of 0.1 to 0.2.
  private static func misfit(_ fit: Fit, noise: Double) -> String? {
    guard fit.rw > 0.22, fit.rw > 2 * noise || fit.rw > hopeless else { return nil }
    let explained = noise < 0.01 ? "less than 0.01" : "at most \(noise.decimals(2))"
    return "the best fit leaves Rw \(fit.rw.decimals(2)), of which noise explains \(explained): "
      + "the sample holds what no candidate has"
  }

  /// Whether G goes on where the particle has no more distances, by more than noise, and by more
  /// than a tenth of what it is in the outer half of the particle. Ripples that the fit has there
  /// too are the particle's own: of qmin, and of its form.
  private static func signalBeyond(_ fit: Fit, of pdf: PDF, noise: NoiseEstimate) -> String? {
    let end = fit.structure.diameter + 1.5
    var rest = fit.measured
    rest.g = zip(rest.g, fit.g).map { $0 - $1 }
    let isFitted = (rest.r.last ?? 0) > end + 4
    let beyond = (isFitted ? rest : pdf).cut(end...max(end, end + 8))
    let within = pdf.cut((end / 2)...end)
    let needed = Double(pdf.r.count) / max((pdf.r.last ?? 0) - (pdf.r.first ?? 0), 1)
    guard Double(beyond.r.count) > needed else { return nil }
    let outer = NoiseEstimate.rootMeanSquare(beyond.g[...])
    let inner = NoiseEstimate.rootMeanSquare(within.g[...])
    let white = noise.white ?? 0
    let excess = max(outer * outer - white * white, 0).squareRoot()
    guard excess > inner / 10, outer > 1.3 * white else { return nil }
    return "G goes on beyond \(fit.structure.diameter.decimals(0)) Å, where this particle ends: "
      + "the sample is larger, or holds more than particles of this size"
  }

  /// Whether a size could have been larger, had there been larger candidates.
  private static func edge(_ fit: Fit, _ odds: Odds, among candidates: [Cluster]) -> String? {
    let alike = candidates.filter { $0.type.lattice == fit.cluster.type.lattice }
    guard let largest = alike.map(\.count).max(), odds.quantile(0.9) > largest else { return nil }
    return "the largest \(fit.cluster.type.lattice.rawValue) candidates have \(largest) atoms; "
      + "the particle may be larger than what is known here"
  }

  /// Whether spheres are wider than the distances that were fitted.
  private static func largerThanFit(_ best: Candidate) -> String? {
    guard let end = best.fit.measured.r.last, let spheres = best.fit.spheres, spheres.diameter > end
    else { return nil }
    return "the sample is wider than the \(end.decimals(0)) Å that were fitted: its size and shape "
      + "are known badly; rmax: takes in more, crystal fits it"
  }

  private static func shortBonds(_ fit: Fit) -> String? {
    guard let shell = fit.firstShell, shell.shortest < 0.8 * shell.mean else { return nil }
    return "two atoms stand \(shell.shortest.decimals(2)) Å apart, less than 0.8 of the bond, "
      + "\(shell.mean.decimals(2)) Å"
  }

  /// Nanoparticles differ from the bulk metal by a few per cent; an eighth is another element.
  private static func bulk(_ fit: Fit) -> String? {
    let element = fit.cluster.element
    guard let metal = element.bond, fit.bond > 0 else { return nil }
    // A mistaken bcc has its neighbours at 0.87 d.
    let ratios = [fit.bond, fit.structure.bond].map { $0 / metal }
    guard ratios.allSatisfy({ abs($0 - 1) > 0.12 }) else { return nil }
    return "neighbours stand \(fit.bond.decimals(2)) Å apart, those of the metal "
      + "\(element.symbol) \(metal.decimals(2)) Å"
  }

  private static func displacement(_ fit: Fit) -> String? {
    guard fit.biso > 2 else { return nil }
    return "biso is \(fit.biso.decimals(1)) Å², more than heat does to a metal: atoms are "
      + "displaced, or distances differ between particles"
  }

  /// A delta2 of 0 says that near peaks are no sharper than others.
  private static func bounds(_ fit: Fit) -> [String] {
    fit.atBounds.filter { $0 != .delta2 || fit.delta2 > 1 }.map { parameter in
      // A bound is reached to the accuracy of the fit.
      let value = ((1e3 * (fit.values[parameter] ?? 0)).rounded() / 1e3).plain
      return "\(parameter.name) ended at its bound, \(value)"
    }
  }
}
