import Scattering

/// Residuals weight·(G_c − G) and their derivatives, with what is known of parameters before the fit.
extension FitProblem: LevenbergMarquardt.Problem {
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

  /// Computes the curves at what the varied parameters are without their bounds.
  func compute(_ x: UnsafeBufferPointer<Double>) {
    var new = values
    for (place, parameter) in model.settings.vary.enumerated() {
      new[parameter] = model.bounds(parameter).value(x[place])
    }
    compute(new)
  }

  /// The derivative of the scaled, damped G(r) at `current`.
  func derivative(by parameter: Quantity) -> [Double] {  // [r]
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
}
