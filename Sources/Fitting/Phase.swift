import Clusters
import Scattering

/// A structure that a sample, or a part of it, is made of.
public enum Phase: Codable, Sendable {
  case cluster(Cluster)
  case crystal(Crystal)
  case ensemble(Ensemble)

  /// The command that makes it, or its name.
  public var label: String {
    switch self {
    case .cluster(let cluster): cluster.label
    case .crystal(let crystal): crystal.label
    case .ensemble(let ensemble): ensemble.label
    }
  }

  public var element: Element {
    switch self {
    case .cluster(let cluster): cluster.element
    case .crystal(let crystal): crystal.element
    case .ensemble(let ensemble): ensemble.element
    }
  }

  /// What a fit of it cannot vary, and why.
  var foreign: [Quantity: String] {
    switch self {
    case .cluster:
      let size = "is what a crystal has; a cluster has its size, crystal and ensemble make many"
      return [
        .diameter: size, .spread: size,
        .faults: "is what a crystal has; a cluster has its layers, as stacking makes them",
      ]
    case .crystal(let crystal):
      let name = crystal.motif.name
      var foreign: [Quantity: String] = [:]
      if crystal.motif != .hcp {
        foreign[.strain] = "is what a cluster has, or the c of hcp; a crystal of \(name) has none"
      }
      if !crystal.isClosePacked {
        foreign[.faults] = "is what fcc and hcp have; a crystal of \(name) has none"
      }
      return foreign
    case .ensemble:
      return [
        .strain: "is what one cluster has; an ensemble has none",
        .faults: "is what a crystal has; an ensemble has none",
      ]
    }
  }

  /// What stands for it at fitted parameters, as a cluster to look at.
  ///
  /// Of a crystal it is a sphere of the diameter that its atoms are in on average, at most 40 Å, and of
  /// 20 Å without one; of an ensemble the size that holds most atoms.
  func cluster(at values: [Quantity: Double]) -> Cluster {
    switch self {
    case .cluster(let cluster): return cluster.strained(by: values[.strain] ?? 0)
    case .crystal(let crystal):
      let envelope = SphereEnvelope(
        diameter: values[.diameter] ?? Quantity.diameter.usual, spread: values[.spread] ?? 0)
      let diameter = envelope.volumeDiameter
      return crystal.stretched(by: values[.strain] ?? 0).ball(
        diameter: diameter < Quantity.diameter.usual ? min(diameter, 40) : 20)
    case .ensemble(let ensemble):
      let sizes = SizeDistribution(ensemble, at: values)
      let best = sizes.atoms.indices.max { sizes.atoms[$0] < sizes.atoms[$1] }
      return ensemble.members[best ?? 0]
    }
  }
}
