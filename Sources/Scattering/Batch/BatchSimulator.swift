import Foundation
import Numerics

/// Simulates PDFs of tabulated shapes in batches, each under conditions of its own.
///
/// It is made for training, where thousands of PDFs a second are to be fresh; one matrix product
/// takes a whole batch from Q to r.
package struct BatchSimulator: Sendable {
  /// The distances that PDFs are wanted at, with the sine transform from evenly spaced Q to them.
  package struct Axis: Sendable {
    package let places: [Double]
    let spacing: Double
    let nodes: Int
    let sines: Buffer  // [places, nodes]

    /// - Parameters:
    ///   - places: distances in Å, or in units of a bond length.
    ///   - spacing: step of Q, in the inverse unit.
    ///   - end: the largest Q.
    package init(_ places: [Double], spacing: Double, end: Double) {
      (self.places, self.spacing) = (places, spacing)
      nodes = Int(clamping: end / spacing) + 2
      sines = Buffer(count: places.count * nodes)
      for (row, place) in places.enumerated() {
        for k in 0..<nodes {
          sines.pointer[row * nodes + k] = Float(sin(Double(k) * spacing * place))
        }
      }
    }
  }

  /// A shape by its number and the conditions that its PDF is measured under.
  package typealias Sample = (shape: Int, conditions: DrawnConditions)

  private let transform: ReducedTransform

  /// - Parameter shapes: positions in units of the bond length.
  package init(
    _ shapes: [[SIMD3<Double>]], while shouldContinue: @Sendable () -> Bool = { true }
  ) {
    transform = ReducedTransform(shapes, while: shouldContinue)
  }

  /// - Parameter tables: one for each shape.
  package init(tables: [PairTables.Table]) { transform = ReducedTransform(tables: tables) }

  /// Writes G divided by its maximum at the places of an axis, a row for each sample.
  ///
  /// - Parameters:
  ///   - unit: what a sample's places are multiplied by to be in Å.
  ///   - rows: [samples, width], of which the first columns are filled.
  package func write(
    _ samples: [Sample], over axis: Axis, unit: (DrawnConditions) -> Double,
    noiseFrom random: inout RandomGenerator, to rows: UnsafeMutableBufferPointer<Float>, width: Int
  ) {
    let spectra = Buffer(count: samples.count * axis.nodes)
    for (row, sample) in samples.enumerated() {
      transform.write(
        shape: sample.shape, sample.conditions, spacing: axis.spacing / unit(sample.conditions),
        to: UnsafeMutableBufferPointer(
          start: spectra.pointer + row * axis.nodes, count: axis.nodes))
    }
    let places = axis.places.count
    let g = Buffer(count: samples.count * places)
    multiply(
      Factor(spectra.pointer, samples.count, axis.nodes),
      Factor(axis.sines.pointer, places, axis.nodes).transposed, into: g.pointer)
    for (row, sample) in samples.enumerated() {
      finish(
        sample.conditions, axis.places, unit: unit(sample.conditions), g: g.pointer + row * places,
        to: UnsafeMutableBufferPointer(rebasing: rows[row * width..<row * width + places]),
        noiseFrom: &random)
    }
  }

  /// Damps, cuts, adds a foreign peak and noise, and divides by the maximum.
  private func finish(
    _ conditions: DrawnConditions, _ places: [Double], unit: Double,
    g: UnsafePointer<Float>, to row: UnsafeMutableBufferPointer<Float>,
    noiseFrom random: inout RandomGenerator
  ) {
    for (i, place) in places.enumerated() {
      let r = place * unit
      row[i] =
        r > conditions.end
        ? 0 : g[i] * Float(exp(-(conditions.qdamp * r) * (conditions.qdamp * r) / 2))
    }
    let highest = max(row.max() ?? 1, .leastNormalMagnitude)
    for (i, place) in places.enumerated() where place * unit <= conditions.end {
      let distance = (place * unit - conditions.foreignPeak.place) / 0.1
      row[i] = row[i] / highest + Float(conditions.noise * random.normal())
      if conditions.foreignPeak.height > 0, abs(distance) < 5 {
        row[i] += Float(conditions.foreignPeak.height * exp(-distance * distance / 2))
      }
    }
    let noisy = max(row.max() ?? 1, .leastNormalMagnitude)
    for i in row.indices { row[i] /= noisy }
  }
}
