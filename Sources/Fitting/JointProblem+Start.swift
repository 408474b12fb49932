import Numerics
import Scattering

/// Where a joint fit starts from.
extension JointProblem {
  /// Each problem by itself, and then the scales of all together.
  func begin() {
    for (place, problem) in problems.enumerated() {
      problem.begin()
      values[place] = problem.values
    }
    for variable in variables {
      let single = variable.sharers.map { (values[$0.place][variable.quantity] ?? 0) / $0.factor }
      let mean = single.reduce(0, +) / Double(max(single.count, 1))
      for (place, factor) in variable.sharers { values[place][variable.quantity] = factor * mean }
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
}
