import Numerics
import Foundation

/// How the integral over Q from qmin to qmax is taken.
public enum Quadrature: String, CaseIterable, Hashable, Sendable {
  /// By Gauss–Legendre nodes, which is right to rounding.
  case exact

  /// As diffpy's DebyePDFCalculator: a sum over whole steps of Q, from the first that is not below
  /// qmin to the last that is below qmax.
  ///
  ///     Σ_k ΔQ F(kΔQ) sin(kΔQ r),   ΔQ = π/(rmax + min(10 Å, 12π/qmax + σ √(2 ln 300300)))
  ///
  /// with σ² = 2 biso/8π², and rmax with its addition rounded up to whole rsteps. Its window so
  /// begins up to half a step beside qmin, which moves G by about (2/π) F(qmin) ΔQ/2. Where F is
  /// large there, as for few atoms, that is up to 1 % of max G.
  ///
  /// P. Juhás et al., Acta Cryst. A 2015, 71, 562, doi:10.1107/S2053273315014473.
  case diffpy

  /// Values of Q in Å⁻¹ and their weights, for sums over distances up to `reach` Å.
  package func nodes(
    _ conditions: ScatteringConditions, reach: Double
  ) -> (q: [Double], weights: [Double]) {
    let (qmin, qmax) = (conditions.qmin, conditions.qmax)
    switch self {
    case .exact:
      let half = (qmax - qmin) / 2
      let phase = half * (conditions.rmax + reach)
      let rule = GaussLegendre.rule(GaussLegendre.count(phase: phase))
      return (rule.nodes.map { qmin + half * ($0 + 1) }, rule.weights.map { $0 * half })
    case .diffpy:
      let step = Self.diffpyStep(conditions)
      let first = (qmin / step - 1e-9).rounded(.up)
      let q = stride(from: first, to: (qmax / step).rounded(.up), by: 1).map { $0 * step }
      return (q, q.map { _ in step })
    }
  }

  private static func diffpyStep(_ conditions: ScatteringConditions) -> Double {
    let sigma = (2 * conditions.biso / (8 * Double.pi * Double.pi)).squareRoot()
    let tail = sigma * (2 * log(1 / 3.33e-6)).squareRoot()
    let end = conditions.rmax + min(10, 12 * Double.pi / conditions.qmax + tail)
    let longest = (end / conditions.rstep).rounded(.up) * conditions.rstep
    return min(Double.pi / longest, conditions.qmax / 4)
  }
}
