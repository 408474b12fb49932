import Clusters
import Numerics
import Scattering

/// Least squares of several structures in one PDF or in several, with parameters that they share.
final class JointProblem: LevenbergMarquardt.Problem {
  private let problems: [FitProblem]
  private let groups: [[Int]]  // problems of each PDF
  private let variables: [Variable]
  private var values: [[Quantity: Double]]

  private struct Variable {
    let quantity: Quantity
    let problems: [Int]
    let bounds: Bounds
  }

  /// What an instrument does, and what reduction leaves, which all structures of a PDF share.
  private static let shared = ["qdamp", "qbroad", "offset", "slope"]

  /// - Parameters:
  ///   - groups: the problems of each PDF.
  ///   - equal: quantities that all problems share.
  init(_ groups: [[FitProblem]], equal: [Quantity]) {
    var places: [[Int]] = []
    for group in groups {
      let first = places.reduce(0) { $0 + $1.count }
      places.append(Array(first..<(first + group.count)))
    }
    let problems = groups.flatMap { $0 }
    var variables: [Variable] = []
    func add(_ quantity: Quantity, _ sharing: [Int]) {
      let varying = sharing.filter { problems[$0].model.settings.vary.contains(quantity) }
      guard let first = varying.first else { return }
      variables.append(
        Variable(
          quantity: quantity, problems: varying, bounds: problems[first].model.bounds(quantity)))
    }
    let varied = Quantity.fitted.filter { quantity in
      problems.contains { $0.model.settings.vary.contains(quantity) }
    }
    for quantity in varied {
      if equal.contains(quantity) {
        add(quantity, Array(problems.indices))
      } else if Self.shared.contains(quantity.name) {
        for group in places { add(quantity, group) }
      } else {
        for problem in problems.indices { add(quantity, [problem]) }
      }
    }
    (self.problems, self.groups, self.variables) = (problems, places, variables)
    values = problems.map { _ in [:] }
  }

  /// The best fit from where the problems start.
  func solve(_ phases: [[Phase]]) -> JointFit {
    begin()
    var x = variables.map { $0.bounds.free(values[$0.problems[0]][$0.quantity] ?? 0) }
    let evaluations = LevenbergMarquardt.minimise(
      self, residuals: points + restraints.count, from: &x)
    x.withUnsafeBufferPointer { place(at: $0) }
    return fit(phases, evaluations: evaluations)
  }

  /// Each problem by itself, and then the scales of all together.
  private func begin() {
    for (place, problem) in problems.enumerated() {
      problem.begin()
      values[place] = problem.start
    }
    for variable in variables {
      let shared = variable.problems.map { values[$0][variable.quantity] ?? 0 }
      let mean = shared.reduce(0, +) / Double(max(shared.count, 1))
      for problem in variable.problems { values[problem][variable.quantity] = mean }
    }
    for group in groups { beginScales(group) }
  }

  /// Scales of least squares, none below a hundredth of the largest.
  private func beginScales(_ group: [Int]) {
    let free = group.filter { place in
      problems[place].model.settings.vary.contains(.scale)
        && problems[place].model.settings.values[.scale] == nil
    }
    guard !free.isEmpty else { return }
    for place in free {
      values[place][.scale] = 1
      problems[place].compute(values[place])
    }
    let columns = free.map { problems[$0].derivative(by: .scale) }
    let g = problems[group[0]].model.measured.g
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let matrix = columns.indices.map { i in
      columns.indices.map { product(columns[i], columns[$0]) * ($0 == i ? 1 + 1e-6 : 1) }
    }
    guard let inverse = SymmetricMatrix(matrix).inverse() else { return }
    let right = columns.map { product($0, g) }
    let scales = inverse.map { product($0, right) }
    let least = 0.01 * max(scales.max() ?? 1, 1e-6)
    for (place, scale) in zip(free, scales) { values[place][.scale] = max(scale, least) }
  }

  private var points: Int {
    groups.reduce(0) { $0 + problems[$1[0]].model.measured.g.count }
  }

  /// What is known of a variable before the fit, where something is.
  private var restraints: [(variable: Int, known: FitModel.Expectation)] {
    variables.indices.compactMap { place in
      let model = problems[variables[place].problems[0]].model
      return model.expectations.first { $0.parameter == variables[place].quantity }
        .map { (place, $0) }
    }
  }

