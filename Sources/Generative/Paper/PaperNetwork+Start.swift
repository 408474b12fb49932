import Foundation
import Tensors

/// The start of a training, which differs from the publication's.
///
/// The published program starts as PyTorch does by default. The posterior's means of all structures
/// then lie within 0.01 of one another, and are drawn with deviations of 1 and more: the decoder
/// learns nothing of the structure for thousands of epochs, until the map has spread. Here the map
/// is spread before the first step. No equation of the network changes.
extension PaperNetwork {
  /// Standard deviation of the posterior's means at the start along every axis of the map.
  ///
  /// Thousands of structures need room, as no draw has a deviation below 1.
  static let spread = 60.0

  /// Spreads the map: the posterior's means of some structures become uncorrelated, with mean 0 and
  /// deviation `spread`.
  ///
  /// With the means μ of deviations L Lᵀ around m, the last layer of the head W x + b becomes
  /// spread · L⁻¹ (W x + b − m). The decoder's first layer and the prior's last are brought to the
  /// same scale.
  ///
  /// - Parameter pdfs: those of the structures [structures, points].
  func spreadMap(over structures: [PaperStructure], _ pdfs: Node, on tape: Tape) {
    let means = posterior(of: structures, pdfs, on: tape).mean
    let (mean, root) = Self.moments(of: means)
    let (last, latent) = (head.layers[head.layers.count - 1], dimensions)
    var (weights, biases) = (parameters.array(of: last.weight), parameters.array(of: last.bias))
    let width = last.weight.columns
    for row in 0..<latent {
      // Forward substitution, on whole rows of the layer.
      let scale = Float(Self.spread / root[row][row])
      for column in 0..<width {
        let known = (0..<row).reduce(Float(0)) {
          $0 + Float(root[row][$1] / Self.spread) * weights[$1 * width + column]
        }
        weights[row * width + column] = scale * (weights[row * width + column] - known)
      }
      let known = (0..<row).reduce(Float(mean[row])) {
        $0 + Float(root[row][$1] / Self.spread) * biases[$1]
      }
      biases[row] = scale * (biases[row] - known)
    }
    parameters.set(last.weight, to: weights)
    parameters.set(last.bias, to: biases)
    scale(decoder.layers[0].weight, by: Float(1 / Self.spread))
    // h of the means alone: neither their gates nor the deviations.
    scale(
      prior.layers[prior.layers.count - 1].weight, rows: 0..<latent, by: Float(Self.spread))
  }

  private func scale(_ weight: Parameter, rows: Range<Int>? = nil, by factor: Float) {
    var values = parameters.array(of: weight)
    for row in rows ?? 0..<weight.rows {
      for i in row * weight.columns..<(row + 1) * weight.columns { values[i] *= factor }
    }
    parameters.set(weight, to: values)
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
