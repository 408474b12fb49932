import Foundation
import Numerics
import Scattering
import Tensors

/// A PDF over r/d, as the prior of particles sees it: G divided by its maximum, to 17.5 bond lengths,
/// which holds particles of some thousand atoms.
enum ParticlePDF {
  static let axis = (0..<421).map { 0.7 + 0.04 * Double($0) }  // r/d
  static let inputs = axis.count + 4
  static let simulated = BatchSimulator.Axis(axis, spacing: 0.1, end: 28 * 4.1)
  /// Over r, coarser in Q than that of shapes to 200 atoms.
  static let simulatedOverR = BatchSimulator.Axis(BondPDF.axis, spacing: 0.04, end: 28)
  /// Å.
  static let longest = 60.0

  /// What the network multiplies G by, since a PDF fades.
  static let weights =
    axis.map { Float(3 * exp(min($0 - 0.7, 11) / 4.5)) } + [Float](repeating: 1, count: 4)

  static func conditions(qmin: Double, qmax: Double, end: Double, bond: Double) -> [Float] {
    [(qmin - 1) / 0.5, (qmax - 23) / 3, (end - 35) / 15, log(bond / referenceBond) / 0.1].map(
      Float.init)
  }

  static func values(of pdf: PDF, bond: Double) -> [Float] {
    let measured = Measured(pdf, longest: longest)
    return measured.normalised(at: axis.map { $0 * bond })
      + conditions(
        qmin: measured.qmin, qmax: measured.qmax, end: measured.end, bond: bond)
  }
}

extension BatchSimulator {
  /// PDFs over r/d with the assumed bond length for d [samples, ParticlePDF.inputs].
  func particlePDFs(
    _ samples: [Sample], from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    inputs(
      samples, over: ParticlePDF.simulated, unit: \.assumedBond,
      known: {
        ParticlePDF.conditions(
          qmin: $0.qmin, qmax: $0.qmax, end: $0.end, bond: $0.assumedBond)
      }, from: &random, on: tape)
  }

  /// PDFs over r [samples, BondPDF.inputs].
  func particleBondPDFs(
    _ samples: [Sample], from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    inputs(
      samples, over: ParticlePDF.simulatedOverR, unit: { _ in 1 }, known: BondPDF.conditions,
      from: &random, on: tape)
  }
}
