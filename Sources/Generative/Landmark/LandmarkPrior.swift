import Tensors

/// p(z | PDF): which landmarks of the latent map a PDF belongs to, and by how much its assumed bond
/// length is off.
///
/// Its mixture of Gaussians with one component for each landmark is the form that the best prior
/// of an autoencoder has, a sum of posteriors (Tomczak and Welling 2018, arXiv:1705.07120); the
/// network only weighs them.
struct LandmarkPrior {
  private let network: ResidualNetwork
  /// Columns of each axis's weights in the network's output.
  private let columns: [Range<Int>]

  init(_ architecture: LandmarkArchitecture, _ landmarks: Landmarks, in parameters: Parameters) {
    var end = 0
    columns = landmarks.axes.map { axis in
      defer { end += axis.places.count }
      return end..<end + axis.places.count
    }
    network = ResidualNetwork(
      "prior", inputs: ReducedPDF.inputs, width: architecture.prior.width,
      blocks: architecture.prior.blocks, outputs: end + 1, in: parameters)
  }

  /// - Parameter pdfs: reduced PDFs [batch, ReducedPDF.inputs].
  /// - Returns: for each axis of the map the logarithms of the landmarks' weights, up to a constant
  ///   [batch, landmarks], and log(true bond length / assumed one) [batch, 1] in per cent.
  func callAsFunction(_ pdfs: Node, on tape: Tape) -> (logits: [Node], correction: Node) {
    let weighted = tape.constant(pdfs.rows, pdfs.columns)
    pdfs.withValues { pdfs in
      weighted.withValues { weighted in
        for i in pdfs.indices { weighted[i] = pdfs[i] * ReducedPDF.weights[i % ReducedPDF.inputs] }
      }
    }
    let output = network(weighted, on: tape)
    let end = columns.last?.upperBound ?? 0
    return (
      columns.map { tape.columns($0, of: output) }, tape.columns(end..<end + 1, of: output)
    )
  }
}

/// Reads the bond length off a PDF: log(d / `referenceBond`) in per cent.
struct BondLengthHead {
  private let network: ResidualNetwork

  init(_ size: LandmarkArchitecture.Size, in parameters: Parameters) {
    network = ResidualNetwork(
      "bond", inputs: BondPDF.inputs, width: size.width, blocks: size.blocks, outputs: 1,
      in: parameters)
  }

  /// - Parameter pdfs: PDFs over r [batch, BondPDF.inputs].
  func callAsFunction(_ pdfs: Node, on tape: Tape) -> Node { network(pdfs, on: tape) }
}
