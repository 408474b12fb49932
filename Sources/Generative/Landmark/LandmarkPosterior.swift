import Tensors

/// q(z | structure): what the structure itself says of its place on the latent map.
///
/// Graph attention layers over the bonds, attention pooling, and a residual head. It sees the
/// shape only, in units of the bond length, so that all bond lengths share one place.
struct LandmarkPosterior {
  private let layers: [GraphAttention]
  private let pool: AttentionPool
  private let head: ResidualNetwork
  private let latent: Int
  /// How far the map extends, so that the network's outputs are of order 1.
  private let spread: Float

  init(_ architecture: LandmarkArchitecture, _ landmarks: Landmarks, in parameters: Parameters) {
    latent = landmarks.dimensions
    spread = landmarks.spread
    let widths = [StructureGraph.width] + architecture.encoder
    layers = zip(widths, widths.dropFirst()).enumerated().map { index, pair in
      GraphAttention("posterior.graph\(index)", pair.0, pair.1, in: parameters)
    }
    pool = AttentionPool("posterior.pool", widths.last!, in: parameters)
    head = ResidualNetwork(
      "posterior.head", inputs: widths.last!, width: widths.last!, blocks: 1,
      outputs: 2 * latent, in: parameters)
  }

  func callAsFunction(_ graphs: [StructureGraph], on tape: Tape) -> Gaussian {
    var neighbours = Neighbours()
    for graph in graphs { neighbours.append(graph.neighbours) }
    var x = tape.constant(graphs.flatMap(\.features), neighbours.nodeCount, StructureGraph.width)
    for layer in layers {
      x = tape.silu(layer(x, over: neighbours, on: tape))  // [nodes, features]
    }
    let pooled = pool(x, over: neighbours, on: tape)  // [graphs, features]
    return Gaussian(head(pooled, on: tape), latent: latent, spread: spread, on: tape)
  }
}
