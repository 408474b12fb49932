import Numerics
import Clusters
import Scattering
import Tensors

/// The ranges that measuring conditions are drawn from: those of the paper's classifier, and what
/// measured PDFs have beside them.
public struct TreeConditions: Codable, Hashable, Sendable {
  /// Å⁻¹.
  public var qmin = 0.0...2.0
  /// Å⁻¹.
  public var qmax = 12.0...25.0
  /// Å⁻¹.
  public var qdamp = 0.01...0.04
  /// Å².
  public var biso = 0.1...1.0
  /// Å².
  public var delta2 = 2.0
  /// Bond lengths d in Å.
  public var bond = 2.25...3.3
  /// Standard deviation of noise as a share of the largest G; half of all draws is 0, as in the
  /// paper.
  public var noise = 0.0...0.03
  /// Last distance in Å; two thirds of all draws are the upper end, as in the paper.
  public var end = 15.0...30.0

  public init() {}

  /// The PDF of a shape under conditions of its own.
  ///
  /// - Throws: `ScatteringError` where the ranges hold impossible conditions.
  func simulate(
    _ shape: Cluster, from random: inout RandomGenerator
  ) throws(ScatteringError) -> PDF {
    var conditions = ScatteringConditions()
    conditions.qmin = random.uniform(in: qmin)
    conditions.qmax = random.uniform(in: qmax)
    conditions.qdamp = random.uniform(in: qdamp)
    conditions.biso = random.uniform(in: biso)
    conditions.delta2 = delta2
    // Fine enough to be read at any distance.
    conditions.rstep = 0.02
    let cluster = shape.expanded(by: random.uniform(in: bond) / shape.bond)
    let isClean = random.uniform() < 0.5
    let level = random.uniform(in: noise)
    let isWhole = random.uniform() < 2.0 / 3
    let last = random.uniform(in: end)
    let pdf = try DebyeTransform(conditions, reach: cluster.diameter).pdf(cluster)
    return (isClean ? pdf : pdf.noisy(level, using: &random))
      .cut(0...(isWhole ? end.upperBound : last))
  }
}
