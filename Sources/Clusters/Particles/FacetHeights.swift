/// The sites of a motif around its origin, nearest first, and how far out each lies along every
/// facet: made once for many particles.
///
/// A facet that does not cut a site's crystal has it at −∞. Rows are padded to whole vectors, with
/// −∞ as well.
package final class FacetHeights: Sendable {
  package typealias Lane = SIMD16<Float>

  package let motif: Motif
  package let sites: [Motif.Site]
  package let facets: [Motif.Facet]

  /// Vectors a site.
  package let lanes: Int

  /// In units of d, as far as sites are known.
  package let reach: Double

  private let heights: [Lane]  // [sites, lanes]

  package init(_ motif: Motif, reach: Double) {
    self.motif = motif
    self.reach = reach
    let (sites, facets) = (motif.sites(within: reach), motif.facets)
    let lanes = (facets.count + Lane.scalarCount - 1) / Lane.scalarCount
    self.lanes = lanes
    heights = sites.flatMap { site in
      (0..<lanes).map { lane in
        var row = Lane(repeating: -.infinity)
        for place in 0..<Lane.scalarCount where lane * Lane.scalarCount + place < facets.count {
          let facet = facets[lane * Lane.scalarCount + place]
          if let height = facet.height(of: site) { row[place] = Float(height) }
        }
        return row
      }
    }
    (self.sites, self.facets) = (sites, facets)
  }

  /// How many sites lie within a distance of the origin.
  package func count(within distance: Double) -> Int {
    var (low, high) = (0, sites.count)
    while low < high {
      let middle = (low + high) / 2
      if length(sites[middle].position) <= distance { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A value for each facet as vectors; what pads them is `padding`.
  package func lanes(_ values: [Double], padding: Float) -> [Lane] {
    (0..<lanes).map { lane in
      var row = Lane(repeating: padding)
      for place in 0..<Lane.scalarCount where lane * Lane.scalarCount + place < values.count {
        row[place] = Float(values[lane * Lane.scalarCount + place])
      }
      return row
    }
  }

  /// How far out a place lies along every facet.
  package func heights(of place: SIMD3<Double>) -> [Double] {
    facets.map { ($0.normal * place).sum() }
  }

  /// For the first `count` sites the largest of (height − offset) · factor over the facets.
  package func gauges(_ count: Int, minus offsets: [Lane], times factors: [Lane]) -> [Float] {
    var gauges = [Float](repeating: 0, count: count)
    heights.withUnsafeBufferPointer { heights in
      for site in 0..<count {
        var largest = Lane(repeating: -.infinity)
        for lane in 0..<lanes {
          let value = (heights[site * lanes + lane] - offsets[lane]) * factors[lane]
          largest = pointwiseMax(largest, value)
        }
        gauges[site] = largest.max()
      }
    }
    return gauges
  }

  /// The largest height of some sites along every facet; −∞ for a facet that cuts none of them.
  package func support(of some: [Int]) -> [Double] {  // [facets]
    var largest = [Lane](repeating: Lane(repeating: -.infinity), count: lanes)
    for site in some {
      for lane in 0..<lanes {
        largest[lane] = pointwiseMax(largest[lane], heights[site * lanes + lane])
      }
    }
    return facets.indices.map {
      Double(largest[$0 / Lane.scalarCount][$0 % Lane.scalarCount])
    }
  }

  /// The heights of a site.
  package func row(_ site: Int) -> [Float] {  // [facets]
    facets.indices.map {
      heights[site * lanes + $0 / Lane.scalarCount][$0 % Lane.scalarCount]
    }
  }
}
