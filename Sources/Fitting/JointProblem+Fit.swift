import Numerics
import Scattering

/// What a joint fit has found.
extension JointProblem {
  func fit(evaluations: Int) -> JointFit {
    let totals = groups.map(total)
    let columns = variables.map(column)
    var (difference, sum, independent) = (0.0, 0.0, 0.0)
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
      zip(group, phases).map { part($0, $1, of: totals[number]) }
    }
    return JointFit(
      phases: fits, labels: groups.flatMap { _ in phases.map(\.label) },
      measured: groups.map { problems[$0[0]].model.measured }, g: totals, groups: groups,
      variables: variables.enumerated().map { number, variable in
        let value = problems[variable.sharers[0].place].current[variable.quantity] ?? 0
        return JointFit.Variable(
          quantity: variable.quantity, phases: variable.sharers.map(\.place), value: value,
          error: max(covariance[number][number], 0).squareRoot(),
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
    return Fit(
      cluster: phase.cluster(at: problem.current), phase: phase, measured: rest, g: own,
      values: problem.current, varied: [], atBounds: [], jacobian: [],
      weights: problem.model.weights, evaluations: 0, operations: 0, qmax: problem.model.qmax)
  }
}
