import Tensors

/// y = x Wᵀ + b.
struct Linear {
  let weight: Parameter  // [outputs, inputs]
  let bias: Parameter  // [1, outputs]

  init(
    _ name: String, _ inputs: Int, _ outputs: Int, _ start: Initialisation? = nil,
    in parameters: Parameters
  ) {
    let start = start ?? .linear(inputs: inputs)
    weight = parameters.declare("\(name).weight", outputs, inputs, start)
    bias = parameters.declare("\(name).bias", 1, outputs, start)
  }

  /// From one number to one, with a given start.
  init(_ name: String, weight start: Float, bias: Float, in parameters: Parameters) {
    weight = parameters.declare("\(name).weight", 1, 1, .constant(start))
    self.bias = parameters.declare("\(name).bias", 1, 1, .constant(bias))
  }

  /// - Parameters:
  ///   - slope: of a LeakyReLU behind the layer, if any.
  ///   - standsStill: whether x alone gets gradients, and not the weights.
  func callAsFunction(
    _ x: Node, leaking slope: Float? = nil, standsStill: Bool = false, on tape: Tape
  ) -> Node {
    let (weight, bias) = (tape(weight), tape(bias))
    return standsStill
      ? tape.linear(x, weight.detached, bias.detached, leaking: slope)
      : tape.linear(x, weight, bias, leaking: slope)  // [rows, outputs]
  }
}

/// Layer normalisation with a gain and a bias for each column.
struct LayerNorm {
  let gain: Parameter  // [1, columns]
  let bias: Parameter  // [1, columns]

  init(_ name: String, _ columns: Int, in parameters: Parameters) {
    gain = parameters.declare("\(name).gain", 1, columns, .constant(1))
    bias = parameters.declare("\(name).bias", 1, columns, .constant(0))
  }

  func callAsFunction(_ x: Node, on tape: Tape) -> Node {
    tape.layerNorm(x, gain: tape(gain), bias: tape(bias))  // [rows, columns]
  }
}
