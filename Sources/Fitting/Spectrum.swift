import Scattering
import Numerics
import Foundation

/// Σ_pairs φ_j(r) sin(qr)/r of one structure for each of its `RadialKnots`, to be read at any q of a
/// fit's range.
///
/// Sums of sines are band-limited in q by the longest distance, so they are taken once on a grid
/// of q, and an expansion by e reads them at e·q, with their slope.
struct Spectrum {
  /// Knots in Å; one without a distance where nothing depends on r.
  let knots: [Double]

  private let rows: Int
  private let values: [Float]  // [count, rows]
  private let plain: [Float]  // [count], the rows' sum
  private let count: Int
  private let start: Int
  private let step: Double
  private let gridStep: Double

  /// Floating-point operations of the matrix product that it took.
  let operations: Double

  /// - Parameter add: adds the pairs to the grid.
  init(_ pairs: PairGrid, in model: FitModel, add: (UnsafeMutablePointer<Float>) -> Void) {
    let rows = pairs.rows
    let count = model.spectrum.count
    self.rows = rows
    self.count = count
    knots = pairs.knots?.distances ?? [1]
    start = model.spectrumStart
    step = model.spectrumStep
    gridStep = pairs.step
    operations = pairs.operations(count)
    var grid = [Float](repeating: 0, count: rows * pairs.points)
    let values = [Float](unsafeUninitializedCapacity: rows * count) { values, filled in
      grid.withUnsafeMutableBufferPointer { grid in
        guard let grid = grid.baseAddress, let values = values.baseAddress else { return }
        add(grid)
        pairs.sums(of: grid, model.spectrum, into: values)
      }
      filled = rows * count
    }
    self.values = values
    plain = Self.plain(values, rows: rows, count: count)
  }

  private static func plain(_ values: [Float], rows: Int, count: Int) -> [Float] {
    rows == 1 ? values : (0..<count).map { values[($0 * rows)..<(($0 + 1) * rows)].reduce(0, +) }
  }

  /// A sum of spectra with the same knots, each with its weight.
  static func sum(_ spectra: [Spectrum], _ weights: [Double]) -> Spectrum {
    Spectrum(spectra, weights)
  }

  private init(_ spectra: [Spectrum], _ weights: [Double]) {
    let first = spectra[0]
    (rows, count, knots, start) = (first.rows, first.count, first.knots, first.start)
    (step, gridStep, operations) = (first.step, first.gridStep, 0)
    var sum = [Float](repeating: 0, count: first.values.count)
    for (spectrum, weight) in zip(spectra, weights) where weight != 0 {
      let weight = Float(weight)
      for i in sum.indices { sum[i] += weight * spectrum.values[i] }
    }
    values = sum
    plain = Self.plain(sum, rows: rows, count: count)
  }

  /// What a line of a reading sums over the knots: Σ_j (own_j + width·byWidth_j) f_j A_j.
  struct Line {
    let own, byWidth: [Double]?

    init(own: [Double]? = nil, byWidth: [Double]? = nil) {
      (self.own, self.byWidth) = (own, byWidth)
    }
  }

  static func padded(_ values: [Double]) -> [SIMD8<Float>] {
    stride(from: 0, to: values.count, by: 8).map { start in
      var vector = SIMD8<Float>.zero
      for lane in 0..<min(8, values.count - start) { vector[lane] = Float(values[start + lane]) }
      return vector
    }
  }

