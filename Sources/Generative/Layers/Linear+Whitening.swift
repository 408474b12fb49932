import Tensors

extension Linear {
  /// Changes the layer's first outputs so that over a sample they are uncorrelated, with mean 0 and
  /// the same deviation.
  ///
  /// Of outputs with deviations L Lᵀ around m, W x + b becomes deviation · L⁻¹ (W x + b − m).
  ///
  /// - Parameter outputs: of the sample, the first columns of what the layer gives [sample, outputs].
  func whiten(_ outputs: Node, to deviation: Double, in parameters: Parameters) {
    let (mean, root) = Self.moments(of: outputs)
    var (weights, biases) = (parameters.array(of: weight), parameters.array(of: bias))
    let width = weight.columns
    for row in 0..<outputs.columns {
      // Forward substitution, on whole rows of the layer.
      let scale = Float(deviation / root[row][row])
      for column in 0..<width {
        let known = (0..<row).reduce(Float(0)) {
          $0 + Float(root[row][$1] / deviation) * weights[$1 * width + column]
        }
        weights[row * width + column] = scale * (weights[row * width + column] - known)
      }
      let known = (0..<row).reduce(Float(mean[row])) {
        $0 + Float(root[row][$1] / deviation) * biases[$1]
      }
      biases[row] = scale * (biases[row] - known)
    }
    parameters.set(weight, to: weights)
    parameters.set(bias, to: biases)
  }

  /// The mean of the rows of x, and the triangular root L of their covariance L Lᵀ.
  private static func moments(of x: Node) -> (mean: [Double], root: [[Double]]) {
    let (values, rows, columns) = (x.array.map(Double.init), x.rows, x.columns)
    func mean(_ term: (Int) -> Double) -> Double {
      (0..<rows).reduce(0) { $0 + term($1) } / Double(rows)
    }
    let centre = (0..<columns).map { column in mean { values[$0 * columns + column] } }
    var root = [[Double]](repeating: [Double](repeating: 0, count: columns), count: columns)
    for i in 0..<columns {
      for j in 0...i {
        let covariance = mean {
          (values[$0 * columns + i] - centre[i]) * (values[$0 * columns + j] - centre[j])
        }
        let rest = (0..<j).reduce(covariance) { $0 - root[i][$1] * root[j][$1] }
        root[i][j] = i == j ? max(rest, 1e-20).squareRoot() : rest / root[j][j]
      }
    }
    return (centre, root)
  }
}
