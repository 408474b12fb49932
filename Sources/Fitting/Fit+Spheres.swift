import Scattering

extension Fit {
  /// Of spheres that were cut of a crystal: the mean diameter of those that atoms are in, in Å, and
  /// the spread of diameters as a share of their mean. Nil for clusters, and for endless crystals.
  public var spheres: (diameter: Double, spread: Double)? {
    envelope.map { ($0.volumeDiameter, $0.spread) }
  }

  /// Their standard errors, those of the diameter by that of the mean and of the spread together:
  /// with D̄ = D (1 + s²)³, ∂D̄/∂D = (1 + s²)³ and ∂D̄/∂s = 6 D s (1 + s²)². Nil where one is not
  /// known.
  public var sphereErrors: (diameter: Double, spread: Double)? {
    guard let envelope, let byDiameter = error(.diameter), let bySpread = error(.spread),
      let correlation = correlation(.diameter, .spread)
    else { return nil }
    let widening = 1 + envelope.spread * envelope.spread
    let a = byDiameter * widening * widening * widening
    let b = bySpread * 6 * envelope.diameter * envelope.spread * widening * widening
    return ((a * a + b * b + 2 * correlation * a * b).squareRoot(), bySpread)
  }

  private var envelope: SphereEnvelope? {
    guard crystal != nil, let diameter = values[.diameter], diameter < Quantity.diameter.usual
    else { return nil }
    return SphereEnvelope(diameter: diameter, spread: values[.spread] ?? 0)
  }
}