  /// Σ_j (own_j + width·byWidth_j) f_j A_j with f_j = exp(−biso·width·shares_j), for each line and
  /// each q; and the derivatives by q of the first line's sums.
  ///
  /// - Parameters:
  ///   - width: Q²/8π² for each q.
  ///   - shares: w at each knot.
  func read(
    at q: [Double], width: [Double], biso: Double, shares: [SIMD8<Float>], _ lines: [Line]
  ) -> (sums: [Float], rises: [Float]) {  // [lines, q], [q]
    let nodes = q.count
    let terms = lines.flatMap { [$0.own, $0.byWidth] }
    let weights = terms.flatMap { ($0 ?? knots.map { _ in 0 }).map(Float.init) }  // [terms, rows]
    var sums = [Float](repeating: 0, count: lines.count * nodes)
    var rises = [Float](repeating: 0, count: nodes)
    let size = nodes * rows
    withUnsafeTemporaryAllocation(
      of: Float.self, capacity: 2 * size + (terms.count + 2) * nodes
    ) { buffer in
      guard let near = buffer.baseAddress else { return }
      let (climb, products) = (near + size, near + 2 * size)
      let slopes = products + terms.count * nodes
      for k in 0..<nodes {
        take(
          at: q[k], scale: Float(-biso * width[k]), shares, near: near + k * rows,
          climb: climb + k * rows)
      }
      multiply(
        weights, near, into: products, m: terms.count, n: nodes, k: rows, transposed: true)
      multiply(weights, climb, into: slopes, m: 2, n: nodes, k: rows, transposed: true)
      for k in 0..<nodes {
        let (inverse, bend) = SpreadingKernel.inverse(q[k] * gridStep)
        let width = Float(width[k])
        for line in lines.indices {
          let at = 2 * line * nodes + k
          sums[line * nodes + k] = products[at] + width * products[at + nodes]
        }
        let rise = Double(slopes[k] + width * slopes[nodes + k])
        rises[k] = Float(rise / step * inverse + Double(sums[k]) * bend * gridStep)
        for line in lines.indices { sums[line * nodes + k] *= Float(inverse) }
      }
    }
    return (sums, rises)
  }

  /// f_j A_j at q and its derivative by the steps of q, for all knots.
  private func take(
    at q: Double, scale: Float, _ shares: [SIMD8<Float>], near: UnsafeMutablePointer<Float>,
    climb: UnsafeMutablePointer<Float>
  ) {
    let place = Place(q, in: self)
    let (kernel, slope) = (
      SpreadingKernel.polynomial(place.fraction), SpreadingKernel.slope(place.fraction)
    )
    values.withUnsafeBytes { bytes in
      guard rows > 1 else {
        let values = bytes.loadUnaligned(fromByteOffset: 4 * place.first, as: SIMD8<Float>.self)
        let f = exponential(SIMD8(repeating: shares[0][0] * scale))[0]
        (near[0], climb[0]) = (f * (values * kernel).sum(), f * (values * slope).sum())
        return
      }
      for block in shares.indices {
        var (sum, rise) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
        for point in 0..<8 {
          let values = bytes.loadUnaligned(
            fromByteOffset: 4 * ((place.first + point) * rows + 8 * block),
            as: SIMD8<Float>.self)
          sum += values * kernel[point]
          rise += values * slope[point]
        }
        let f = exponential(shares[block] * scale)
        UnsafeMutableRawPointer(near + 8 * block).storeBytes(of: sum * f, as: SIMD8<Float>.self)
        UnsafeMutableRawPointer(climb + 8 * block).storeBytes(of: rise * f, as: SIMD8<Float>.self)
      }
    }
  }

  /// The sum over all pairs at q, without widths.
  func read(at q: Double) -> Double {
    let place = Place(q, in: self)
    let near = plain.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: 4 * place.first, as: SIMD8<Float>.self)
    }
    return Double((near * SpreadingKernel.polynomial(place.fraction)).sum())
      * SpreadingKernel.inverse(q * gridStep).value
  }

  /// Where q lies in the table; within it also where q is none.
  private struct Place {
    let first: Int
    let fraction: Float

    init(_ q: Double, in spectrum: Spectrum) {
      let place = q / spectrum.step
      let whole = place.rounded(.down)
      fraction = Float(place - whole)
      first = min(
        max(Int(clamping: whole) - SpreadingKernel.before - spectrum.start, 0),
        spectrum.count - SpreadingKernel.width)
    }
  }
}
