import Numerics
import Clusters
import Generative
import Scattering
import Tensors
import Testing

/// The simulator of the training against the Debye transform of Scattering, which is tested against
/// an exact Debye sum and diffpy.
struct PDFInputTests {
  @Test(arguments: [0, 60, 120, 196])
  func agreesWithTheDebyeTransform(shape: Int) throws {
    let shapes = try Catalogue.mmnp().shapes
    var random = RandomGenerator(seed: 3)
    var conditions = DrawnConditions(.training, from: &random)
    conditions.sharpening = 1
    conditions.noise = 0
    conditions.end = 30
    conditions.bondError = 0
    conditions.foreignPeak.height = 0

    let tape = Tape(Parameters())
    let sample = [(shape: shape, conditions: conditions)]
    let simulator = BatchSimulator(shapes.map(\.sites))
    let (overR, reduced) = withExtendedLifetime(tape) {
      (
        simulator.bondPDFs(sample, from: &random, on: tape).array,
        simulator.reducedPDFs(sample, from: &random, on: tape).array
      )
    }
    var known = ScatteringConditions()
    known.qmin = conditions.qmin
    known.qmax = conditions.qmax
    known.qdamp = conditions.qdamp
    known.biso = conditions.biso
    known.rmax = 30.02
    let cluster = try Cluster(shapes[shape], of: .gold, bond: conditions.bond)
    let pdf = try cluster.pdf(known)
    // Shapes of neighbouring sizes differ by a few per cent of the maximum: a tenth of that.
    for (a, b) in zip(overR, BondPDF.values(of: pdf)) { #expect(abs(a - b) < 0.002) }
    for (a, b) in zip(reduced, ReducedPDF.values(of: pdf, bond: conditions.bond)) {
      #expect(abs(a - b) < 0.002)
    }
  }
}
