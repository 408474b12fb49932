import Scattering
import Numerics
import Clusters
import Foundation

/// A structure fitted to a PDF.
public struct Fit: Codable, Sendable {
  /// The structure as it was given.
  public private(set) var cluster: Cluster

  /// What was fitted, for which `cluster` stands.
  public private(set) var phase: Phase

  /// The fitted part of the measured PDF.
  public private(set) var measured: PDF

  /// The fitted structure's G(r) at the measured distances, in Å⁻².
  public let g: [Double]  // [points]

  /// All parameters, varied or not.
  public let values: [Quantity: Double]

  /// What was varied.
  public let varied: [Quantity]

  /// Varied parameters that ended at a bound, so that their errors mean nothing.
  public let atBounds: [Quantity]

  /// √(Σ(G − G_c)²/ΣG²), where the squares count by 1/error² if points were weighted.
  public let rw: Double

  /// How often the residuals were computed.
  public let evaluations: Int

  /// Floating-point operations of the matrix products that it took.
  public let operations: Double

  /// Covariances of the varied parameters.
  ///
  /// The residual's variance times (JᵀJ)⁻¹, where a PDF counts as range·qmax/π independent
  /// points, however finely it is sampled.
  public let covariance: [[Double]]  // [varied, varied]

  /// How many independent numbers the fitted part of the PDF holds, (rmax − rmin)·qmax/π.
  public let independentPoints: Double

  init(
    cluster: Cluster, phase: Phase? = nil, measured: PDF, g: [Double],
    values: [Quantity: Double],
    varied: [Quantity], atBounds: [Quantity], jacobian: [[Double]],
    weights: [Double]? = nil, evaluations: Int, operations: Double, qmax: Double
  ) {
    self.cluster = cluster
    self.phase = phase ?? .cluster(cluster)
    self.measured = measured
    self.g = g
    self.values = values
    self.varied = varied
    self.atBounds = atBounds
    self.evaluations = evaluations
    self.operations = operations
    var (difference, total) = (0.0, 0.0)
    let squares = weights?.map { $0 * $0 } ?? g.map { _ in 1 }
    for i in g.indices {
      difference += squares[i] * (measured.g[i] - g[i]) * (measured.g[i] - g[i])
      total += squares[i] * measured.g[i] * measured.g[i]
    }
    rw = (difference / total).squareRoot()
    let range = (measured.r.last ?? 0) - (measured.r.first ?? 0)
    independentPoints = min(range * qmax / Double.pi, Double(g.count))
    let variance = difference / max(independentPoints - Double(varied.count), 1)
    let products = jacobian.map { a in
      jacobian.map { b in g.indices.reduce(0) { $0 + squares[$1] * a[$1] * b[$1] } }
    }
    let inverse = SymmetricMatrix(products).inverse() ?? products.map { $0.map { _ in 0 } }
    covariance = inverse.map { $0.map { $0 * variance } }
  }

  /// The same without structure and measured PDF, which every rank has: it is sent sooner so.
  var bare: Fit {
    var fit = self
    fit.measured = PDF(name: "", r: [], g: [])
    fit.cluster = Cluster(cluster.element, type: cluster.type, positions: [], bond: 1)
    fit.phase = .cluster(fit.cluster)
    return fit
  }

  /// The fit of a cluster to a PDF that only its numbers are known of.
  func completed(by cluster: Cluster, _ measured: PDF) -> Fit {
    var fit = self
    fit.measured = measured
    fit.cluster = cluster.strained(by: values[.strain] ?? 0)
    fit.phase = .cluster(fit.cluster)
    return fit
  }

  /// Whether one particle was fitted, and no crystal or ensemble.
  public var isCluster: Bool {
    if case .cluster = phase { true } else { false }
  }

  /// The crystal of which `cluster` is a sphere, where a crystal was fitted.
  public var crystal: Crystal? {
    if case .crystal(let crystal) = phase { crystal } else { nil }
  }

  /// The structure with its fitted expansion.
  public var structure: Cluster { cluster.expanded(by: expansion) }

  public var scale: Double { values[.scale] ?? 1 }
  public var expansion: Double { values[.expansion] ?? 1 }
  /// Å².
  public var biso: Double { values[.biso] ?? 0 }
  /// Å².
  public var delta2: Double { values[.delta2] ?? 0 }
  /// Å⁻¹.
  public var qdamp: Double { values[.qdamp] ?? 0 }

  /// The nearest neighbours of the fitted structure; nil for a single atom.
  public var firstShell: FirstShell? { cluster.firstShell?.scaled(by: expansion) }

  /// The mean distance of nearest neighbours in the fitted structure, in Å; 0 for a single atom.
  public var bond: Double { firstShell?.mean ?? 0 }

  /// The standard error of `bond` in Å, where the expansion is varied.
  public var bondError: Double? { error(.expansion).map { $0 * bond / expansion } }

  /// The standard error of a varied parameter; nil where it ended at a bound.
  public func error(_ parameter: Quantity) -> Double? {
    guard !atBounds.contains(parameter) else { return nil }
    return varied.firstIndex(of: parameter).map { max(covariance[$0][$0], 0).squareRoot() }
  }

  /// The correlation of two varied parameters, −1…1.
  public func correlation(_ a: Quantity, _ b: Quantity) -> Double? {
    guard let i = varied.firstIndex(of: a), let j = varied.firstIndex(of: b) else { return nil }
    let norm = (covariance[i][i] * covariance[j][j]).squareRoot()
    return norm > 0 ? covariance[i][j] / norm : nil
  }

  /// Σ((G − G_c)/σ)² over the points less the number of what was varied, with the errors σ that the
  /// PDF's file gives; nil where it gives none.
  ///
  /// Points closer than π/qmax are no independent ones, so that it is near 1 where σ is that of each
  /// point by itself.
  public var reducedChiSquared: Double? {
    guard let errors = measured.errors, errors.allSatisfy({ $0 > 0 }) else { return nil }
    let sum = g.indices.reduce(0) { sum, i in
      let ratio = (measured.g[i] - g[i]) / errors[i]
      return sum + ratio * ratio
    }
    return sum / Double(max(g.count - varied.count, 1))
  }

  /// The fitted structure's PDF.
  public var calculated: PDF {
    PDF(
      name: structure.label, r: measured.r, g: g, qmin: measured.qmin, qmax: measured.qmax,
      composition: Composition(cluster.element, atoms: cluster.count))
  }

  /// Measured less calculated.
  public var residual: PDF {
    var residual = measured
    residual.name = "\(measured.name) − \(structure.label)"
    residual.g = zip(measured.g, g).map { $0 - $1 }
    return residual
  }
}
