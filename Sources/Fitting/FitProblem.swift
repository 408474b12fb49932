import Scattering
import Clusters
import Foundation

/// One structure to be fitted: its G(r) and derivatives for any parameters.
final class FitProblem: LevenbergMarquardt.Problem {
  let atoms: Double
  let model: FitModel
  private(set) var spectrum: Spectrum

  /// Spectra at other values of `strain`, where that can be varied.
  private let strained: ((Double) -> Spectrum)?
  /// Those a little below and above the current strain.
  private var nearby: [Spectrum] = []

  /// Floating-point operations of matrix products so far.
  private var operations: Double

  /// Starting values, and those of what is not varied.
  var values: [Quantity: Double]

  /// Whether the expansion is to be searched for before it is fitted.
  let searches: Bool

  /// Where the curves below were computed.
  private(set) var current: [Quantity: Double] = [:]
  private var damping: [Double] = []  // [r]
  /// G(r) without scale and damping, and its derivatives by `derived`.
  private var curves: [[Float]] = []  // [1 + derived, r]

  /// What is varied of that on which F(Q) depends.
  let derived: [Quantity]

  /// - Parameter start: where parameters start from, if not where the settings say.
  convenience init(
    _ cluster: Cluster, in model: FitModel, from start: [Quantity: Double] = [:]
  ) {
    let isStrained =
      model.settings.vary.contains(.strain) || (model.settings.values[.strain] ?? 0) != 0
    // Strains move the nearest and the farthest atoms.
    let grid = model.pairGrid(
      from: (cluster.shortestDistance ?? 1) * (isStrained ? 0.9 : 1),
      to: cluster.diameter * (isStrained ? 1.1 : 1))
    self.init(
      atoms: Double(cluster.count), in: model, from: start, grid,
      strained: isStrained
        ? { strain in
          Spectrum(grid, in: model) { grid.add(cluster.strained(by: strain), to: $0) }
        } : nil
    ) { grid.add(cluster, to: $0) }
  }

  /// - Parameter start: where parameters start from, if not where the settings say.
  convenience init(
    _ pairs: PairCounts, in model: FitModel, from start: [Quantity: Double], grid: PairGrid? = nil
  ) {
    let grid =
      grid ?? model.pairGrid(from: pairs.shortest, to: pairs.distances.max() ?? 1)
    self.init(atoms: pairs.atoms, in: model, from: start, grid) { grid.add(pairs, to: $0) }
  }

  private init(
    atoms: Double, in model: FitModel, from start: [Quantity: Double] = [:], _ grid: PairGrid,
    strained: ((Double) -> Spectrum)? = nil, add: (UnsafeMutablePointer<Float>) -> Void
  ) {
    self.atoms = atoms
    self.model = model
    self.strained = strained
    spectrum = Spectrum(grid, in: model, add: add)
    derived = model.settings.vary.filter {
      [.expansion, .biso, .strain].contains($0)
        || (PeakWidth.quantities + Quantity.envelope).contains($0)
    }
    operations = grid.operations(model.spectrum.count)
    values = Dictionary(
      uniqueKeysWithValues: Quantity.fitted.map { ($0, start[$0] ?? model.value($0)) })
    searches =
      model.settings.vary.contains(.expansion)
      && model.settings.values[.expansion] == nil && start[.expansion] == nil
  }

  /// The best fit of the structure that this problem was made for.
  ///
  /// - Parameter cluster: what stands for the structure with some parameters.
  func solve(for cluster: ([Quantity: Double]) -> Cluster, of crystal: Crystal? = nil) -> Fit {
    let evaluations = minimise()
    return Fit(
      cluster: cluster(current), crystal: crystal, measured: model.measured, g: calculated,
      values: current, varied: model.settings.vary, atBounds: atBounds,
      jacobian: model.settings.vary.map(derivative), weights: model.weights,
      evaluations: evaluations, operations: operations, qmax: model.qmax)
  }

  /// Varied parameters that are at their bounds.
  var atBounds: [Quantity] {
    model.settings.vary.filter { model.bounds($0).isReached(by: current[$0] ?? 0) }
  }

  /// Where parameters start from.
  var start: [Quantity: Double] { values }

  /// The scaled, damped G(r) at `current`.
  var particles: [Double] {  // [r]
    let scale = current[.scale] ?? 1
    return zip(damping, curves[0]).map { scale * $0 * Double($1) }
  }

  /// The same with its background.
  var calculated: [Double] {  // [r]
    let (offset, slope) = (current[.offset] ?? 0, current[.slope] ?? 0)
    return zip(model.measured.r, particles).map { $1 + offset + slope * $0 }
  }

  /// All parameters at the minimum, and Rw there.
  func optimum(tolerance: Double = 1e-6) -> (values: [Quantity: Double], rw: Double) {
    _ = minimise(tolerance: tolerance)
    var (difference, total) = (0.0, 0.0)
    for (g, curve) in zip(model.measured.g, calculated) {
      let rest = g - curve
      difference += rest * rest
      total += g * g
    }
    return (current, (difference / total).squareRoot())
  }

  /// The scaled, damped G(r) at some parameters, without a fit.
  func curve(at values: [Quantity: Double]) -> [Double] {  // [r]
    compute(values)
    return calculated
  }

  /// Moves to the minimum; returns how often the residuals were computed.
  private func minimise(tolerance: Double = 1e-6) -> Int {
    let settings = model.settings
    begin()
    if settings.vary.contains(.scale), settings.values[.scale] == nil {
      values[.scale] = likenesses(at: [values[.expansion] ?? 1])[0].scale
    }
    var x = settings.vary.map { model.bounds($0).free(values[$0] ?? 0) }
    let evaluations = LevenbergMarquardt.minimise(
      self, residuals: model.measured.r.count + model.expectations.count, from: &x)
    x.withUnsafeBufferPointer { compute($0) }
    return evaluations
  }

