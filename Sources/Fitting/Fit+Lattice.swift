import Clusters
import Scattering

extension Fit {
  /// A lattice constant of a fitted crystal in Å.
  public struct LatticeConstant: Sendable {
    public let name: String
    public let value: Double

    /// Its standard error, where it was varied.
    public let error: Double?
  }

  /// The lattice constants of a fitted crystal: a, and c of hcp; none of other structures.
  ///
  /// With expansion e and strain κ they are a·e and c·e·(1 + κ).
  public var lattice: [LatticeConstant] {
    guard let crystal else { return [] }
    let strain = values[.strain] ?? 0
    func error(_ value: Double, _ terms: [(Quantity, Double)]) -> Double? {
      let terms = terms.compactMap { quantity, slope in
        varied.firstIndex(of: quantity).map { (place: $0, slope: slope) }
      }
      guard !terms.isEmpty else { return nil }
      let variance = terms.reduce(0) { sum, a in
        terms.reduce(sum) { $0 + a.slope * $1.slope * covariance[a.place][$1.place] }
      }
      return value * max(variance, 0).squareRoot()
    }
    let a = crystal.a * expansion
    let first = LatticeConstant(
      name: "a", value: a, error: error(a, [(.expansion, 1 / expansion)]))
    guard crystal.motif == .hcp else { return [first] }
    let c = crystal.c * expansion * (1 + strain)
    return [
      first,
      LatticeConstant(
        name: "c", value: c,
        error: error(c, [(.expansion, 1 / expansion), (.strain, 1 / (1 + strain))])),
    ]
  }
}
