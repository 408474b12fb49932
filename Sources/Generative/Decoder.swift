import Tensors

/// p(structure | z): positions in units of the bond length, and which of the atoms are there.
///
/// A plane is a narrow door to hundreds of shapes: each axis of the map is first spread over sine
/// waves of learned directions and lengths (Tancik et al. 2020, arXiv:2006.10739) and taken through
/// a network of its own. Positions are linear in the products of the axes' features, so that what
/// one axis says holds wherever the other stands.
struct Decoder {
  private let trunks: [(dimensions: Range<Int>, waves: Linear, network: ResidualNetwork)]
  private let head: Linear
  private let atoms: Int

  init(_ architecture: Architecture, _ landmarks: Landmarks, in parameters: Parameters) {
    atoms = architecture.atoms
    let size = architecture.decoder
    let features = landmarks.axes.count == 1 ? size.width : architecture.axisFeatures
    var end = 0
    trunks = landmarks.axes.enumerated().map { index, axis in
      defer { end += axis.dimensions }
      return (
        end..<end + axis.dimensions,
        Linear(
          "decoder.\(index).waves", axis.dimensions, architecture.waves, .uniform(4),
          in: parameters),
        ResidualNetwork(
          "decoder.\(index)", inputs: architecture.waves, width: size.width, blocks: size.blocks,
          outputs: features, in: parameters)
      )
    }
    var products = 1
    for _ in trunks { products *= features }
    head = Linear("decoder.head", products, 4 * atoms, in: parameters)
  }

  /// - Parameter z: places on the map [batch, latent].
  /// - Returns: positions [batch, 3 · atoms] and logits of presence [batch, atoms].
  func callAsFunction(_ z: Node, on tape: Tape) -> (positions: Node, presence: Node) {
    let features = trunks.map { trunk in
      let along = tape.columns(trunk.dimensions, of: z)
      return trunk.network(tape.sine(trunk.waves(along, on: tape)), on: tape)
    }
    let products = features.dropFirst().reduce(features[0]) { tape.products($0, $1) }
    let output = head(products, on: tape)
    return (
      tape.columns(0..<3 * atoms, of: output), tape.columns(3 * atoms..<4 * atoms, of: output)
    )
  }
}
