import Foundation
import Numerics

extension Motif {
  /// Triangular layers √(2/3) apart, each a third of a cell beside the one below.
  func layerSites(_ word: String, within reach: Double) -> [Site] {
    let letters = Array(word)
    let spacing = (2.0 / 3).squareRoot()
    let last = Int(clamping: reach / spacing) + 1
    func turns(at layer: Int) -> Bool {
      letters[min(max(layer + letters.count / 2, 0), letters.count - 1)] == "h"
    }
    // How far each layer is moved, in thirds of a cell; a layer of kind h turns the direction. Up to
    // the middle layer a word of c alone goes on as ABC, as `stacking` does.
    var shifts = [0: 0]
    var (step, shift) = (turns(at: 0) ? -1 : 1, 0)
    for layer in 1...last {
      shift += step
      shifts[layer] = shift
      if turns(at: layer) { step = -step }
    }
    (step, shift) = (-1, 0)
    for layer in 1...last {
      shift += step
      shifts[-layer] = shift
      if turns(at: -layer) { step = -step }
    }
    var sites: [Site] = []
    let rows = Int(reach * 2 / 3.0.squareRoot()) + 2
    for layer in -last...last {
      let moved = Double(((shifts[layer] ?? 0) % 3 + 3) % 3) / 3
      for j in -rows...rows {
        let y = (Double(j) + moved) * 3.0.squareRoot() / 2
        let start = (Double(j) + moved) / 2 + moved
        let first = Int(clamping: (-reach - start).rounded(.up))
        for i in first...max(first, Int((reach - start).rounded(.down))) {
          let p = SIMD3(Double(i) + start, y, Double(layer) * spacing)
          if (p * p).sum() <= reach * reach + 1e-9 { sites.append(Site(p)) }
        }
      }
    }
    return sites
  }

  /// The layers themselves, and the prisms around them.
  static let layerFacets: [Facet] =
    [Facet("{0001}", SIMD3(0, 0, 1)), Facet("{0001}", SIMD3(0, 0, -1))]
    + (0..<6).map { Facet("{10-10}", around($0, from: 30)) }
    + (0..<6).map { Facet("{11-20}", around($0, from: 0)) }

  /// The pyramids of hcp; {10-11} stands at tan θ = 2c/(√3 a).
  static let hexagonalFacets: [Facet] = [("{10-11}", 1.0), ("{10-12}", 0.5)].flatMap {
    family, share in
    (0..<6).flatMap { sixth in
      [1.0, -1].map { side in
        let tangent = share * (8.0 / 3).squareRoot() * 2 / 3.0.squareRoot()
        return Facet(family, around(sixth, from: 30) * tangent + SIMD3(0, 0, side))
      }
    }
  }

  /// {111} and {100} of the two fcc crystals that share the layers.
  static let twinFacets: [Facet] = [("{111}", 8.0.squareRoot()), ("{100}", 2.0.squareRoot())]
    .flatMap { family, tangent in
      (0..<6).flatMap { sixth in
        [1.0, -1].map { Facet(family, around(sixth, from: 30) * tangent + SIMD3(0, 0, $0)) }
      }
    }

  private static func around(_ sixth: Int, from degrees: Double) -> SIMD3<Double> {
    let angle = (degrees + 60 * Double(sixth)) * .pi / 180
    return SIMD3(cos(angle), sin(angle), 0)
  }
}
