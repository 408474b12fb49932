import Numerics
import Scattering

/// Least squares of several structures in one PDF or in several, with parameters that they share.
final class JointProblem {
  let phases: [Phase]
  /// Those of the first PDF, then those of the second …
  let problems: [FitProblem]
  let groups: [[Int]]  // problems of each PDF
  let variables: [Variable]
  var values: [[Quantity: Double]]  // [problems]

  struct Variable {
    let quantity: Quantity
    let sharers: Sharing.Sharers
    let bounds: Bounds
  }

  /// - Throws: `ScatteringError` where ratios and bounds leave a parameter no room.
  init(
    _ problems: [FitProblem], of phases: [Phase], _ sharing: Sharing
  ) throws(ScatteringError) {
    let pdfs = problems.count / phases.count
    var variables: [Variable] = []
    for quantity in Quantity.fitted {
      for set in sharing.sets(of: quantity, structures: phases.count, pdfs: pdfs) {
        let varying = set.filter {
          problems[$0.place].model.settings.vary.contains(quantity)
        }
        guard let first = varying.first else { continue }
        // The variable is the value of the first.
        let sharers = varying.map { (place: $0.place, factor: $0.factor / first.factor) }
        variables.append(
          Variable(
            quantity: quantity, sharers: sharers,
            bounds: try Self.bounds(of: quantity, sharers, problems)))
      }
    }
    (self.phases, self.problems, self.variables) = (phases, problems, variables)
    groups = (0..<pdfs).map { pdf in
      Array((pdf * phases.count)..<((pdf + 1) * phases.count))
    }
    values = problems.map { _ in [:] }
  }

  /// Bounds within which all that share a parameter are within theirs.
  private static func bounds(
    of quantity: Quantity, _ sharers: Sharing.Sharers, _ problems: [FitProblem]
  ) throws(ScatteringError) -> Bounds {
    var (lower, upper) = (-Double.infinity, Double.infinity)
    for (place, factor) in sharers {
      let own = problems[place].model.settings.bounds[quantity] ?? quantity.bounds
      lower = max(lower, own.lowerBound / factor)
      upper = min(upper, own.upperBound / factor)
    }
    guard lower < upper else {
      throw ScatteringError(
        "the ratio and the bounds of \(quantity.name) leave it no room", of: quantity)
    }
    return Bounds(lower...upper)
  }

  /// The best fit from where the problems start.
  func solve() -> JointFit {
    begin()
    var x = variables.map { $0.bounds.free(values[$0.sharers[0].place][$0.quantity] ?? 0) }
    let evaluations = LevenbergMarquardt.minimise(
      self, residuals: points + restraints.count, from: &x)
    x.withUnsafeBufferPointer { place(at: $0) }
    return fit(evaluations: evaluations)
  }

  private func place(at x: UnsafeBufferPointer<Double>) {
    for (number, variable) in variables.enumerated() {
      let value = variable.bounds.value(x[number])
      for (place, factor) in variable.sharers {
        values[place][variable.quantity] = factor * value
      }
    }
    for (place, problem) in problems.enumerated() { problem.compute(values[place]) }
  }

  private var points: Int {
    groups.reduce(0) { $0 + problems[$1[0]].model.measured.g.count }
  }

  /// What is known of a variable before the fit, where something is.
  private var restraints: [(variable: Int, known: FitModel.Expectation)] {
    variables.indices.compactMap { number in
      let model = problems[variables[number].sharers[0].place].model
      return model.expectations.first { $0.parameter == variables[number].quantity }
        .map { (number, $0) }
    }
  }

  /// The weighted derivative of all PDFs by a variable.
  func column(of variable: Variable) -> [Double] {
    groups.flatMap { group -> [Double] in
      let weights = problems[group[0]].model.weights
      var sum = [Double](repeating: 0, count: weights.count)
      for (place, factor) in variable.sharers where group.contains(place) {
        let column = problems[place].derivative(by: variable.quantity)
        for i in sum.indices { sum[i] += factor * weights[i] * column[i] }
        // A background is that of the PDF, not of each structure.
        if variable.quantity == .offset || variable.quantity == .slope { break }
      }
      return sum
    }
  }

  /// G(r) of all structures of a PDF; the background counts once.
  func total(of group: [Int]) -> [Double] {
    var sum = problems[group[0]].calculated
    for place in group.dropFirst() {
      for (i, g) in problems[place].particles.enumerated() { sum[i] += g }
    }
    return sum
  }
}

extension JointProblem: LevenbergMarquardt.Problem {
  func residuals(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>) {
    place(at: x)
    var start = 0
    for group in groups {
      let model = problems[group[0]].model
      let sum = total(of: group)
      for i in sum.indices { target[start + i] = model.weights[i] * (sum[i] - model.measured.g[i]) }
      start += sum.count
    }
    for restraint in restraints {
      let variable = variables[restraint.variable]
      let value = values[variable.sharers[0].place][variable.quantity] ?? 0
      target[start] = restraint.known.weight * (value - restraint.known.mean)
      start += 1
    }
  }

  func derivatives(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>) {
    place(at: x)
    let rows = points + restraints.count
    for (number, variable) in variables.enumerated() {
      let slope = variable.bounds.slope(x[number])
      let column = column(of: variable)
      for i in column.indices { target[number * rows + i] = slope * column[i] }
      for (i, restraint) in restraints.enumerated() {
        target[number * rows + points + i] =
          restraint.variable == number ? slope * restraint.known.weight : 0
      }
    }
  }
}
