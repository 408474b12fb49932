import Numerics
import Tensors

/// The ranges that measuring conditions are drawn from in training.
public struct TrainingConditions: Codable, Hashable, Sendable {
  /// Å⁻¹.
  public var qmin = 0.5...1.5
  /// Å⁻¹.
  public var qmax = 18.0...28.0
  /// Å⁻¹; a fifth of all draws is 0.
  public var qdamp = 0.0...0.05
  /// Å².
  public var biso = 0.1...1.0
  /// Of nearest neighbours relative to the others: they move together.
  public var sharpening = 0.5...1.0
  /// Standard deviation as a fraction of max G; a third of all draws is 0.
  public var noise = 0.0...0.03
  /// Å.
  public var bond = 2.15...3.4
  /// Last measured distance in Å; two thirds of all draws reach the upper end.
  public var end = 15.0...30.0
  /// Share of draws at the paper's conditions: qmin 0.7, qmax 25, biso 0.3, nothing else.
  public var ideal = 0.3
  /// Error of the assumed bond length in per cent: most draws, and one in five.
  public var bondError = 1.0
  public var largeBondError = 4.0

  public init() {}
}

/// One draw of measuring conditions.
package struct DrawnConditions: Sendable {
  package var qmin, qmax, qdamp, biso, nearBiso, noise, bond, end: Double
  /// log(true bond length / assumed one) in per cent.
  package var bondError: Double
  /// A peak that does not belong to the metal, such as Au–S: its place in Å and its height.
  package var foreignPeak: (place: Double, height: Double)

  package init(_ ranges: TrainingConditions, from random: inout RandomGenerator) {
    func draw(_ range: ClosedRange<Double>, elsewhere chance: Double, at value: Double) -> Double {
      let inside = random.uniform(in: range)
      return random.uniform() < chance ? value : inside
    }
    qmin = random.uniform(in: ranges.qmin)
    qmax = random.uniform(in: ranges.qmax)
    qdamp = draw(ranges.qdamp, elsewhere: 0.2, at: ranges.qdamp.lowerBound)
    biso = random.uniform(in: ranges.biso)
    nearBiso = biso * draw(ranges.sharpening, elsewhere: 0.4, at: ranges.sharpening.upperBound)
    noise = draw(ranges.noise, elsewhere: 0.33, at: ranges.noise.lowerBound)
    bond = random.uniform(in: ranges.bond)
    end = draw(ranges.end, elsewhere: 0.67, at: ranges.end.upperBound)
    if random.uniform() < ranges.ideal {
      (qmin, qmax, qdamp, biso, nearBiso, noise, end) = (0.7, 25, 0, 0.3, 0.3, 0, 30)
    }
    let width = random.uniform() < 0.2 ? ranges.largeBondError : ranges.bondError
    bondError = width * random.normal()
    foreignPeak = (
      random.uniform(in: 1.9...2.5),
      noise > 0 && random.uniform() < 0.3 ? 0.3 * random.uniform() : 0
    )
  }
}
