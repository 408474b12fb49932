import Foundation

/// How many of a crystal's pairs at a distance lie within spheres that are cut of it.
///
/// In a sphere of diameter D the share is, over all places of the centre,
///
///     γ₀(r) = 1 − (3/2)(r/D) + (1/2)(r/D)³,   r < D
///
/// (A. Guinier et al., Small-Angle Scattering of X-Rays, 1955; K. Kodama et al., Acta Cryst. A 2006,
/// 62, 444, doi:10.1107/S0108767306034635). For spheres of many sizes, whose numbers are log-normal
/// of mean D and standard deviation `spread`·D, it is averaged over all atoms,
///
///     γ₀(r) = (M₃ − (3/2) r M₂ + (1/2) r³ M₀)/M₃(0),   M_k(r) = ∫_r^∞ D^k p(D) dD
///     M_k = e^{km + k²s²/2} Φ((m + ks² − ln r)/s),   s² = ln(1 + spread²), m = ln D − s²/2
package struct SphereEnvelope {
  /// Mean diameter D in Å.
  package let diameter: Double

  /// Standard deviation of the diameters, as a share of their mean; 0 for one size.
  package let spread: Double

  package init(diameter: Double, spread: Double) {
    (self.diameter, self.spread) = (diameter, spread)
  }

  /// γ₀ at r in Å, and its derivatives by r, D and spread.
  package func callAsFunction(
    _ r: Double
  ) -> (value: Double, rise: Double, byDiameter: Double, bySpread: Double) {
    spread > 1e-3 ? logNormal(max(r, 1e-6)) : single(r)
  }

  /// The mean diameter in Å over atoms, not over spheres: ∫D⁴p dD / ∫D³p dD = D (1 + spread²)³.
  var volumeDiameter: Double { diameter * pow(1 + spread * spread, 3) }

  /// The distance beyond which there are next to no pairs, in Å.
  var end: Double {
    let s = log(1 + spread * spread).squareRoot()
    // Six deviations above the median of diameters, of which large ones weigh as D³.
    return diameter * exp(6 * s)
  }

  private func single(
    _ r: Double
  ) -> (value: Double, rise: Double, byDiameter: Double, bySpread: Double) {
    let x = r / diameter
    guard x < 1 else { return (0, 0, 0, 0) }
    let slope = -1.5 + 1.5 * x * x
    return (1 - 1.5 * x + 0.5 * x * x * x, slope / diameter, -slope * x / diameter, 0)
  }

  private func logNormal(
    _ r: Double
  ) -> (value: Double, rise: Double, byDiameter: Double, bySpread: Double) {
    let square = log(1 + spread * spread)
    let s = square.squareRoot()
    let m = log(diameter) - square / 2
    /// e^{km + k²s²/2 − 3m − 9s²/2} Φ(z), and its derivative by s at constant mean.
    func moment(_ k: Double) -> (value: Double, slope: Double) {
      let factor = exp((k - 3) * m + (k * k - 9) * square / 2)
      let z = (m + k * square - log(r)) / s
      let share = erfc(-z / 2.0.squareRoot()) / 2
      let peak = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let growth = (k * (k - 1) - 6) * s
      return (factor * share, factor * (growth * share + peak * (2 * k - 1 - z / s)))
    }
    let (m0, m2, m3) = (moment(0), moment(2), moment(3))
    let rise = -1.5 * m2.value + 1.5 * r * r * m0.value
    let bySquareRoot = m3.slope - 1.5 * r * m2.slope + 0.5 * r * r * r * m0.slope
    return (
      m3.value - 1.5 * r * m2.value + 0.5 * r * r * r * m0.value, rise, -rise * r / diameter,
      bySquareRoot * spread / ((1 + spread * spread) * s)
    )
  }
}
