import Clusters
import Synchronization

/// The transform of the last simulation, for the next one under the same conditions.
///
/// Transforms are made for multiples of 2 Å, so that clusters of about a size share one, and a PDF does
/// not depend on what was simulated before it.
package final class KeptTransform: Sendable {
  private let last = Mutex<DebyeTransform?>(nil)

  package init() {}

  /// A transform for all of these clusters, made or kept.
  ///
  /// - Throws: `ScatteringError` for impossible conditions.
  package func transform(
    _ conditions: ScatteringConditions, for clusters: some Sequence<Cluster>,
    while shouldContinue: @escaping @Sendable () -> Bool
  ) throws(ScatteringError) -> DebyeTransform {
    let reach = (clusters.reduce(0) { max($0, $1.diameter) } / 2).rounded(.up) * 2
    if let kept = last.withLock({ $0 }), kept.conditions == conditions, kept.reach == reach {
      return kept.asking(shouldContinue)
    }
    let made = try DebyeTransform(conditions, reach: reach, while: shouldContinue)
    // Larger tables are not worth their memory: there, the pairs take longer.
    let isSmall = made.sines.count * made.sines.points < 4_000_000
    last.withLock { $0 = isSmall ? made.asking { true } : nil }
    return made
  }
}
