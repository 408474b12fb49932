import Tensors

/// p(z | PDF): where on the latent map a PDF belongs, and by how much its assumed bond length is
/// off.
struct Prior {
  private let network: ResidualNetwork
  private let latent: Int

  init(_ architecture: Architecture, in parameters: Parameters) {
    latent = architecture.latent
    network = ResidualNetwork(
      "prior", inputs: ReducedPDF.inputs, width: architecture.prior.width,
      blocks: architecture.prior.blocks, outputs: 2 * latent + 1, in: parameters)
  }

  /// - Parameter pdfs: reduced PDFs [batch, ReducedPDF.inputs].
  /// - Returns: the Gaussians, and log(true bond length / assumed one) [batch, 1] in per cent.
  func callAsFunction(_ pdfs: Node, on tape: Tape) -> (gaussian: Gaussian, correction: Node) {
    let output = network(pdfs, on: tape)
    return (
      Gaussian(tape.columns(0..<2 * latent, of: output), latent: latent, on: tape),
      tape.columns(2 * latent..<2 * latent + 1, of: output)
    )
  }
}

/// Reads the bond length off a PDF: log(d / 2.7 Å) in per cent.
struct BondLengthHead {
  private let network: ResidualNetwork

  init(_ architecture: Architecture, in parameters: Parameters) {
    network = ResidualNetwork(
      "bond", inputs: BondPDF.inputs, width: architecture.bond.width,
      blocks: architecture.bond.blocks, outputs: 1, in: parameters)
  }

  /// - Parameter pdfs: PDFs over r [batch, BondPDF.inputs].
  func callAsFunction(_ pdfs: Node, on tape: Tape) -> Node { network(pdfs, on: tape) }
}
