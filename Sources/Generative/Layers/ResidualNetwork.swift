import Tensors

/// A multilayer perceptron of residual blocks x + W₂ silu(W₁ norm(x)), which trains several times
/// faster than a plain chain of the same size.
struct ResidualNetwork {
  private let input: Linear
  private let blocks: [(norm: LayerNorm, inner: Linear, outer: Linear)]
  private let norm: LayerNorm
  let output: Linear

  init(
    _ name: String, inputs: Int, width: Int, blocks count: Int, outputs: Int,
    in parameters: Parameters
  ) {
    input = Linear("\(name).input", inputs, width, in: parameters)
    blocks = (0..<count).map { block in
      (
        LayerNorm("\(name).\(block).norm", width, in: parameters),
        Linear("\(name).\(block).inner", width, width, in: parameters),
        Linear("\(name).\(block).outer", width, width, in: parameters)
      )
    }
    norm = LayerNorm("\(name).norm", width, in: parameters)
    output = Linear("\(name).output", width, outputs, in: parameters)
  }

  func callAsFunction(_ x: Node, on tape: Tape) -> Node {
    var h = input(x, on: tape)  // [rows, width]
    for block in blocks {
      let inner = tape.silu(block.inner(block.norm(h, on: tape), on: tape))
      h = tape.add(h, block.outer(inner, on: tape))
    }
    return output(norm(h, on: tape), on: tape)  // [rows, outputs]
  }
}
