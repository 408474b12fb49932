import Tensors

/// q(z | structure) of particles: attention of some atoms over their neighbours, of these atoms over
/// each other, attention pooling, and a residual head that also sees how all atoms lie.
struct ParticlesPosterior {
  private let layers: [GraphAttention]
  private let pool: AttentionPool
  private let head: ResidualNetwork
  private let parameters: Parameters

  /// Least deviation of a Gaussian, and that at the start over it.
  static let least: Float = 0.02
  static let start: Float = 0.2

  init(_ architecture: ParticlesArchitecture, in parameters: Parameters) {
    self.parameters = parameters
    let widths = [ParticleGraph.width] + architecture.encoder
    layers = zip(widths, widths.dropFirst()).enumerated().map { index, pair in
      GraphAttention("posterior.graph\(index)", pair.0, pair.1, in: parameters)
    }
    pool = AttentionPool("posterior.pool", widths.last!, in: parameters)
    head = ResidualNetwork(
      "posterior.head", inputs: widths.last! + ParticleGraph.features,
      width: architecture.head.width, blocks: architecture.head.blocks,
      outputs: 2 * architecture.latent, in: parameters)
  }

  /// Spreads the map before the first step: the means of some particles become uncorrelated, with
  /// mean 0 and deviation `ParticlesNetwork.spread`. As they start, they hardly differ, and a draw
  /// tells the decoder nothing.
  func spread(over graphs: [ParticleGraph], on tape: Tape) {
    let means = self(graphs, on: tape).gaussian.mean
    head.output.whiten(
      tape.scaled(means, by: 1 / ParticlesNetwork.spread), to: 1, in: parameters)
  }

  /// - Returns: the Gaussians, and the logarithms of their deviations up to a constant.
  func callAsFunction(
    _ graphs: [ParticleGraph], on tape: Tape
  ) -> (gaussian: Gaussian, logDeviation: Node) {
    var (bonds, atoms) = (Neighbours(), Neighbours())
    var chosen: [Int] = []
    for graph in graphs {
      chosen += (0..<graph.atoms.nodeCount).map { bonds.nodeCount + $0 }
      bonds.append(graph.bonds)
      atoms.append(graph.atoms)
    }
    let nodes = tape.constant(graphs.flatMap(\.nodes), bonds.nodeCount, ParticleGraph.width)
    let near = tape.silu(layers[0](nodes, over: bonds, on: tape))  // [nodes, features]
    let seenNear = tape.rows(chosen, of: near)  // [atoms, features]
    let far = tape.silu(layers[1](seenNear, over: atoms, on: tape))
    let whole = tape.constant(graphs.flatMap(\.whole), graphs.count, ParticleGraph.features)
    let seen = tape.concatenate(pool(far, over: atoms, on: tape), whole)
    let output = head(seen, on: tape)
    let latent = output.columns / 2
    let logDeviation = tape.columns(latent..<2 * latent, of: output)
    let gaussian = Gaussian(
      mean: tape.scaled(tape.columns(0..<latent, of: output), by: ParticlesNetwork.spread),
      deviation: tape.exponential(logDeviation, times: Self.start))
    return (gaussian, logDeviation)
  }
}
