import Clusters
import Foundation
import Numerics

/// The kinds of a particle's close-packed layers, read off its atoms.
///
/// Layers are √(2/3) apart. Within one, all atoms have the same phase of exp(i k·x), with k a
/// reciprocal vector of the layer's lattice; from A to B and from B to C it grows by 2π/3. Of all
/// directions along which atoms are layers, the one with most layers of kind h counts; of fcc, which
/// has several and no h, the one with most layers.
package struct LayersSeen {
  package static let features = 2 * LayerWord.side + 1
  package static let none = [Float](repeating: 0, count: features)

  /// 1 for h and −1 for c around the middle layer, or the lower one of two; 0 where no layer lies
  /// between two others. They are read from the end at which the word comes first.
  package let letters: [Float]  // [features]

  /// As many atoms must be in phase with their layer.
  private static let least = 0.95

  /// - Parameters:
  ///   - places: in units of the bond length.
  ///   - stackings: normals of layers, and a bond within them.
  package init?(
    of places: [SIMD3<Double>], along stackings: [(normal: SIMD3<Double>, bond: SIMD3<Double>)]
  ) {
    let words = stackings.compactMap { Self.word(of: places, along: $0.normal, $0.bond) }
    func text(_ word: [Bool]) -> String { String(word.map { $0 ? "h" : "c" }) }
    func number(_ word: [Bool]) -> Int { word.count { $0 } }
    guard
      var word = words.max(by: { (number($0), text($0)) < (number($1), text($1)) })
    else { return nil }
    if text(word.reversed()) < text(word) { word.reverse() }
    // The word has neither the lowest layer nor the highest one.
    let middle = (word.count + 1) / 2 - 1
    letters = (-LayerWord.side...LayerWord.side).map { layer in
      let place = layer + middle
      return word.indices.contains(place) ? (word[place] ? 1 : -1) : 0
    }
  }

  /// Which layers inside are h, from below; nil where atoms are no layers.
  private static func word(
    of places: [SIMD3<Double>], along normal: SIMD3<Double>, _ bond: SIMD3<Double>
  ) -> [Bool]? {
    guard let first = places.first else { return nil }
    let other = SIMD3(
      normal.y * bond.z - normal.z * bond.y, normal.z * bond.x - normal.x * bond.z,
      normal.x * bond.y - normal.y * bond.x)
    let k = (bond - other / 3.0.squareRoot()) * (2 * Double.pi)
    var layers: [Int: SIMD2<Double>] = [:]
    for place in places {
      let step = place - first
      let height = (step * normal).sum() / LayerWord.spacing
      guard abs(height - height.rounded()) < 0.2 else { return nil }
      let phase = (step * k).sum()
      layers[Int(clamping: height.rounded()), default: .zero] += SIMD2(cos(phase), sin(phase))
    }
    let sums = layers.sorted { $0.key < $1.key }
    let inPhase = sums.reduce(0) { $0 + ($1.value * $1.value).sum().squareRoot() }
    guard sums.count > 2, sums[sums.count - 1].key - sums[0].key == sums.count - 1,
      inPhase > least * Double(places.count)
    else { return nil }
    let phases = sums.map { atan2($0.value.y, $0.value.x) }
    let steps = zip(phases, phases.dropFirst()).map {
      (Int(clamping: (3 * ($1 - $0) / (2 * .pi)).rounded()) % 3 + 3) % 3
    }
    guard steps.allSatisfy({ $0 != 0 }) else { return nil }
    return zip(steps, steps.dropFirst()).map { $0 != $1 }
  }
}
