import Clusters
import Foundation
import Numerics
import Tensors

/// What the networks are shown of a particle.
package struct ParticleTarget: Codable, Sendable {
  package let frame: Int
  package let sites: FacetSites
  /// A third of the logarithm of the number of atoms.
  package let radius: Double
  /// Which layers are h, and which of them lie inside, where the motif is a word.
  package let letters, inner: [Float]  // [letters]
  package let graph: ParticleGraph

  /// Sites that are looked at, of those within `depth` of the facets.
  private static let most = 96
  // The next layer outside has to be seen, which in sc is 1 away.
  private static let depth: Float = 1.15

  package init(_ particle: DrawnParticle, from random: inout RandomGenerator) {
    let (table, positions) = (particle.table, particle.positions)
    radius = log(Double(particle.count)) / 3
    frame = MotifFrame.index(of: particle.motif)
    let own = MotifFrame.all[frame]
    let mean = positions.reduce(.zero, +) / Double(positions.count)
    let near = table.count(within: (mean * mean).sum().squareRoot() + 1.5)
    let origin = own.origin(near: mean, among: Array(table.sites.prefix(near)))
    let shift = table.heights(of: origin)
    let distances = zip(table.support(of: particle.occupied), shift).map { max($0 - $1, 0) }
    let orientation = own.orientation(of: distances, around: origin)

    let gaps = table.gauges(
      table.count(within: table.sites[particle.occupied.last ?? 0].position.length + 1.5),
      minus: table.lanes(zip(distances, shift).map(+), padding: 0),
      times: table.lanes(distances.map { _ in 1 }, padding: 1))
    let candidates = gaps.indices.filter { abs(gaps[$0]) < Self.depth }
    let chosen = candidates.shuffled(using: &random).prefix(Self.most)
    let occupied = Set(particle.occupied)
    sites = FacetSites(
      column: own.column, facets: own.facets, start: own.start,
      heights: chosen.flatMap { site in
        let row = table.row(site)
        return orientation.map { row[$0] - Float(shift[$0]) }
      }, occupied: chosen.map { occupied.contains($0) ? 1 : 0 })

    if case .layers(let word) = particle.motif {
      letters = word.map { $0 == "h" ? 1 : 0 }
      let heights = positions.map { Int(($0.z / LayerWord.spacing).rounded()) }
      let inside = (heights.min() ?? 0) + 1..<max(heights.max() ?? 0, (heights.min() ?? 0) + 1)
      inner = (-LayerWord.side...LayerWord.side).map { inside.contains($0) ? 1 : 0 }
    } else {
      letters = [Float](repeating: 0, count: MotifFrame.letters.count)
      inner = letters
    }
    graph = ParticleGraph(positions)
  }
}

extension SIMD3<Double> {
  fileprivate var length: Double { (self * self).sum().squareRoot() }
}
