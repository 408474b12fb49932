/// How often two close-packed layers stand right above each other, by how many layers they are apart.
///
/// A layer between two like ones is hexagonal, as all are in hcp, and one between two that differ is
/// cubic, as all are in fcc. In a random sequence where each layer is hexagonal with probability η,
/// whatever the others are, the share of like layers is P(k) = (1 + 2 E(k))/3, where the mean of
/// cos(2πn/3) over the shifts n of k layers is
///
///     E(k + 2) = −(1 − η) E(k + 1) − (1 − 2η) E(k),   E(0) = 1, E(1) = −1/2
///
/// These are growth faults: twins in fcc, η = faults, and their like in hcp, η = 1 − faults
/// (A. J. C. Wilson, Proc. R. Soc. A 1942, 180, 277, doi:10.1098/rspa.1942.0040; S. Hendricks,
/// E. Teller, J. Chem. Phys. 1942, 10, 147, doi:10.1063/1.1723678).
public struct LayerCorrelation: Sendable {
  /// P(k) for k = 0, 1, …
  public let shares: [Double]  // [layers + 1]

  /// Its derivative by the probability of a fault.
  public let slopes: [Double]  // [layers + 1]

  /// - Parameters:
  ///   - motif: fcc or hcp, which is met without faults.
  ///   - layers: the largest k.
  public init(_ motif: Motif, faults: Double, layers: Int) {
    let (hexagonal, sign) = motif == .hcp ? (1 - faults, -1.0) : (faults, 1.0)
    var (means, rises) = ([1, -0.5], [0.0, 0])
    for k in 0..<max(layers - 1, 0) {
      means.append(-(1 - hexagonal) * means[k + 1] - (1 - 2 * hexagonal) * means[k])
      rises.append(
        means[k + 1] - (1 - hexagonal) * rises[k + 1] + 2 * means[k]
          - (1 - 2 * hexagonal) * rises[k])
    }
    shares = means.prefix(layers + 1).map { (1 + 2 * $0) / 3 }
    slopes = rises.prefix(layers + 1).map { 2 / 3 * sign * $0 }
  }
}
