import Clusters
import Foundation
import Scattering

extension PairCounts {
  /// Pairs of an atom of an endless crystal, up to a distance, where all of them are wanted.
  init(_ crystal: Crystal, upTo reach: Double) {
    let shells = crystal.shells(upTo: reach)
    self.init(distances: shells.distances, counts: shells.numbers.map { $0 / 2 }, atoms: 1)
  }

  /// Pairs of an atom of an endless crystal less those of an even density, which fade out between
  /// two distances in Å.
  ///
  /// What is left fluctuates around zero, as G(r) does, and has nothing at small angles.
  init(_ crystal: Crystal, fadingFrom start: Double, to end: Double, step: Double) {
    self.init(crystal, upTo: end)
    let density = crystal.density
    for r in stride(from: step / 2, to: end, by: step) {
      distances.append(r)
      counts.append(-2 * Double.pi * density * r * r * step)
    }
    for (place, r) in distances.enumerated() where r > start {
      let x = min((r - start) / (end - start), 1)
      counts[place] *= (1 + cos(Double.pi * x)) / 2
    }
  }
}
