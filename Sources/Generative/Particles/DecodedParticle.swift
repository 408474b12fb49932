import Clusters
import Foundation
import Numerics
import Synchronization
import Tensors

/// What the decoder's numbers say: a motif, and the facets that cut it.
package struct DecodedParticle {
  package let motif: Motif
  /// Occupied sites, in units of the bond length.
  package let positions: [SIMD3<Double>]

  /// No facet stands further out, in units of the bond length, whatever wild weights say.
  private static let farthest = 14.0
  /// At least so many sites are occupied.
  private static let fewest = 4

  /// - Parameter output: the decoder's, in the columns of `MotifFrame`.
  package init(_ output: [Float]) {
    let output = output.map { $0.isFinite ? $0 : 0 }
    let choice = MotifFrame.choices.max { output[$0] < output[$1] } ?? 1
    let frame = MotifFrame.all[choice - MotifFrame.choices.lowerBound]
    let distances = Tape.facetDistances(
      output, frame.column, frame.facets, start: frame.start
    ).map {
      $0.isFinite ? min(Double($0), Self.farthest) : Self.farthest
    }
    // Many facets stand far out and cut nothing, so that few particles reach as far as they could:
    // one has ended where the outermost 3 d that were looked at are empty.
    let limit = 1.75 * (distances.max() ?? 1) + 0.5  // the corners of a cube with these facets
    var reach = min(distances.sorted()[distances.count / 2] + 4, limit)
    while true {
      let table = Self.table(frame, distances, output[MotifFrame.letters], reach: reach)
      let inside = Self.inside(table, distances, reach: reach)
      let outermost = inside.max().map { table.sites[$0].position } ?? .zero
      if (outermost * outermost).sum().squareRoot() < reach - 3 || reach == limit {
        motif = table.motif
        positions = inside.map { table.sites[$0].position }
        return
      }
      reach = min(1.5 * reach, limit)
    }
  }

  /// The sites of a table that facets enclose, nearest first.
  private static func inside(
    _ table: FacetHeights, _ distances: [Double], reach: Double
  ) -> [Int] {
    let count = table.count(within: reach)
    let gaps = table.gauges(
      count, minus: table.lanes(distances, padding: 0),
      times: table.lanes(distances.map { _ in 1 }, padding: 1))
    // The smooth minimum of the training, where the hard one does not say it.
    let rounding = Tape.facetRounding
    let inside = gaps.indices.filter { site in
      guard gaps[site] < 0 else { return false }
      guard gaps[site] > -rounding * 4 else { return true }
      let sum = zip(table.row(site), distances).reduce(Float(0)) { sum, pair in
        sum + expf((pair.0 - Float(pair.1)) / rounding)
      }
      return sum < 1
    }
    guard inside.count < fewest else { return inside }
    return Array(gaps.indices.sorted { gaps[$0] < gaps[$1] }.prefix(fewest))
  }

  private static func table(
    _ frame: MotifFrame, _ distances: [Double], _ letters: ArraySlice<Float>, reach: Double
  ) -> FacetHeights {
    guard case .layers = frame.motif else {
      return tables.table(of: frame.motif, reach: reach)
    }
    // Beyond its ends a word goes on as its last layers inside do.
    let facets = frame.motif.facets
    func end(_ side: Double) -> Int {
      let facet = facets.firstIndex { $0.normal.z * side > 0.999 } ?? 0
      return min(Int(clamping: distances[facet] / LayerWord.spacing), LayerWord.side)
    }
    let (low, high) = (-max(end(-1) - 1, 0), max(end(1) - 1, 0))
    let said = letters.map { $0 > 0 }
    let word = (-LayerWord.side...LayerWord.side).map { layer in
      said[min(max(layer, low), high) + LayerWord.side] ? "h" : "c"
    }.joined()
    return FacetHeights(.layers(word), reach: reach)
  }

  private static let tables = SharedTables()
}

/// Tables of motifs, made when they are first asked for and made again where they do not reach far
/// enough.
private final class SharedTables: Sendable {
  private let known = Mutex<[Motif: FacetHeights]>([:])

  package func table(of motif: Motif, reach: Double) -> FacetHeights {
    known.withLock { known in
      if let table = known[motif], table.reach >= reach { return table }
      let table = FacetHeights(motif, reach: max(reach, 8))
      known[motif] = table
      return table
    }
  }
}
