import Clusters
import Foundation
import Scattering

/// One structure to be fitted: its G(r) and derivatives for any parameters.
final class FitProblem {
  let atoms: Double
  let model: FitModel
  let source: any PairSource

  /// The pairs at `current`.
  var spectra: Spectra

  /// Floating-point operations of matrix products so far.
  var operations: Double

  /// Starting values, and those of what is not varied.
  var values: [Quantity: Double]

  /// Whether the expansion is to be searched for before it is fitted.
  let searches: Bool

  /// Where the curves below were computed.
  var current: [Quantity: Double] = [:]
  var damping: [Double] = []  // [r]
  /// G(r) without scale and damping, and its derivatives by `derived`.
  var curves: [[Float]] = []  // [1 + derived, r]

  /// What is varied of that on which F(Q) depends.
  let derived: [Quantity]

  /// - Parameter start: where parameters start from, if not where the settings say.
  init(
    _ source: some PairSource, atoms: Double = 1, in model: FitModel,
    from start: [Quantity: Double] = [:]
  ) {
    (self.atoms, self.model, self.source) = (atoms, model, source)
    derived = model.settings.vary.filter { !Quantity.outside.contains($0) }
    values = Dictionary(
      uniqueKeysWithValues: Quantity.fitted.map { ($0, start[$0] ?? model.value($0)) })
    searches =
      model.settings.vary.contains(.expansion)
      && model.settings.values[.expansion] == nil && start[.expansion] == nil
    for (quantity, value) in Self.starts
    where model.settings.vary.contains(quantity) && model.settings.values[quantity] == nil {
      values[quantity] = start[quantity] ?? value
    }
    spectra = source.spectra(at: values)
    operations = spectra.operations
  }

  /// Where varied parameters start from that have no derivative at their usual value.
  private static let starts: [Quantity: Double] = [.spread: 0.15, .faults: 0.05]

  /// - Parameter start: where parameters start from, if not where the settings say.
  convenience init(
    _ cluster: Cluster, in model: FitModel, from start: [Quantity: Double] = [:]
  ) {
    let atoms = Double(cluster.count)
    if model.settings.vary.contains(.strain) || model.settings.value(.strain) != 0 {
      self.init(StrainedPairs(cluster, in: model), atoms: atoms, in: model, from: start)
    } else {
      let grid = model.pairGrid(from: cluster.shortestDistance ?? 1, to: cluster.diameter)
      let pairs = FixedPairs(grid, in: model) { grid.add(cluster, to: $0) }
      self.init(pairs, atoms: atoms, in: model, from: start)
    }
  }

  /// - Parameter start: where parameters start from, if not where the settings say.
  convenience init(_ pairs: PairCounts, in model: FitModel, from start: [Quantity: Double]) {
    let grid = model.pairGrid(from: pairs.shortest, to: pairs.distances.max() ?? 1)
    let fixed = FixedPairs(grid, in: model) { grid.add(pairs, to: $0) }
    self.init(fixed, atoms: pairs.atoms, in: model, from: start)
  }

  /// The best fit of the structure that this problem was made for.
  ///
  /// - Parameter cluster: what stands for the structure with some parameters.
  func solve(for cluster: ([Quantity: Double]) -> Cluster, of phase: Phase? = nil) -> Fit {
    // Spreads and diameters hang together, so that the last thousandth of their errors takes long.
    let evaluations = minimise(tolerance: model.isCut ? 1e-5 : 1e-6)
    return Fit(
      cluster: cluster(current), phase: phase, measured: model.measured, g: calculated,
      values: current, varied: model.settings.vary, atBounds: atBounds,
      jacobian: model.settings.vary.map(derivative), weights: model.weights,
      evaluations: evaluations, operations: operations, qmax: model.qmax)
  }

  /// Varied parameters that are at their bounds.
  private var atBounds: [Quantity] {
    model.settings.vary.filter { model.bounds($0).isReached(by: current[$0] ?? 0) }
  }

  /// All parameters at the minimum.
  ///
  /// - Parameter tolerance: by how much of itself a step may still lower the sum of squares. Where it
  ///   is large, `solve` goes on from here.
  func optimum(tolerance: Double = 1e-6) -> [Quantity: Double] {
    _ = minimise(tolerance: tolerance)
    return current
  }

  /// Moves to the minimum; returns how often the residuals were computed.
  private func minimise(tolerance: Double = 1e-6) -> Int {
    let settings = model.settings
    if current.isEmpty {
      begin()
      if settings.vary.contains(.scale), settings.values[.scale] == nil {
        values[.scale] = likenesses(at: [values[.expansion] ?? 1])[0].scale
      }
    }
    var x = settings.vary.map { model.bounds($0).free(values[$0] ?? 0) }
    let evaluations = LevenbergMarquardt.minimise(
      self, residuals: model.measured.r.count + model.expectations.count, from: &x,
      tolerance: tolerance)
    x.withUnsafeBufferPointer { compute($0) }
    values = current
    return evaluations
  }
}

extension Quantity {
  /// What does not change F(Q): factors and additions of G(r).
  fileprivate static let outside: [Quantity] = [.scale, .qdamp, .offset, .slope]
}
