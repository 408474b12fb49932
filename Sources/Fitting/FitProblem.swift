import Scattering
import Clusters
import Foundation

/// One structure to be fitted: its G(r) and derivatives for any parameters.
final class FitProblem: LevenbergMarquardt.Problem {
  private let atoms: Double
  private let model: FitModel
  private let spectrum: Spectrum

  /// The shortest distance squared, in which delta2 is counted, in Å².
  private let shortest: Double

  /// Floating-point operations of matrix products so far.
  private var operations: Double

  /// Starting values, and those of what is not varied.
  private var values: [Quantity: Double]

  /// Whether the expansion is to be searched for before it is fitted.
  private let searches: Bool

  /// Where the curves below were computed.
  private var current: [Quantity: Double] = [:]
  private var damping: [Double] = []  // [r]
  /// G(r) without scale and damping, and its derivatives by expansion, biso and delta2.
  private var curves: [[Float]] = []  // [1 + derivatives, r]

  convenience init(_ cluster: Cluster, in model: FitModel) {
    let shortest = cluster.shortestDistance ?? 1
    self.init(shortest: shortest, atoms: Double(cluster.count), in: model) { pairs, grid in
      pairs.add(cluster, to: grid)
    }
  }

  /// - Parameter start: where parameters start from, if not where the settings say.
  convenience init(_ pairs: PairCounts, in model: FitModel, from start: [Quantity: Double]) {
    self.init(
      shortest: pairs.shortest, atoms: pairs.atoms, in: model, from: start
    ) { grid, target in
      grid.add(pairs, to: target)
    }
  }

  private init(
    shortest distance: Double, atoms: Double, in model: FitModel,
    from start: [Quantity: Double] = [:],
    add: (PairGrid, UnsafeMutablePointer<Float>) -> Void
  ) {
    self.atoms = atoms
    self.model = model
    var pairs = model.pairs
    shortest = pairs.rows > 1 ? max(distance * distance, 0.01) : 1
    pairs.sharpening = shortest
    spectrum = Spectrum(pairs, in: model) { add(pairs, $0) }
    operations = 2 * Double(pairs.rows * pairs.points) * Double(model.spectrum.count)
    values = Dictionary(
      uniqueKeysWithValues: Quantity.fitted.map { ($0, start[$0] ?? model.value($0)) })
    searches =
      model.settings.vary.contains(.expansion)
      && model.settings.values[.expansion] == nil && start[.expansion] == nil
  }

  /// The best fit of the cluster that this problem was made for.
  func solve(for cluster: Cluster) -> Fit {
    let evaluations = minimise()
    let scale = current[.scale] ?? 1
    return Fit(
      cluster: cluster, measured: model.measured,
      g: zip(damping, curves[0]).map { scale * $0 * Double($1) }, values: current,
      varied: model.settings.vary,
      atBounds: model.settings.vary.filter {
        model.bounds($0).isReached(by: current[$0] ?? 0)
      },
      jacobian: model.settings.vary.map(derivative), evaluations: evaluations,
      operations: operations, qmax: model.qmax)
  }

  /// All parameters at the minimum, and Rw there.
  func optimum(tolerance: Double = 1e-6) -> (values: [Quantity: Double], rw: Double) {
    _ = minimise(tolerance: tolerance)
    let scale = current[.scale] ?? 1
    var (difference, total) = (0.0, 0.0)
    for (i, g) in model.measured.g.enumerated() {
      let rest = g - scale * damping[i] * Double(curves[0][i])
      difference += rest * rest
      total += g * g
    }
    return (current, (difference / total).squareRoot())
  }

  /// The scaled, damped G(r) at some parameters, without a fit.
  func curve(at values: [Quantity: Double]) -> [Double] {  // [r]
    self.values = values
    model.settings.vary.map { model.bounds($0).free(values[$0] ?? 0) }
      .withUnsafeBufferPointer { compute($0) }
    let scale = current[.scale] ?? 1
    return zip(damping, curves[0]).map { scale * $0 * Double($1) }
  }

