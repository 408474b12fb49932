import Tensors

/// One graph attention layer (Veličković et al. 2018, arXiv:1710.10903), single head.
struct GraphAttention {
  private let weight: Parameter  // [outputs, inputs]
  private let source: Parameter  // [1, outputs]
  private let target: Parameter  // [1, outputs]
  private let bias: Parameter  // [1, outputs]

  init(_ name: String, _ inputs: Int, _ outputs: Int, in parameters: Parameters) {
    weight = parameters.declare(
      "\(name).weight", outputs, inputs, .glorot(inputs: inputs, outputs: outputs))
    let attention = Initialisation.glorot(inputs: 1, outputs: outputs)
    source = parameters.declare("\(name).source", 1, outputs, attention)
    target = parameters.declare("\(name).target", 1, outputs, attention)
    bias = parameters.declare("\(name).bias", 1, outputs, .constant(0))
  }

  func callAsFunction(_ x: Node, over graph: Neighbours, on tape: Tape) -> Node {
    tape.graphAttention(
      tape.linear(x, tape(weight)), source: tape(source), target: tape(target), bias: tape(bias),
      over: graph)  // [nodes, outputs]
  }
}

/// Global attention pooling: nodes vote with learned weights for the features of their graph.
struct AttentionPool {
  private let gate: Linear
  private let feature: Linear

  init(_ name: String, _ width: Int, in parameters: Parameters) {
    gate = Linear("\(name).gate", width, 1, in: parameters)
    feature = Linear("\(name).feature", width, width, in: parameters)
  }

  func callAsFunction(_ x: Node, over graph: Neighbours, on tape: Tape) -> Node {
    tape.attentionPool(
      feature(x, on: tape), gate: gate(x, on: tape), over: graph)  // [graphs, width]
  }
}
