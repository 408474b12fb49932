import Clusters
import Foundation
import Numerics

/// One draw of random conditions; what is not drawn is as in the paper.
package struct DrawnConditions: Sendable {
  /// Å⁻¹.
  package var qmin = 0.7
  package var qmax = 25.0
  package var qdamp = 0.0
  /// Å².
  package var biso = 0.3
  package var delta2 = 0.0
  package var sharpening = 1.0
  package var noise = 0.0
  /// Å.
  package var bond = referenceBond
  /// Last distance in Å.
  package var end = 30.0
  /// log(true bond length / assumed one) in per cent.
  package var bondError = 0.0
  /// A peak that does not belong to the metal: its place in Å and its height in units of the
  /// largest G.
  package var foreignPeak: (place: Double, height: Double) = (referenceBond, 0)

  package init(_ conditions: RandomConditions, from random: inout RandomGenerator) {
    for row in conditions.rows { self[keyPath: row.quantity.place] = row.draw(from: &random) }
    if conditions.paperShare > 0, random.uniform() < conditions.paperShare {
      (qmin, qmax, qdamp, biso, sharpening, noise, end) = (0.7, 25, 0, 0.3, 1, 0, 30)
    }
    if let error = conditions.bondError {
      let deviation = random.uniform() < error.share ? error.large : error.deviation
      bondError = deviation * random.normal()
    }
    if let peak = conditions.foreignPeak {
      foreignPeak = (
        random.uniform(in: peak.places),
        noise > 0 && random.uniform() < peak.share ? peak.height * random.uniform() : 0
      )
    }
  }

  /// The displacement parameter of nearest neighbours in Å².
  package var nearBiso: Double { biso * sharpening }

  /// The bond length in Å that a network is told.
  package var assumedBond: Double { bond * exp(-bondError / 100) }

  /// Those that the Debye equation knows.
  package var scattering: ScatteringConditions {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (qmin, qmax, qdamp)
    (conditions.biso, conditions.delta2) = (biso, delta2)
    return conditions
  }

  /// The noisy PDF of a cluster, up to the last distance.
  ///
  /// - Parameter rstep: Å.
  /// - Throws: `ScatteringError` where the conditions are impossible.
  package func pdf(
    of cluster: Cluster, rstep: Double = 0.01, noiseFrom random: inout RandomGenerator
  ) throws(ScatteringError) -> PDF {
    var conditions = scattering
    conditions.rstep = rstep
    let pdf = try cluster.pdf(conditions)
    return (noise > 0 ? pdf.noisy(noise, using: &random) : pdf).cut(0...end)
  }
}

extension RandomConditions.Row {
  fileprivate func draw(from random: inout RandomGenerator) -> Double {
    guard range.lowerBound < range.upperBound else { return range.lowerBound }
    guard let often else { return random.uniform(in: range) }
    let isEarly = often.isDrawnFirst && random.uniform() < often.share
    let inside = random.uniform(in: range)
    let isOften = often.isDrawnFirst ? isEarly : random.uniform() < often.share
    return isOften ? often.value : inside
  }
}
