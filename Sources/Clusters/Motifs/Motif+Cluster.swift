extension Motif {
  /// The motif of a cluster's type; nil where it has none.
  public init?(of cluster: Cluster) {
    switch cluster.type {
    case .sc: self = .sc
    case .bcc: self = .bcc
    case .fcc, .octahedral: self = .fcc
    case .hcp: self = .hcp
    case .decahedral: self = .fiveFold
    case .icosahedral: self = .twentyFold
    case .stacking:
      guard let word = cluster.sequence?.isHexagonal, !word.isEmpty else { return nil }
      self = .layers(String(word.map { $0 ? "h" : "c" }))
    case .unknown: return nil
    }
  }
}
