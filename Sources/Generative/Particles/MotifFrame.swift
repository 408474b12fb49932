import Clusters
import Foundation
import Numerics

/// A motif as the decoder speaks of it: the columns of its facets, and the orientation that a
/// particle of it is brought into.
///
/// A PDF does not know how a particle is turned, so of all orientations in which the motif falls
/// onto itself one is agreed upon: that of the largest Σ w_f h_f of its facets' distances h with a
/// fixed set of weights w. The origin is the site nearest to the mean of the atoms.
package struct MotifFrame: Sendable {
  /// For words of layers, any of them.
  package let motif: Motif
  /// First column of the facets; the width of the surface follows them.
  package let column: Int
  package let facets: Int
  /// The logarithm of the radius of a ball with one site in it, by the motif's density.
  package let start: Float
  private let permutations: [[Int]]
  /// From the other kind of site of hcp, which sees the motif turned by half a turn.
  private let turned: [Int]
  private let weights: [Double]

  /// All that can be decoded, in the order of their logits.
  package static let all: [MotifFrame] = {
    var column = letters.upperBound
    return (Motif.simple + [.layers("chc")]).map { motif in
      let frame = MotifFrame(motif, column: column)
      column += frame.facets + 1
      return frame
    }
  }()

  /// A third of the logarithm of the number of atoms, which all motifs share.
  package static let radius = 0
  /// Logits of the motifs.
  package static let choices = 1..<8
  /// Logits of h for each layer of a word.
  package static let letters = 8..<8 + 2 * LayerWord.side + 1
  /// All that the decoder gives.
  package static let columns = (all.last?.column ?? 0) + (all.last?.facets ?? 0) + 1

  private init(_ motif: Motif, column: Int) {
    let facets = motif.facets
    var random = RandomGenerator(seed: 1)
    (self.motif, self.column, self.facets) = (motif, column, facets.count)
    start = Float(log(0.62 / cbrt(motif.density)))
    permutations = motif.facetSymmetries
    weights = facets.map { _ in random.uniform() }
    turned = facets.map { facet in
      let opposite = SIMD3(-facet.normal.x, -facet.normal.y, facet.normal.z)
      return facets.firstIndex { ($0.normal * opposite).sum() > 1 - 1e-6 } ?? 0
    }
  }

  /// The number of a motif's frame.
  package static func index(of motif: Motif) -> Int {
    all.firstIndex { $0.motif == motif } ?? all.count - 1
  }

  /// Where the origin of a particle goes whose atoms have their mean at a place.
  package func origin(near mean: SIMD3<Double>, among sites: [Motif.Site]) -> SIMD3<Double> {
    func isOrigin(_ place: SIMD3<Double>) -> Bool {
      switch motif {
      case .sc, .bcc, .fcc, .hcp: true
      case .fiveFold: abs(place.x) + abs(place.y) < 1e-6
      case .twentyFold: (place * place).sum() < 1e-6
      case .layers: abs(place.z) < 1e-6
      }
    }
    func distance(_ place: SIMD3<Double>) -> Double { ((place - mean) * (place - mean)).sum() }
    return sites.lazy.map(\.position).filter(isOrigin).min { distance($0) < distance($1) } ?? .zero
  }

  /// Which facet comes to each facet's place, of a particle with these distances from an origin.
  package func orientation(of distances: [Double], around origin: SIMD3<Double>) -> [Int] {
    let layer = Int((origin.z / LayerWord.spacing).rounded())
    let start = motif == .hcp && layer % 2 != 0 ? turned : Array(distances.indices)
    func value(_ permutation: [Int]) -> Double {
      zip(weights, permutation).reduce(0) { $0 + $1.0 * distances[start[$1.1]] }
    }
    let best = permutations.max { value($0) < value($1) } ?? Array(distances.indices)
    return best.map { start[$0] }
  }
}
