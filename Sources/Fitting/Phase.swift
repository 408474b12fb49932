import Clusters

/// A structure that a sample, or a part of it, is made of.
public enum Phase: Sendable {
  case cluster(Cluster)
  case crystal(Crystal)

  /// The command that makes it, or its name.
  public var label: String {
    switch self {
    case .cluster(let cluster): cluster.label
    case .crystal(let crystal): crystal.label
    }
  }

  public var element: Element {
    switch self {
    case .cluster(let cluster): cluster.element
    case .crystal(let crystal): crystal.element
    }
  }
}