  func residuals(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>) {
    compute(x)
    let g = model.measured.g
    for (i, curve) in calculated.enumerated() { target[i] = model.weights[i] * (curve - g[i]) }
    for (i, known) in model.expectations.enumerated() {
      target[g.count + i] = known.weight * ((current[known.parameter] ?? 0) - known.mean)
    }
  }

  func derivatives(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>) {
    compute(x)
    for (place, parameter) in model.settings.vary.enumerated() {
      let slope = model.bounds(parameter).slope(x[place])
      let column = derivative(by: parameter)
      let start = place * (column.count + model.expectations.count)
      for i in column.indices { target[start + i] = slope * model.weights[i] * column[i] }
      for (i, known) in model.expectations.enumerated() {
        target[start + column.count + i] = known.parameter == parameter ? slope * known.weight : 0
      }
    }
  }

  /// The derivative of the scaled, damped G(r) at `current`.
  func derivative(by parameter: Quantity) -> [Double] {
    let scale = current[.scale] ?? 1
    func scaled(_ curve: Int) -> [Double] {
      zip(damping, curves[curve]).map { scale * $0 * Double($1) }
    }
    switch parameter {
    case .scale: return zip(damping, curves[0]).map { $0 * Double($1) }
    case .qdamp:
      let qdamp = current[.qdamp] ?? 0
      return zip(model.measured.r, scaled(0)).map { -qdamp * $0 * $0 * $1 }
    case .offset: return model.measured.r.map { _ in 1 }
    case .slope: return model.measured.r
    default:
      guard let line = derived.firstIndex(of: parameter) else {
        preconditionFailure("a fit has no derivative by \(parameter.name)")
      }
      return scaled(1 + line)
    }
  }

  private func compute(_ x: UnsafeBufferPointer<Double>) {
    var new = values
    for (place, parameter) in model.settings.vary.enumerated() {
      new[parameter] = model.bounds(parameter).value(x[place])
    }
    compute(new)
  }

  /// Computes the curves at some parameters; those that are left out keep their value.
  func compute(_ values: [Quantity: Double]) {
    let new = self.values.merging(values) { $1 }
    guard new != current || curves.isEmpty else { return }
    if damping.isEmpty || new[.qdamp] != current[.qdamp] {
      damping = model.damping(new[.qdamp] ?? 0)
    }
    if let strained, new[.strain] != current[.strain] || nearby.isEmpty {
      let strain = new[.strain] ?? 0
      spectrum = strained(strain)
      if derived.contains(.strain) {
        nearby = [-1, 1].map { strained(strain + $0 * Self.strainStep) }
      }
    }
    current = new
    let lines = 1 + derived.count
    let f = transform(new)
    let grid = grid(f, lines: lines)
    let (points, count) = (model.output.points, model.measured.r.count)
    curves = (0..<lines).map { line in
      [Float](unsafeUninitializedCapacity: count) { buffer, filled in
        grid.withUnsafeBufferPointer { grid in
          guard let start = grid.baseAddress, let target = buffer.baseAddress else { return }
          model.output.read(start + line * points, into: target)
        }
        filled = count
      }
    }
  }

  func grid(_ f: [Float], lines: Int) -> [Float] {  // [lines, points]
    operations += 2 * Double(f.count) * Double(model.output.points)
    return model.grid(f, lines: lines)
  }

  /// F(Q) times the quadrature, and its derivatives by `derived`.
  func transform(_ at: [Quantity: Double]) -> [Float] {  // [1 + derived, nodes]
    let profile = RadialProfile(at, spectrum.knots, in: model)
    let lines = [profile.value] + derived.map(profile.line)
    var result = transform(spectrum, at, profile, lines)
    let count = model.q.count
    if let stretched = derived.firstIndex(of: .expansion) {
      let expansion = at[.expansion] ?? 1
      for k in 0..<count { result[(stretched + 1) * count + k] -= result[k] / Float(expansion) }
    }
    if let line = derived.firstIndex(of: .strain), nearby.count == 2 {
      let (low, high) = (
        transform(nearby[0], at, profile, [profile.value]),
        transform(nearby[1], at, profile, [profile.value])
      )
      for k in 0..<count {
        result[(line + 1) * count + k] = (high[k] - low[k]) / Float(2 * Self.strainStep)
      }
    }
    return result
  }

  /// Differences of spectra are taken over so much strain to each side.
  private static let strainStep = 1e-3

  /// A sum over the knots for each line at all nodes; that of the expansion with q times the slope.
  private func transform(
    _ spectrum: Spectrum, _ at: [Quantity: Double], _ profile: RadialProfile,
    _ lines: [Spectrum.Line]
  ) -> [Float] {  // [lines, nodes]
    let count = model.q.count
    let (expansion, biso) = (at[.expansion] ?? 1, at[.biso] ?? 0)
    let stretched = lines.count > 1 ? derived.firstIndex(of: .expansion).map { $0 + 1 } : nil
    let perAtom = 2 / (max(atoms, 1) * expansion)
    var result = [Float](repeating: 0, count: lines.count * count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: lines.count) { sums in
      guard let sums = sums.baseAddress else { return }
      for k in 0..<count {
        let q = model.q[k]
        let rise = spectrum.read(
          at: q * expansion, width: model.widths[k], biso: biso, shares: profile.shares, lines,
          into: sums)
        if let stretched { sums[stretched] += q * rise }
        for line in lines.indices {
          result[line * count + k] = Float(model.quadrature[k] * perAtom * sums[line])
        }
      }
    }
    return result
  }
}
