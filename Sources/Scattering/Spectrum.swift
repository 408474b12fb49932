import Clusters
import Foundation

/// Σ_pairs T_j(2u − 1) sin(qr)/r of one structure, to be read at any q of a fit's range.
///
/// Sums of sines are band-limited in q by the longest distance, so they are taken once on a grid
/// of q, and an expansion by e reads them at e·q, with their slope.
struct Spectrum {
  let rows: Int
  private let values: [Float]  // [rows, count]
  private let count: Int
  private let start: Int
  private let step: Double
  private let gridStep: Double

  init(_ cluster: Cluster, _ pairs: PairGrid, in model: FitModel) {
    let rows = pairs.rows
    let count = model.spectrum.count
    self.rows = rows
    self.count = count
    start = model.spectrumStart
    step = model.spectrumStep
    gridStep = pairs.step
    var grid = [Float](repeating: 0, count: rows * pairs.points)
    var values = [Float](repeating: 0, count: rows * count)
    grid.withUnsafeMutableBufferPointer { grid in
      model.spectrum.values.withUnsafeBufferPointer { table in
        guard let grid = grid.baseAddress, let table = table.baseAddress else { return }
        pairs.add(cluster, to: grid)
        Products.multiply(
          grid, table, into: &values, m: rows, n: count, k: pairs.points, transposed: false)
      }
    }
    self.values = values
  }

  /// The sum of row j at each q times `expansion`, and where asked its derivative by q there.
  func read(
    _ row: Int, at q: [Double], times expansion: Double, values target: inout [Double],
    slopes: inout [Double], derivatives: Bool
  ) {
    let (kernel, bend) = (SpreadingKernel.polynomial, SpreadingKernel.slope)
    let perStep = 1 / step
    let offset = row * count - SpreadingKernel.before - start
    values.withUnsafeBytes { bytes in
      for k in q.indices {
        let place = q[k] * expansion * perStep
        let whole = place.rounded(.down)
        let fraction = Float(place - whole)
        let near = bytes.loadUnaligned(
          fromByteOffset: 4 * (offset + Int(whole)), as: SIMD8<Float>.self)
        let value = Double((near * kernel(fraction)).sum())
        let (inverse, rise) = SpreadingKernel.inverse(q[k] * expansion * gridStep)
        target[k] = value * inverse
        if derivatives {
          let slope = Double((near * bend(fraction)).sum()) * perStep
          slopes[k] = slope * inverse + value * rise * gridStep
        }
      }
    }
  }
}
