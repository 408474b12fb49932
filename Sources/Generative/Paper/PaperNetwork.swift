import Numerics
import Tensors

/// The paper's conditional variational autoencoder (Kjær, Anker et al. 2023,
/// doi:10.1039/D2DD00086E): a prior that sees PDFs, a posterior that sees structures and PDFs, and
/// a decoder from the latent map to scaled positions.
public final class PaperNetwork: Network {
  public let architecture: PaperArchitecture
  public let parameters: Parameters
  let encoder: any StructureEncoder
  let prior: GatedNetwork
  let branch: GatedNetwork
  let head: Perceptron
  let decoder: Perceptron

  /// A network with random weights.
  public init(_ architecture: PaperArchitecture, seed: UInt64) {
    let parameters = Parameters()
    self.architecture = architecture
    self.parameters = parameters
    let (latent, width) = (architecture.latent, architecture.head[0])
    let branches = [architecture.points] + architecture.branches
    switch architecture.encoder {
    case .graph(let widths): encoder = GraphEncoder(widths + [width], in: parameters)
    case .perceptron(let widths):
      encoder = CoordinateEncoder(widths + [width], atoms: architecture.atoms, in: parameters)
    }
    prior = GatedNetwork("prior", branches + [2 * latent], in: parameters)
    branch = GatedNetwork("branch", branches + [width], in: parameters)
    head = Perceptron("head", [2 * width] + architecture.head + [2 * latent], in: parameters)
    decoder = Perceptron(
      "decoder", [latent] + architecture.decoder + [3 * architecture.atoms], in: parameters)
    var random = RandomGenerator(seed: seed)
    parameters.allocate(from: &random)
  }

  /// A network of its own with the same weights.
  var copy: PaperNetwork {
    let copy = PaperNetwork(architecture, seed: 0)
    for parameter in parameters.list {
      copy.parameters.set(parameter, to: parameters.array(of: parameter))
    }
    return copy
  }

  /// p(z | PDF) of PDFs [batch, points].
  func prior(of pdfs: Node, on tape: Tape) -> Gaussian {
    Gaussian(softplus: prior(pdfs, on: tape), on: tape)
  }

  /// q(z | structure, PDF).
  func posterior(of structures: [PaperStructure], _ pdfs: Node, on tape: Tape) -> Gaussian {
    let seen = tape.concatenate(encoder(structures, on: tape), branch(pdfs, on: tape))
    return Gaussian(softplus: head(seen, on: tape), on: tape)
  }
}

/// What one pass of the paper's network gives.
package struct PaperPass {
  package let prior: Gaussian
  package let posterior: Gaussian
  /// A draw from the posterior [batch, latent].
  package let place: Node
  /// Scaled positions [batch, 3 · atoms].
  package let positions: Node
  /// Mean weighted squared error of the positions [1, 1].
  package let error: Node
  /// Mean divergence of the posterior from the prior [1, 1].
  package let divergence: Node
  /// The same, with gradients for the prior alone.
  package let divergenceOfPrior: Node
}

extension PaperNetwork {
  /// Encodes structures with their PDFs, and decodes a draw of the posterior.
  ///
  /// The error is the mean of w (x − x̂)² over all coordinates, with w = 1 on atoms and 0.1 on
  /// padding.
  package func pass(
    _ structures: [PaperStructure], pdfs: Node, noise: Node, on tape: Tape
  ) -> PaperPass {
    let prior = prior(of: pdfs, on: tape)
    let posterior = posterior(of: structures, pdfs, on: tape)
    let place = tape.sample(mean: posterior.mean, deviation: posterior.deviation, noise: noise)
    let positions = decoder(place, on: tape)
    let fixed = Gaussian(mean: posterior.mean.detached, deviation: posterior.deviation.detached)
    let share = 1 / Float(structures.count)
    func mean(_ divergence: Node) -> Node { tape.total([(share, divergence)]) }
    return PaperPass(
      prior: prior, posterior: posterior, place: place, positions: positions,
      error: error(of: positions, structures, on: tape),
      divergence: mean(posterior.divergence(from: prior, on: tape)),
      divergenceOfPrior: mean(fixed.divergence(from: prior, on: tape)))
  }

  /// The mean weighted squared error of what is decoded of one draw of each place [1, 1].
  func error(
    ofDrawFrom places: Gaussian, _ structures: [PaperStructure],
    from random: inout RandomGenerator, on tape: Tape
  ) -> Node {
    error(
      of: decoder(places.sample(from: &random, on: tape), on: tape), structures, on: tape)
  }

  /// The mean weighted squared error of positions [batch, 3 · atoms] against structures [1, 1].
  func error(of positions: Node, _ structures: [PaperStructure], on tape: Tape) -> Node {
    let targets = tape.constant(positions.rows, positions.columns)
    targets.fill(
      with: structures.lazy.map { [architecture] in $0.target(atoms: architecture.atoms) })
    let weights = tape.constant(positions.rows, positions.columns)
    weights.withValues { weights in
      for (row, structure) in structures.enumerated() {
        for i in 0..<positions.columns {
          weights[row * positions.columns + i] = i < structure.positions.count ? 1 : 0.1
        }
      }
    }
    let sum = tape.squaredError(positions, targets, weights: weights)
    return tape.total([(1 / Float(positions.count), sum)])
  }
}

extension Gaussian {
  /// From a network's output [batch, 2 · latent]: means, and s with σ = exp(softplus(s)/2).
  init(softplus output: Node, on tape: Tape) {
    let latent = output.columns / 2
    self.init(
      mean: tape.columns(0..<latent, of: output),
      deviation: tape.softplusDeviation(tape.columns(latent..<2 * latent, of: output)))
  }
}
