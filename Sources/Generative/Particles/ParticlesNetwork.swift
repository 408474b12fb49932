import Numerics
import Tensors

/// A conditional variational autoencoder of particles whose map is learned: a posterior that sees
/// atoms, a prior that sees PDFs and puts a mixture of Gaussians where it likes, and a decoder that
/// turns a place into a motif and the facets that cut it.
///
/// As with landmarks a head reads the bond length off the PDF and all else is in units of it.
public final class ParticlesNetwork: Network {
  public let architecture: ParticlesArchitecture
  public let parameters: Parameters
  let bondLength: BondLengthHead
  let posterior: ParticlesPosterior
  private let prior: ResidualNetwork
  private let decoder: ResidualNetwork
  private let radius: Linear

  /// How far the map extends, so that outputs are of order 1.
  static let spread: Float = 3

  /// A network with random weights.
  public init(_ architecture: ParticlesArchitecture, seed: UInt64) {
    let parameters = Parameters()
    let (latent, components) = (architecture.latent, architecture.components)
    self.architecture = architecture
    self.parameters = parameters
    bondLength = BondLengthHead(architecture.bond, in: parameters)
    posterior = ParticlesPosterior(architecture, in: parameters)
    prior = ResidualNetwork(
      "prior", inputs: ParticlePDF.inputs, width: architecture.prior.width,
      blocks: architecture.prior.blocks, outputs: components * (1 + 2 * latent) + 1,
      in: parameters)
    decoder = ResidualNetwork(
      "decoder", inputs: latent, width: architecture.decoder.width,
      blocks: architecture.decoder.blocks, outputs: MotifFrame.columns - 1, in: parameters)
    radius = Linear("decoder.radius", weight: 0.2, bias: 1.7, in: parameters)
    var random = RandomGenerator(seed: seed)
    parameters.allocate(from: &random)
  }

  /// p(z | PDF) of PDFs [batch, ParticlePDF.inputs]: its mixtures as `Tape.mixtureSurprise` takes
  /// them, and log(true bond length / assumed one) [batch, 1] in per cent.
  func prior(of pdfs: Node, on tape: Tape) -> (mixture: Node, correction: Node) {
    let weighted = tape.constant(pdfs.rows, pdfs.columns)
    pdfs.withValues { pdfs in
      weighted.withValues { weighted in
        for i in pdfs.indices {
          weighted[i] = pdfs[i] * ParticlePDF.weights[i % ParticlePDF.inputs]
        }
      }
    }
    let output = prior(weighted, on: tape)
    let end = output.columns - 1
    return (tape.columns(0..<end, of: output), tape.columns(end..<end + 1, of: output))
  }

  /// What stands at places [batch, latent], in the columns of `MotifFrame`.
  ///
  /// The logarithm of the number of atoms is a straight line along the map's first dimension. So
  /// sizes go on beyond those that were seen, and a prior can know the size and not the shape, though
  /// its Gaussians have independent components.
  func decode(_ z: Node, on tape: Tape) -> Node {
    tape.concatenate(
      radius(tape.columns(0..<1, of: z), on: tape),
      decoder(tape.scaled(z, by: 1 / Self.spread), on: tape))
  }
}
