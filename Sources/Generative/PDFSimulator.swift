import Numerics
import Clusters
import Foundation
import Scattering
import Tensors

/// Simulates the PDFs that training sees, each under conditions of its own.
package struct PDFSimulator: Sendable {
  /// A sine transform from evenly spaced Q to the places of an axis, as a matrix.
  private struct Transform: Sendable {
    let spacing: Double
    let nodes: Int
    let matrix: Buffer  // [places, nodes]

    init(to axis: [Double], spacing: Double, end: Double) {
      self.spacing = spacing
      nodes = Int(end / spacing) + 2
      matrix = Buffer(count: axis.count * nodes)
      for (row, place) in axis.enumerated() {
        for k in 0..<nodes {
          matrix.pointer[row * nodes + k] = Float(sin(Double(k) * spacing * place))
        }
      }
    }
  }

  private let spectra: ShapeSpectra
  private let overR = Transform(to: BondPDF.axis, spacing: 0.015, end: 28)
  private let overX = Transform(to: ReducedPDF.axis, spacing: 0.04, end: 28 * 3.9)

  /// - Parameter shapes: positions in units of the bond length.
  package init(_ shapes: [[SIMD3<Double>]]) { spectra = ShapeSpectra(shapes) }

  /// PDFs over r [batch, BondPDF.inputs] of shapes under conditions.
  package func bondPDFs(
    _ samples: [(shape: Int, conditions: DrawnConditions)], from random: inout RandomGenerator,
    on tape: Tape
  ) -> Node {
    pdfs(samples, over: BondPDF.axis, by: overR, unit: { _ in 1 }, from: &random, on: tape)
  }

  /// PDFs over r/d [batch, ReducedPDF.inputs], with the bond length assumed a little wrong.
  package func reducedPDFs(
    _ samples: [(shape: Int, conditions: DrawnConditions)], from random: inout RandomGenerator,
    on tape: Tape
  ) -> Node {
    pdfs(
      samples, over: ReducedPDF.axis, by: overX, unit: { $0.assumedBond }, from: &random, on: tape)
  }

  private func pdfs(
    _ samples: [(shape: Int, conditions: DrawnConditions)], over axis: [Double],
    by transform: Transform, unit: (DrawnConditions) -> Double,
    from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    let spectrum = tape.constant(samples.count, transform.nodes)
    spectrum.withValues { all in
      for (row, sample) in samples.enumerated() {
        let range = row * transform.nodes..<(row + 1) * transform.nodes
        spectra.write(
          shape: sample.shape, sample.conditions,
          spacing: transform.spacing / unit(sample.conditions),
          to: UnsafeMutableBufferPointer(rebasing: all[range]))
      }
    }
    let matrix = tape.constant(transform.matrix, axis.count, transform.nodes)
    let g = tape.linear(spectrum, matrix)  // [batch, places]
    let width = axis.count + 4
    let inputs = tape.constant(samples.count, width)
    g.withValues { g in
      inputs.withValues { inputs in
        for (row, sample) in samples.enumerated() {
          finish(
            sample.conditions, axis: axis, unit: unit(sample.conditions),
            g: UnsafeBufferPointer(rebasing: g[row * axis.count..<(row + 1) * axis.count]),
            to: UnsafeMutableBufferPointer(rebasing: inputs[row * width..<(row + 1) * width]),
            from: &random)
        }
      }
    }
    return inputs
  }

  /// Damps, cuts, adds a foreign peak and noise, and divides by the maximum.
  private func finish(
    _ conditions: DrawnConditions, axis: [Double], unit: Double, g: UnsafeBufferPointer<Float>,
    to row: UnsafeMutableBufferPointer<Float>, from random: inout RandomGenerator
  ) {
    for (i, place) in axis.enumerated() {
      let r = place * unit
      row[i] =
        r > conditions.end
        ? 0 : g[i] * Float(exp(-(conditions.qdamp * r) * (conditions.qdamp * r) / 2))
    }
    let highest = max(row[..<axis.count].max() ?? 1, .leastNormalMagnitude)
    for (i, place) in axis.enumerated() where place * unit <= conditions.end {
      let distance = (place * unit - conditions.foreignPeak.place) / 0.1
      row[i] = row[i] / highest + Float(conditions.noise * random.normal())
      if conditions.foreignPeak.height > 0, abs(distance) < 5 {
        row[i] += Float(conditions.foreignPeak.height * exp(-distance * distance / 2))
      }
    }
    let noisy = max(row[..<axis.count].max() ?? 1, .leastNormalMagnitude)
    for i in axis.indices { row[i] /= noisy }
    let bond = unit == 1 ? 2.7 : unit
    let known = conditionInputs(
      qmin: conditions.qmin, qmax: conditions.qmax, end: conditions.end, bond: bond)
    for (i, value) in known.enumerated() { row[axis.count + i] = value }
  }
}

extension DrawnConditions {
  /// The bond length in Å that the prior is told.
  var assumedBond: Double { bond * exp(-bondError / 100) }
}