  private func place(at x: UnsafeBufferPointer<Double>) {
    for (place, variable) in variables.enumerated() {
      for problem in variable.problems {
        values[problem][variable.quantity] = variable.bounds.value(x[place])
      }
    }
    for (place, problem) in problems.enumerated() { problem.compute(values[place]) }
  }

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
      let value = values[variable.problems[0]][variable.quantity] ?? 0
      target[start] = restraint.known.weight * (value - restraint.known.mean)
      start += 1
    }
  }

  func derivatives(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>) {
    place(at: x)
    let rows = points + restraints.count
    for (place, variable) in variables.enumerated() {
      let slope = variable.bounds.slope(x[place])
      let column = column(of: variable)
      for i in column.indices { target[place * rows + i] = slope * column[i] }
      for (i, restraint) in restraints.enumerated() {
        target[place * rows + points + i] =
          restraint.variable == place ? slope * restraint.known.weight : 0
      }
    }
  }

  /// The weighted derivative of all PDFs by a variable.
  private func column(of variable: Variable) -> [Double] {
    groups.flatMap { group -> [Double] in
      let weights = problems[group[0]].model.weights
      var sum = [Double](repeating: 0, count: weights.count)
      for place in group where variable.problems.contains(place) {
        let column = problems[place].derivative(by: variable.quantity)
        for i in sum.indices { sum[i] += weights[i] * column[i] }
        // A background is that of the PDF, not of each structure.
        if variable.quantity == .offset || variable.quantity == .slope { break }
      }
      return sum
    }
  }

  /// G(r) of all structures of a PDF; the background counts once.
  private func total(of group: [Int]) -> [Double] {
    var sum = problems[group[0]].calculated
    for place in group.dropFirst() {
      for (i, g) in problems[place].particles.enumerated() { sum[i] += g }
    }
    return sum
  }

  private func fit(_ phases: [[Phase]], evaluations: Int) -> JointFit {
    let columns = variables.map(column)
    var (difference, sum, independent) = (0.0, 0.0, 0.0)
    let totals = groups.map(total)
    for (group, total) in zip(groups, totals) {
      let model = problems[group[0]].model
      for i in total.indices {
        let square = model.weights[i] * model.weights[i]
        difference += square * (total[i] - model.measured.g[i]) * (total[i] - model.measured.g[i])
        sum += square * model.measured.g[i] * model.measured.g[i]
      }
      independent += model.independentPoints
    }
    let products = columns.map { a in columns.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let variance = difference / max(independent - Double(variables.count), 1)
    let inverse = SymmetricMatrix(products).inverse() ?? products.map { $0.map { _ in 0 } }
    let covariance = inverse.map { $0.map { $0 * variance } }
    let fits = groups.enumerated().flatMap { number, group in
      group.enumerated().map { place, problem in
        part(problem, phases[number][place], of: totals[number])
      }
    }
    return JointFit(
      phases: fits, labels: phases.flatMap { $0.map(\.label) },
      measured: groups.map { problems[$0[0]].model.measured }, g: totals, groups: groups,
      variables: variables.enumerated().map { place, variable in
        let value = problems[variable.problems[0]].current[variable.quantity] ?? 0
        return JointFit.Variable(
          quantity: variable.quantity, phases: variable.problems, value: value,
          error: max(covariance[place][place], 0).squareRoot(),
          isAtBound: variable.bounds.isReached(by: value))
      },
      covariance: covariance, rw: (difference / max(sum, 1e-300)).squareRoot(),
      evaluations: evaluations)
  }

  /// One structure against what the others leave.
  private func part(_ place: Int, _ phase: Phase, of total: [Double]) -> Fit {
    let problem = problems[place]
    let own = problem.particles
    var rest = problem.model.measured
    for i in rest.g.indices { rest.g[i] -= total[i] - own[i] }
    let cluster: Cluster
    var crystal: Crystal?
    switch phase {
    case .cluster(let given): cluster = given.strained(by: problem.current[.strain] ?? 0)
    case .crystal(let given):
      cluster = given.sphere(problem.current)
      crystal = given
    }
    return Fit(
      cluster: cluster, crystal: crystal, measured: rest, g: own, values: problem.current,
      varied: [], atBounds: [], jacobian: [], weights: problem.model.weights, evaluations: 0,
      operations: 0, qmax: problem.model.qmax)
  }
}
