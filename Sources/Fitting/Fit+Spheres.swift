import Scattering

extension Fit {
  /// Of spheres that were cut of a crystal: the mean diameter of those that atoms are in, in Å, and
  /// the spread of diameters as a share of their mean. Nil for clusters, and for endless crystals.
  public var spheres: (diameter: Double, spread: Double)? {
    envelope.map { ($0.volumeDiameter, $0.spread) }
  }

  private var envelope: SphereEnvelope? {
    guard crystal != nil, let diameter = values[.diameter], diameter < Quantity.diameter.usual
    else { return nil }
    return SphereEnvelope(diameter: diameter, spread: values[.spread] ?? 0)
  }
}
