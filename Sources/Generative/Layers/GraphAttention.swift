import Tensors

/// One graph attention layer (Veličković et al. 2018, arXiv:1710.10903), single head:
/// y_i = Σ_j α_ij W x_j + b, with α from W x.
struct GraphAttention {
  let weight: Parameter  // [outputs, inputs]
  let source: Parameter  // [1, outputs]
  let target: Parameter  // [1, outputs]
  let bias: Parameter  // [1, outputs]

  init(_ name: String, _ inputs: Int, _ outputs: Int, in parameters: Parameters) {
    weight = parameters.declare(
      "\(name).weight", outputs, inputs, .glorot(inputs: inputs, outputs: outputs))
    let attention = Initialisation.glorot(inputs: 1, outputs: outputs)
    source = parameters.declare("\(name).source", 1, outputs, attention)
    target = parameters.declare("\(name).target", 1, outputs, attention)
    bias = parameters.declare("\(name).bias", 1, outputs, .constant(0))
  }

  /// - Parameter slope: of a LeakyReLU behind the layer, if any.
  func callAsFunction(
    _ x: Node, over graph: Neighbours, leaking slope: Float? = nil, on tape: Tape
  ) -> Node {
    let (weight, bias) = (tape(weight), tape(bias))
    if weight.columns < weight.rows {
      // Σ_j α_ij W x_j = W Σ_j α_ij x_j: the sum over neighbours is taken where features are fewer.
      let sums = tape.graphAttention(
        x, source: tape.product(tape(source), weight),
        target: tape.product(tape(target), weight), over: graph)  // [nodes, inputs]
      return tape.linear(sums, weight, bias, leaking: slope)
    }
    return tape.graphAttention(
      tape.linear(x, weight), source: tape(source), target: tape(target), bias: bias,
      over: graph, leaking: slope)  // [nodes, outputs]
  }
}

/// Global attention pooling: nodes vote with learned weights for the features of their graph.
struct AttentionPool {
  let gate: Linear
  let feature: Linear

  init(_ name: String, _ width: Int, in parameters: Parameters) {
    gate = Linear("\(name).gate", width, 1, in: parameters)
    feature = Linear("\(name).feature", width, width, in: parameters)
  }

  /// The votes of a graph add to 1, so that pooling before the features are transformed is the
  /// same as after, and a matrix product of graphs instead of nodes.
  func callAsFunction(_ x: Node, over graph: Neighbours, on tape: Tape) -> Node {
    feature(
      tape.attentionPool(x, gate: gate(x, on: tape), over: graph), on: tape)  // [graphs, width]
  }
}
