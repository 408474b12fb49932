import Foundation
import Numerics

extension Motif {
  /// Crystal k lies between the rays k − 1 and k; columns along z stand at whole steps along both.
  private static let rays: [SIMD3<Double>] = (0..<5).map { sector in
    let angle = Double.pi * (0.5 + 0.4 * Double(sector))
    return SIMD3(cos(angle), sin(angle), 0) * (3.0.squareRoot() / 2)
  }

  private static func edges(of sector: Int) -> (from: SIMD3<Double>, to: SIMD3<Double>) {
    (rays[(sector + 4) % 5], rays[sector])
  }

  func fiveFoldSites(within reach: Double) -> [Site] {
    var sites: [Site] = []
    func column(at foot: SIMD3<Double>, ring: Int, domains: UInt32) {
      let room = reach * reach - (foot * foot).sum()
      guard room >= 0 else { return }
      // Rings of odd number lie half a bond higher.
      let shift = Double(ring % 2) / 2
      let last = Int(clamping: room.squareRoot()) + 1
      for k in -last...last {
        let z = Double(k) + shift
        if z * z <= room + 1e-9 { sites.append(Site(foot + SIMD3(0, 0, z), domains: domains)) }
      }
    }
    column(at: .zero, ring: 0, domains: 31)
    // A crystal's side stands at 0.7 of a ring's number.
    for ring in 1...(Int(reach / 0.7) + 1) {
      for sector in 0..<5 {
        let (from, to) = Self.edges(of: sector)
        for i in 0..<ring {
          let domains: UInt32 = 1 << sector | (i == 0 ? 1 << ((sector + 4) % 5) : 0)
          column(at: Double(ring - i) * from + Double(i) * to, ring: ring, domains: domains)
        }
      }
    }
    return sites
  }

  /// Of each crystal the {100} side, the {111} caps, and the {111} notches of Marks.
  static let fiveFoldFacets: [Facet] =
    (0..<5).flatMap { sector in
      let (from, to) = edges(of: sector)
      let side = (from + to) / ((from + to) * from).sum()  // counts rings
      let domains: UInt32 = 1 << sector
      let up = SIMD3<Double>(0, 0, 1)
      return [
        Facet("{100}", side, domains: domains),
        Facet("{111} cap", side / 2 + up, domains: domains),
        Facet("{111} cap", side / 2 - up, domains: domains),
        Facet("{111} notch", from * 0.75 - to * (from * to).sum(), domains: domains),
        Facet("{111} notch", to * 0.75 - from * (from * to).sum(), domains: domains),
      ]
    } + [Facet("end", SIMD3(0, 0, 1)), Facet("end", SIMD3(0, 0, -1))]
}
