import Scattering
import Numerics
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

  /// - Parameter add: adds the pairs to the grid.
  init(_ pairs: PairGrid, in model: FitModel, add: (UnsafeMutablePointer<Float>) -> Void) {
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
        add(grid)
        multiply(
          grid, table, into: &values, m: rows, n: count, k: pairs.points, transposed: false)
      }
    }
    self.values = values
  }

  /// What the rows sum to at q times `expansion`, with weights for each row.
  struct Reading {
    /// Σ_j values_j A_j(eq), its derivative by eq, and Σ_j slopes_j A_j(eq).
    var sum = 0.0, rise = 0.0, sharp = 0.0
  }

  /// - Parameter rows: how many rows are summed; only the first ones of `values` count.
  func read(
    at q: Double, rows: Int, _ weights: [Double], _ slopes: [Double], derivatives: Bool
  ) -> Reading {
    let place = q / step
    let whole = place.rounded(.down)
    let fraction = Float(place - whole)
    // Within the table also where q is none.
    let first = min(
      max(Int(clamping: whole) - SpreadingKernel.before - start, 0), count - SpreadingKernel.width)
    var (near, sharp) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
    values.withUnsafeBytes { bytes in
      for row in 0..<rows {
        let line = bytes.loadUnaligned(
          fromByteOffset: 4 * (row * count + first), as: SIMD8<Float>.self)
        near += line * Float(weights[row])
        if rows > 1 { sharp += line * Float(slopes[row]) }
      }
    }
    let kernel = SpreadingKernel.polynomial(fraction)
    let (inverse, bend) = SpreadingKernel.inverse(q * gridStep)
    let value = Double((near * kernel).sum())
    var reading = Reading(sum: value * inverse)
    if derivatives {
      let slope = Double((near * SpreadingKernel.slope(fraction)).sum()) / step
      reading.rise = slope * inverse + value * bend * gridStep
      if rows > 1 { reading.sharp = Double((sharp * kernel).sum()) * inverse }
    }
    return reading
  }
}
