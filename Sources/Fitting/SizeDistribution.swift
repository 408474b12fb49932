import Clusters
import Foundation
import Scattering

/// Sizes of the particles of a sample, as a fit found them.
public struct SizeDistribution: Sendable {
  /// Diameters in Å: those of an ensemble's sizes, or points of a smooth curve.
  public let diameters: [Double]

  /// The share of the particles of each size, or per Å.
  public let particles: [Double]  // [diameters]

  /// The share of the atoms that are in particles of each size, or per Å.
  public let atoms: [Double]  // [diameters]

  /// How many atoms a particle of each size of an ensemble has; nil of spheres of any size.
  public let counts: [Int]?

  public var isContinuous: Bool { counts == nil }

  /// Mean diameters over the particles and over the atoms, in Å.
  public var means: (particles: Double, atoms: Double) {
    let last = diameters.count - 1
    func mean(_ shares: [Double]) -> Double {
      var (sum, total) = (0.0, 0.0)
      for (k, share) in shares.enumerated() {
        let (below, above) = (max(k - 1, 0), min(k + 1, last))
        let weight = isContinuous ? share * (diameters[above] - diameters[below]) : share
        total += weight
        sum += weight * diameters[k]
      }
      return sum / total
    }
    return (mean(particles), mean(atoms))
  }

  init(_ ensemble: Ensemble, at values: [Quantity: Double]) {
    let sizes = LogNormalSizes(ensemble)
    let weights = sizes.weights(diameter: values[.diameter] ?? 0, spread: values[.spread] ?? 0)
    let total = weights.reduce(0) { $0 + $1.value }
    diameters = sizes.diameters
    particles = weights.map { $0.value / total }
    atoms = zip(weights, sizes.atoms).map { $0.value * $1 }
    counts = ensemble.members.map(\.count)
  }

  /// Log-normal spheres; per Å, at diameters from the thousandth of the particles to that of the
  /// atoms.
  init(diameter: Double, spread: Double) {
    let square = log(1 + spread * spread)
    let s = square.squareRoot()
    let m = log(diameter) - square / 2
    let (first, last) = (m - 3.1 * s, m + 3 * square + 3.1 * s)
    let diameters = (0...200).map { exp(first + (last - first) * Double($0) / 200) }
    func density(_ middle: Double) -> [Double] {
      diameters.map { diameter in
        let x = (log(diameter) - middle) / s
        return exp(-x * x / 2) / ((2 * Double.pi).squareRoot() * s * diameter)
      }
    }
    self.diameters = diameters
    particles = density(m)
    // D³ times a log-normal density is one whose middle lies 3s² higher.
    atoms = density(m + 3 * square)
    counts = nil
  }
}

extension Fit {
  /// The sizes of the particles; nil where all are alike.
  public var sizes: SizeDistribution? {
    switch phase {
    case .ensemble(let ensemble): return SizeDistribution(ensemble, at: values)
    case .crystal:
      guard let diameter = values[.diameter], diameter < Quantity.diameter.usual,
        let spread = values[.spread], spread > 1e-3
      else { return nil }
      return SizeDistribution(diameter: diameter, spread: spread)
    default: return nil
    }
  }
}
