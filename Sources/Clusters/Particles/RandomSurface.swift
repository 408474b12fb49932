import Foundation
import Numerics

/// What a random surface looks like.
enum SurfaceKind {
  /// Facets at equal distances in a family, around an atom or a gap.
  case ideal
  /// The same around any centre, stretched along an axis.
  case stretched
  /// The same with facets moved one by one.
  case uneven
  /// Three pairs of facets at very different distances.
  case block
  case ellipsoid
}

/// A surface up to its size: a gauge for every place, of which the smallest are inside.
struct RandomSurface {
  private let centre: SIMD3<Double>
  private let form: Form

  /// The inverse of a distance so far out that a facet never cuts.
  private static let never = 1e-6

  private enum Form {
    /// The inverse distance of every facet.
    case facets([Double])
    /// Stretched along an axis.
    case ellipsoid(axis: SIMD3<Double>, stretch: Double)
  }

  init(_ kind: SurfaceKind, of table: FacetHeights, from random: inout RandomGenerator) {
    let height = random.uniform(in: -1...1)
    let angle = random.uniform(in: 0...(2 * .pi))
    let ring = (1 - height * height).squareRoot()
    let axis = SIMD3(ring * cos(angle), ring * sin(angle), height)
    let stretch = random.uniform(in: 0.8...1.25)
    let choices = table.motif.ballCentres
    var drawn = SIMD3(
      random.uniform(in: -0.6...0.6), random.uniform(in: -0.6...0.6), random.uniform(in: -0.6...0.6)
    )
    // The middle letter of a word belongs to the layer in the middle, or the lower one of two.
    if case .layers = table.motif { drawn.z = (drawn.z + 0.6) / 1.2 * LayerWord.spacing / 2 }
    centre =
      kind == .ideal ? choices[Int(clamping: random.uniform() * Double(choices.count))] : drawn
    switch kind {
    case .ellipsoid: form = .ellipsoid(axis: axis, stretch: stretch * stretch)
    case .block: form = .facets(Self.block(table.motif, from: &random))
    case .ideal, .stretched, .uneven:
      var families: [String: Double] = [:]
      form = .facets(
        table.facets.map { facet in
          let family = families[facet.family] ?? random.uniform(in: 0.8...1.4)
          families[facet.family] = family
          let along = (facet.normal * axis).sum()
          let stretched = (1 + (stretch * stretch - 1) * along * along).squareRoot()
          let moved = kind == .uneven ? random.uniform(in: 0.85...1.15) : 1
          return 1 / (family * moved * (kind == .ideal ? 1 : stretched))
        })
    }
  }

  /// The inverse distances of facets of which three pairs are left: rods and plates of up to 1 to 9,
  /// with four or six sides. Five-fold and twenty-fold ones keep all facets, with families at 0.5 to 2.
  private static func block(
    _ motif: Motif, from random: inout RandomGenerator
  ) -> [Double] {
    var inverse: [String: Double] = [:]
    func drawn(_ key: String, _ most: Double) -> Double {
      let value = inverse[key] ?? pow(most, random.uniform(in: -1...1))
      inverse[key] = value
      return value
    }
    if motif == .fiveFold || motif == .twentyFold {
      return motif.facets.map { drawn($0.family, 2) }
    }
    let family = random.uniform() < 0.5 ? "{10-10}" : "{11-20}"
    let isRhombic = random.uniform() < 0.7
    return motif.facets.map { facet in
      let n = facet.normal
      switch facet.family {
      case "{100}" where motif == .sc || motif == .bcc || motif == .fcc:
        return drawn(abs(n.x) > 0.5 ? "x" : abs(n.y) > 0.5 ? "y" : "z", 3)
      case "{0001}": return drawn("z", 3)
      case family:
        guard isRhombic else { return drawn("x", 3) }
        // Opposite sides are alike, and the third pair lies at the tips.
        let turn = Int((atan2(n.y, n.x) / (.pi / 3) + 6.25).rounded(.down)) % 3
        return turn == 2 ? never : drawn(turn == 0 ? "x" : "y", 3)
      default: return never
      }
    }
  }

  /// The gauges of the sites of a table within a distance of its origin.
  func gauges(of table: FacetHeights, within reach: Double) -> [Float] {
    let count = table.count(within: reach)
    switch form {
    case .facets(let inverse):
      return table.gauges(
        count, minus: table.lanes(table.heights(of: centre), padding: 0),
        times: table.lanes(inverse, padding: 1))
    case .ellipsoid(let axis, let stretch):
      return table.sites.prefix(count).map { site in
        let step = site.position - centre
        let along = (step * axis).sum() * (1 / stretch - 1)
        return Float(length(step + along * axis))
      }
    }
  }
}
