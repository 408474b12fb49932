import Foundation
import Numerics

extension Cluster {
  /// The close-packed layers that lie across z, read off the positions; nil where there are none.
  ///
  /// Layers are √(2/3) d apart. Within one, all atoms have the same phase φ of exp(i k·x), with
  /// k = 2π/d (1, −1/√3, 0) a reciprocal vector of the layer's lattice; from A to B and from B to C
  /// φ grows by 2π/3. The first two layers are called A and B.
  public var sequence: StackingSequence? {
    let layers = layersAcrossZ
    guard layers.count > 1 else { return nil }
    let heights = layers.map { layer in layer.reduce(0) { $0 + $1.z } / Double(layer.count) }
    // An eighth of a layer's distance is far more than what a model misplaces it by.
    let spacing = (2.0 / 3).squareRoot() * bond
    guard zip(heights, heights.dropFirst()).allSatisfy({ abs($1 - $0 - spacing) < spacing / 8 })
    else { return nil }

    let k = SIMD3<Double>(1, -1 / 3.0.squareRoot(), 0) * (2 * .pi / bond)
    var phases: [Double] = []
    for layer in layers {
      let angles = layer.map { (k * $0).sum() }
      let (x, y) = (angles.reduce(0) { $0 + cos($1) }, angles.reduce(0) { $0 + sin($1) })
      // Two atoms are in phase by chance too easily; a square lattice has no phase at all.
      guard layer.count > 2, hypot(x, y) > 0.7 * Double(layer.count) else { return nil }
      phases.append(atan2(y, x))
    }
    return StackingSequence(
      steps: zip(phases, phases.dropFirst()).map {
        (Int(clamping: (3 * ($1 - $0) / (2 * .pi)).rounded()) % 3 + 3) % 3
      })
  }

  /// Atoms at about the same height, from below.
  private var layersAcrossZ: [[SIMD3<Double>]] {
    var layers: [[SIMD3<Double>]] = []
    for position in positions.sorted(by: { $0.z < $1.z }) {
      if let below = layers.last?.last, position.z - below.z < 0.3 * bond {
        layers[layers.count - 1].append(position)
      } else {
        layers.append([position])
      }
    }
    return layers
  }
}
