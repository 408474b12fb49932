import Tensors

/// p(structure | z): positions in units of the bond length, and which of the atoms are there.
///
/// A plane is a narrow door to hundreds of shapes: it is first spread over sine waves of learned
/// directions and lengths (Tancik et al. 2020, arXiv:2006.10739).
struct Decoder {
  private let waves: Linear
  private let network: ResidualNetwork
  private let atoms: Int

  init(_ architecture: Architecture, in parameters: Parameters) {
    atoms = architecture.atoms
    waves = Linear(
      "decoder.waves", architecture.latent, architecture.waves, .uniform(4), in: parameters)
    network = ResidualNetwork(
      "decoder", inputs: architecture.waves, width: architecture.decoder.width,
      blocks: architecture.decoder.blocks, outputs: 4 * atoms, in: parameters)
  }

  /// - Parameter z: places on the map [batch, latent].
  /// - Returns: positions [batch, 3 · atoms] and logits of presence [batch, atoms].
  func callAsFunction(_ z: Node, on tape: Tape) -> (positions: Node, presence: Node) {
    let output = network(tape.sine(waves(z, on: tape)), on: tape)
    return (
      tape.columns(0..<3 * atoms, of: output), tape.columns(3 * atoms..<4 * atoms, of: output)
    )
  }
}
