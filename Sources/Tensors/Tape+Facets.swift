import Foundation

/// Sites around the surface of a particle, and what facets have to say of them.
public struct FacetSites: Codable, Sendable {
  /// First column of the facets in the decoder's output, with the width of the surface behind them.
  public let column: Int
  public let facets: Int
  /// The logarithm of the radius of a particle of size 1.
  public let start: Float
  /// How far out each site lies along each facet; −∞ where a facet does not cut it.
  public let heights: [Float]  // [sites, facets]
  /// 1 for an occupied site, else 0.
  public let occupied: [Float]  // [sites]

  public init(
    column: Int, facets: Int, start: Float = 0, heights: [Float], occupied: [Float]
  ) {
    (self.column, self.facets, self.start) = (column, facets, start)
    (self.heights, self.occupied) = (heights, occupied)
  }
}

extension Tape {
  /// How much a place is rounded where facets meet, in units of d.
  public static let facetRounding: Float = 0.08
  /// Usual width of a surface, in units of d.
  public static let surfaceWidth: Float = 0.15

  /// How far out facets stand, by a row of the decoder's output.
  public static func facetDistances(
    _ row: UnsafePointer<Float>, _ column: Int, _ facets: Int, start: Float
  ) -> [Float] {
    (0..<facets).map { expf(start + row[0] + row[column + $0]) }
  }

  /// Cross entropy of which sites are occupied, summed over the rows, each the mean over its sites
  /// [1, 1].
  ///
  /// A facet stands at h_f = exp(s + x₀ + x_f), with the particle's start s and x₀ in the first
  /// column of a row. A site with heights p_f is occupied with the logit m/(0.15 exp t), where m is
  /// the smooth minimum of h_f − p_f over the facets, −T log Σ_f exp(−(h_f − p_f)/T), and t follows
  /// the facets.
  public func facetEntropy(_ x: Node, _ rows: [FacetSites]) -> Node {
    precondition(x.rows == rows.count, "\(x.rows) rows for \(rows.count) particles")
    let loss = result(1, 1)
    let size = rows.map { $0.occupied.count * $0.facets }
    let shares = scratch(size.reduce(0, +))  // of each facet in a site's minimum
    let pulls = scratch(rows.reduce(0) { $0 + $1.occupied.count })  // of each logit
    let logits = scratch(rows.reduce(0) { $0 + $1.occupied.count })
    let rounding = Self.facetRounding
    var sum = 0.0
    var (edge, site) = (0, 0)
    for (row, particle) in rows.enumerated() {
      let output = x.values + row * x.columns
      let facets = particle.facets
      let distances = Self.facetDistances(
        output, particle.column, facets, start: particle.start)
      let width = Self.surfaceWidth * expf(output[particle.column + facets])
      let weight = 1 / Float(max(particle.occupied.count, 1))
      particle.heights.withUnsafeBufferPointer { heights in
        for place in particle.occupied.indices {
          let (height, share) = (heights.baseAddress! + place * facets, shares + edge)
          var least = Float.infinity
          for f in 0..<facets { least = min(least, distances[f] - height[f]) }
          var total: Float = 0
          for f in 0..<facets {
            share[f] = expf((least - distances[f] + height[f]) / rounding)
            total += share[f]
          }
          for f in 0..<facets { share[f] /= total }
          let logit = (least - rounding * logf(total)) / width
          let target = particle.occupied[place]
          sum += Double(weight * (softplus(logit) - target * logit))
          logits[site] = logit
          pulls[site] = weight * (sigmoid(logit) - target)
          (edge, site) = (edge + facets, site + 1)
        }
      }
    }
    loss.values[0] = Float(sum)
    record {
      guard let dx = x.gradients else { return }
      let factor = loss.gradients![0]
      var (edge, site) = (0, 0)
      for (row, particle) in rows.enumerated() {
        let (output, gradient) = (x.values + row * x.columns, dx + row * x.columns)
        let (column, facets) = (particle.column, particle.facets)
        let width = Self.surfaceWidth * expf(output[column + facets])
        var moves = [Float](repeating: 0, count: facets)
        for _ in particle.occupied {
          let pull = factor * pulls[site]
          gradient[column + facets] -= pull * logits[site]
          for f in 0..<facets { moves[f] += pull / width * shares[edge + f] }
          (edge, site) = (edge + facets, site + 1)
        }
        let distances = Self.facetDistances(output, column, facets, start: particle.start)
        let total = (0..<facets).reduce(Float(0)) { $0 + moves[$1] * distances[$1] }
        gradient[0] += total
        for f in 0..<facets {
          gradient[column + f] += moves[f] * distances[f]
        }
      }
    }
    return loss
  }
}