  /// Moves to the minimum; returns how often the residuals were computed.
  private func minimise(tolerance: Double = 1e-6) -> Int {
    let settings = model.settings
    if searches { values[.expansion] = bestExpansion() }
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
    let scale = current[.scale] ?? 1
    let g = model.measured.g
    for i in g.indices { target[i] = scale * damping[i] * Double(curves[0][i]) - g[i] }
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
      for i in column.indices { target[start + i] = slope * column[i] }
      for (i, known) in model.expectations.enumerated() {
        target[start + column.count + i] = known.parameter == parameter ? slope * known.weight : 0
      }
    }
  }

  /// The derivative of the scaled, damped G(r) at `current`.
  private func derivative(by parameter: Quantity) -> [Double] {
    let scale = current[.scale] ?? 1
    func scaled(_ curve: Int) -> [Double] {
      zip(damping, curves[curve]).map { scale * $0 * Double($1) }
    }
    switch parameter {
    case .scale: return zip(damping, curves[0]).map { $0 * Double($1) }
    case .expansion: return scaled(1)
    case .biso: return scaled(2)
    case .delta2: return scaled(3)
    case .qdamp:
      let qdamp = current[.qdamp] ?? 0
      return zip(model.measured.r, scaled(0)).map { -qdamp * $0 * $0 * $1 }
    default: preconditionFailure("a fit has no derivative by \(parameter.name)")
    }
  }

  private func compute(_ x: UnsafeBufferPointer<Double>) {
    var new = values
    for (place, parameter) in model.settings.vary.enumerated() {
      new[parameter] = model.bounds(parameter).value(x[place])
    }
    guard new != current || curves.isEmpty else { return }
    if damping.isEmpty || new[.qdamp] != current[.qdamp] {
      damping = model.damping(new[.qdamp] ?? 0)
    }
    current = new
    let lines = spectrum.rows > 1 ? 4 : 3
    let f = transform(new, lines: lines)
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

  private func grid(_ f: [Float], lines: Int) -> [Float] {  // [lines, points]
    operations += 2 * Double(f.count) * Double(model.output.points)
    return model.grid(f, lines: lines)
  }

  /// F(Q) times the quadrature, and its derivatives by expansion, biso and delta2.
  ///
  /// With b = biso·Q²/8π², share = δ₂/(e²s²) and u = s²/r² for the shortest distance s, the width
  /// of a peak is exp(−b(1 − share·u)). A single line is for the search, and leaves out the share.
  private func transform(
    _ at: [Quantity: Double], lines: Int
  ) -> [Float] {  // [lines, nodes]
    let count = model.q.count
    let expansion = at[.expansion] ?? 1
    let biso = at[.biso] ?? 0
    let unit = expansion * expansion * shortest
    let share = lines > 1 ? min((at[.delta2] ?? 0) / unit, 1) : 0
    let rows = lines > 1 ? spectrum.rows : 1
    let widths = Sharpening(rows: rows)
    var values = [Double](repeating: 0, count: rows)
    var slopes = values
    var result = [Float](repeating: 0, count: lines * count)
    let perAtom = 2 / (max(atoms, 1) * expansion)
    for k in 0..<count {
      let (q, width) = (model.q[k], model.widths[k])
      widths.coefficients(biso * width, share: share, &values, &slopes)
      let at = spectrum.read(
        at: q * expansion, rows: rows, values, slopes, derivatives: lines > 1)
      let factor = model.quadrature[k] * perAtom
      result[k] = Float(factor * at.sum)
      guard lines > 1 else { continue }
      let byShare = biso * width * at.sharp
      result[count + k] = Float(
        factor * (q * at.rise - (at.sum + 2 * share * byShare) / expansion))
      result[2 * count + k] = Float(-factor * width * (at.sum - share * at.sharp))
      if lines > 3 { result[3 * count + k] = Float(factor * byShare / unit) }
    }
    return result
  }

  /// The expansion, of a row within the bounds, whose curve is most like the data.
  ///
  /// Steps move a peak at 15 Å by 0.09 Å, a fraction of its width.
  private func bestExpansion() -> Double {
    let bounds = model.settings.bounds[.expansion] ?? 1...1
    let row = Array(stride(from: bounds.lowerBound, through: bounds.upperBound, by: 0.006))
    let likenesses = likenesses(at: row)
    let best = row.indices.max { likenesses[$0].likeness < likenesses[$1].likeness }
    return best.map { row[$0] } ?? 1
  }

  /// Scale and likeness for a row of expansions, all else at its start.
  private func likenesses(at expansions: [Double]) -> [(scale: Double, likeness: Double)] {
    var at = values
    let f = expansions.flatMap { expansion in
      at[.expansion] = expansion
      return transform(at, lines: 1)
    }
    let grid = grid(f, lines: expansions.count)
    return grid.withUnsafeBufferPointer { grid in
      expansions.indices.compactMap { line in
        grid.baseAddress.map { model.likeness($0 + line * model.output.points) }
      }
    }
  }
}
