import Clusters
import Foundation

/// How many particles of each size of an ensemble a sample has.
///
/// Numbers are log-normal in the diameter D of a sphere with as many atoms; a size stands for all
/// diameters that are nearer to it than to its neighbours:
///
///     w_k = (ΔD_k/D_k) exp(−(ln D_k − m)²/2s²),  s² = ln(1 + spread²), m = ln(diameter) − s²/2
struct LogNormalSizes: Sendable {
  let diameters: [Double]  // Å
  let atoms: [Double]
  private let widths: [Double]  // ΔD/D

  init(_ ensemble: Ensemble) {
    self.init(diameters: ensemble.diameters, atoms: ensemble.members.map { Double($0.count) })
  }

  init(diameters: [Double], atoms: [Double]) {
    (self.diameters, self.atoms) = (diameters, atoms)
    let last = diameters.count - 1
    widths = diameters.indices.map { k in
      let (below, above) = (max(k - 1, 0), min(k + 1, last))
      return (diameters[above] - diameters[below]) / Double(max(above - below, 1)) / diameters[k]
    }
  }

  /// Particles of each size per atom of the sample, with derivatives.
  func weights(
    diameter: Double, spread: Double
  ) -> [(value: Double, byDiameter: Double, bySpread: Double)] {
    let square = log(1 + spread * spread)
    let s = max(square.squareRoot(), 1e-3)
    let m = log(diameter) - square / 2
    let logs = diameters.indices.map { k in
      let x = (log(diameters[k]) - m) / s
      return log(widths[k]) - x * x / 2
    }
    let highest = logs.max() ?? 0
    let numbers = logs.map { exp($0 - highest) }
    let total = zip(numbers, atoms).reduce(0) { $0 + $1.0 * $1.1 }
    let shares = zip(numbers, atoms).map { $0 * $1 / total }
    /// Logarithmic derivatives, less their mean over all atoms.
    func slopes(_ slope: (Double) -> Double) -> [Double] {
      let all = diameters.map { slope((log($0) - m) / s) }
      let mean = zip(all, shares).reduce(0) { $0 + $1.0 * $1.1 }
      return all.map { $0 - mean }
    }
    let byMean = slopes { $0 / (s * diameter) }
    let bySpread = slopes { ($0 * $0 / s - $0) * spread / ((1 + spread * spread) * s) }
    return numbers.indices.map { k in
      let value = numbers[k] / total
      return (value, value * byMean[k], value * bySpread[k])
    }
  }
}
