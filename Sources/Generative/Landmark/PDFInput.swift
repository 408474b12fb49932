import Foundation
import Numerics
import Scattering
import Tensors

/// What a network needs to know of a measurement beside G itself, each of order 1.
func conditionInputs(qmin: Double, qmax: Double, end: Double, bond: Double) -> [Float] {
  [(qmin - 1) / 0.5, (qmax - 23) / 3, (end - 25) / 5, log(bond / referenceBond) / 0.1].map(
    Float.init)
}

/// A PDF over r, as the bond-length head sees it: G divided by its maximum every 0.1 Å, enough for
/// a qmax of 31 Å⁻¹, then the conditions.
package enum BondPDF {
  package static let axis = (0..<281).map { 2 + 0.1 * Double($0) }  // Å
  package static let inputs = axis.count + 4
  static let simulated = BatchSimulator.Axis(axis, spacing: 0.015, end: 28)

  static func conditions(_ drawn: DrawnConditions) -> [Float] {
    conditionInputs(
      qmin: drawn.qmin, qmax: drawn.qmax, end: min(drawn.end, 30), bond: referenceBond)
  }

  package static func values(of pdf: PDF) -> [Float] {
    let measured = Measured(pdf)
    return measured.normalised(at: axis)
      + conditionInputs(
        qmin: measured.qmin, qmax: measured.qmax, end: measured.end, bond: referenceBond)
  }
}

/// A PDF over r/d, as the prior sees it: the axis is in units of the bond length, so that one shape
/// gives one curve whatever its element.
package enum ReducedPDF {
  package static let axis = (0..<324).map { 0.7 + 0.032 * Double($0) }  // r/d
  package static let inputs = axis.count + 4
  static let simulated = BatchSimulator.Axis(axis, spacing: 0.04, end: 28 * 3.9)

  /// What a network multiplies G by: a PDF fades by a factor of e every 3.5 bond lengths, and what
  /// tells a block from one with a layer more stands at its end.
  static let weights = axis.map { Float(4 * exp(($0 - 0.7) / 3.5)) } + [1, 1, 1, 1]

  package static func values(of pdf: PDF, bond: Double) -> [Float] {
    let measured = Measured(pdf)
    return measured.normalised(at: axis.map { $0 * bond })
      + conditionInputs(qmin: measured.qmin, qmax: measured.qmax, end: measured.end, bond: bond)
  }
}

/// A PDF between its first and last distance, with the conditions of the training's middle where
/// its file names none.
struct Measured {
  let pdf: PDF
  /// Å, beyond which nothing is looked at.
  let longest: Double
  var qmin: Double { pdf.qmin ?? 0.7 }
  var qmax: Double { pdf.qmax ?? 25 }
  var end: Double { min(pdf.r.last ?? 0, longest) }

  init(_ pdf: PDF, longest: Double = 30) { (self.pdf, self.longest) = (pdf, longest) }

  /// G at `places` divided by its maximum there; zero outside the measured range.
  func normalised(at places: [Double]) -> [Float] {
    let values = pdf.resampled(on: places.map { min($0, longest) }).g.enumerated().map {
      places[$0.offset] > end ? 0 : $0.element
    }
    let highest = values.max().map { $0 > 0 ? $0 : 1 } ?? 1
    return values.map { Float($0 / highest) }
  }
}

extension BatchSimulator {
  /// PDFs over r of shapes under conditions [samples, BondPDF.inputs].
  package func bondPDFs(
    _ samples: [Sample], from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    inputs(
      samples, over: BondPDF.simulated, unit: { _ in 1 }, known: BondPDF.conditions,
      from: &random, on: tape)
  }

  /// PDFs over r/d with the assumed bond length for d [samples, ReducedPDF.inputs].
  package func reducedPDFs(
    _ samples: [Sample], from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    inputs(
      samples, over: ReducedPDF.simulated, unit: \.assumedBond,
      known: {
        conditionInputs(qmin: $0.qmin, qmax: $0.qmax, end: $0.end, bond: $0.assumedBond)
      }, from: &random, on: tape)
  }

  /// - Parameter known: what the network is told of the conditions, four numbers.
  func inputs(
    _ samples: [Sample], over axis: Axis, unit: (DrawnConditions) -> Double,
    known: (DrawnConditions) -> [Float], from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    let places = axis.places.count
    let inputs = tape.constant(samples.count, places + 4)
    inputs.withValues { values in
      write(
        samples, over: axis, unit: unit, noiseFrom: &random, to: values, width: inputs.columns)
      for (row, sample) in samples.enumerated() {
        for (i, value) in known(sample.conditions).enumerated() {
          values[row * inputs.columns + places + i] = value
        }
      }
    }
    return inputs
  }
}
