import Clusters
import Foundation
import Numerics
import Scattering

/// A fit that an answer weighs, and where it comes from.
public struct Candidate: Codable, Sendable {
  public enum Origin: String, Codable, Sendable {
    /// A shape of a catalogue, or a ball of a motif.
    case ideal = "ideal shape"
    /// Facets and single sites were found against the PDF.
    case reshaped = "found site by site"
    /// Spheres of a crystal with a spread of sizes: a sample rather than a particle.
    case spheres = "spheres of many sizes"
  }

  public let fit: Fit
  public let origin: Origin

  /// The number of atoms; of spheres, in one of the mean diameter.
  public let atoms: Int

  /// What candidates are compared by: Rw, and what a rugged surface costs.
  let misfit: Double

  /// It stands for sizes around its own, normally distributed in ln N with this deviation.
  let width: Double

  /// How probable its very number of atoms is, were it the right candidate and noise all that it
  /// leaves (docs/solving.md).
  var exactness: Double {
    switch origin {
    case .ideal: 0.95
    case .reshaped: 0.5
    case .spheres: 0
    }
  }

  public init(ideal fit: Fit) {
    (self.fit, origin) = (fit, .ideal)
    (atoms, misfit, width) = (fit.cluster.count, fit.rw, Odds.width)
  }

  /// The best shape of a family, where it says more than the best ideal one: it is as good at least,
  /// and stands for the sizes that fit as well.
  public init(_ family: ShapeFamily, betterThan ideal: Fit) {
    (fit, origin, atoms) = (family.best, .reshaped, family.best.cluster.count)
    misfit = min(fit.rw * family.ruggedness(beside: ideal.cluster), 0.999 * ideal.rw)
    let range = family.atoms
    // Nine in ten lie within ±1.645 deviations.
    let width = log(Double(max(range.upperBound, 1)) / Double(max(range.lowerBound, 1))) / 3.29
    self.width = max(width, Odds.width / 2)
  }

  /// Spheres of a crystal; nil where the fit is of none.
  public init?(spheres fit: Fit) {
    guard let crystal = fit.crystal, let (diameter, _) = fit.spheres else { return nil }
    (self.fit, origin, misfit) = (fit, .spheres, fit.rw)
    let length = diameter / fit.expansion
    atoms = Int(clamping: (crystal.density * .pi / 6 * length * length * length).rounded())
    width = max(3 * (fit.error(.diameter) ?? 0) / (fit.values[.diameter] ?? 1), Odds.width)
  }
}
