import Clusters
import Scattering

/// Several structures in a PDF, or one structure in several, fitted at once.
public struct JointFit: Sendable {
  /// A number that was varied, in one structure or in several.
  public struct Variable: Sendable {
    public let quantity: Quantity

    /// The phases that share it, by their places in `phases`.
    public let phases: [Int]
    public let value: Double
    public let error: Double
    public let isAtBound: Bool
  }

  /// Each structure, against what the other structures leave of its PDF.
  public let phases: [Fit]

  /// The structures, as they were given.
  public let labels: [String]

  /// The fitted parts of the PDFs, and G(r) of all their structures.
  public let measured: [PDF]
  public let g: [[Double]]  // [PDFs, points]

  /// The phases of each PDF, by their places in `phases`.
  public let groups: [[Int]]

  public let variables: [Variable]

  /// Covariances of the variables.
  public let covariance: [[Double]]  // [variables, variables]

  /// √(Σ(G − G_c)²/ΣG²) over all PDFs.
  public let rw: Double

  /// How often the residuals were computed.
  public let evaluations: Int

  /// The correlation of two variables, −1…1.
  public func correlation(_ i: Int, _ j: Int) -> Double {
    let norm = (covariance[i][i] * covariance[j][j]).squareRoot()
    return norm > 0 ? covariance[i][j] / norm : 0
  }

  /// The share of a PDF's scattering that each of its structures has, by scales; of one metal it is
  /// the share of atoms.
  public func shares(of group: Int) -> [Double] {
    let scales = groups[group].map { phases[$0].scale }
    let sum = scales.reduce(0, +)
    return scales.map { sum > 0 ? $0 / sum : 0 }
  }
}
