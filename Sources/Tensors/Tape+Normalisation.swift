extension Tape {
  /// Each row shifted and scaled to mean 0 and variance 1, then times `gain` plus `bias` [1, columns]
  /// (Ba, Kiros and Hinton 2016, arXiv:1607.06450).
  public func layerNorm(_ x: Node, gain: Node, bias: Node) -> Node {
    let (rows, columns) = (x.rows, x.columns)
    let y = result(rows, columns)
    let normal = scratch(x.count)
    let inverse = scratch(rows)
    for row in 0..<rows {
      let (input, output) = (x.values + row * columns, y.values + row * columns)
      let unit = normal + row * columns
      var mean: Float = 0
      for i in 0..<columns { mean += input[i] }
      mean /= Float(columns)
      var variance: Float = 0
      for i in 0..<columns { variance += (input[i] - mean) * (input[i] - mean) }
      inverse[row] = 1 / (variance / Float(columns) + 1e-5).squareRoot()
      for i in 0..<columns {
        unit[i] = (input[i] - mean) * inverse[row]
        output[i] = unit[i] * gain.values[i] + bias.values[i]
      }
    }
    record {
      let (dgain, dbias, dinput) = (gain.gradients, bias.gradients, x.gradients)
      for row in 0..<rows {
        let dy = y.gradients! + row * columns
        let unit = normal + row * columns
        var (sum, projection): (Float, Float) = (0, 0)
        for i in 0..<columns {
          dgain?[i] += dy[i] * unit[i]
          dbias?[i] += dy[i]
          sum += dy[i] * gain.values[i]
          projection += dy[i] * gain.values[i] * unit[i]
        }
        guard let dx = dinput.map({ $0 + row * columns }) else { continue }
        let n = Float(columns)
        for i in 0..<columns {
          dx[i] += inverse[row] * (dy[i] * gain.values[i] - (sum + unit[i] * projection) / n)
        }
      }
    }
    return y
  }
}
