/// A family of particles that a series can be without, or have alone: what does a model make of
/// particles of a kind that it never saw?
public enum ParticleFamily: String, CaseIterable, Sendable {
  /// Five-fold twins with the notches of Marks, r > 0.
  case reentrant
  /// Close-packed layers with one plane of twins, one h among c.
  case twins
  /// sc, bcc and fcc cut by more than one family of facets.
  case truncated

  /// Types that have such particles.
  public var types: Set<StructureType> {
    switch self {
    case .reentrant: [.decahedral]
    case .twins: [.stacking]
    case .truncated: [.sc, .bcc, .fcc]
    }
  }

  package func has(_ particle: DrawnParticle) -> Bool {
    switch (self, particle.motif) {
    case (.reentrant, .fiveFold): particle.isCut(by: "{111} notch")
    case (.twins, .layers(let word)):
      particle.innerWord(word).count { $0 == "h" } == 1
    case (.truncated, .sc), (.truncated, .bcc), (.truncated, .fcc):
      Set(particle.table.facets.map(\.family)).count { particle.isCut(by: $0) } > 1
    default: false
    }
  }
}

extension DrawnParticle {
  /// The letters of the layers inside.
  func innerWord(_ word: String) -> String {
    let heights = positions.map(\.z)
    return LayerWord.inner(word, from: heights.min() ?? 0, to: heights.max() ?? 0)
  }

  /// Whether without the facets of a family more sites would lie inside.
  func isCut(by family: String) -> Bool {
    let support = table.support(of: occupied)
    // One that cuts none of its crystal's sites stands at −∞.
    let distances = zip(table.facets, support).map {
      $0.family == family ? Double.greatestFiniteMagnitude : max($1, -table.reach) + 1e-4
    }
    let farthest = table.sites[occupied.last ?? 0].position
    let gauges = table.gauges(
      table.count(within: 1.8 * (farthest * farthest).sum().squareRoot() + 1),
      minus: table.lanes(distances, padding: 0),
      times: table.lanes(distances.map { _ in 1 }, padding: 1))
    return gauges.count { $0 <= 0 } > occupied.count
  }
}
