import Tensors

/// The paper's branch for PDFs: layers h(x)·σ(g(x)) of linear h and g (Dauphin et al. 2017,
/// arXiv:1612.08083), LeakyReLU between them.
struct GatedNetwork {
  /// h and g of a layer as one matrix, h above g.
  let layers: [Linear]

  init(_ name: String, _ widths: [Int], in parameters: Parameters) {
    layers = zip(widths, widths.dropFirst()).enumerated().map { index, pair in
      // Of the variance 6 that 4.2 gives, a gate leaves a third and LeakyReLU half. PDFs of max 1
      // begin with a mean square of 0.01.
      let width: Float = index == 0 ? 12 : 4.2
      return Linear(
        "\(name).\(index)", pair.0, 2 * pair.1, .uniform(width / Float(pair.0).squareRoot()),
        in: parameters)
    }
  }

  func callAsFunction(_ x: Node, on tape: Tape) -> Node {
    layers.indices.reduce(x) { x, index in
      let y = tape.gated(layers[index](x, on: tape))
      return index == layers.count - 1 ? y : tape.leakyReLU(y)
    }
  }
}

/// Linear layers with LeakyReLU between them.
struct Perceptron {
  let layers: [Linear]

  init(_ name: String, _ widths: [Int], in parameters: Parameters) {
    layers = zip(widths, widths.dropFirst()).enumerated().map { index, pair in
      // Variance 2, of which LeakyReLU leaves half (He et al. 2015, arXiv:1502.01852).
      Linear(
        "\(name).\(index)", pair.0, pair.1, .uniform(2.45 / Float(pair.0).squareRoot()),
        in: parameters)
    }
  }

  /// - Parameter standsStill: whether x alone gets gradients, and no weight does.
  func callAsFunction(_ x: Node, standsStill: Bool = false, on tape: Tape) -> Node {
    layers.indices.reduce(x) { x, index in
      layers[index](
        x, leaking: index == layers.count - 1 ? nil : 0.01, standsStill: standsStill, on: tape)
    }
  }
}
