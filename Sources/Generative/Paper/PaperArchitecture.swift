/// The sizes of the paper's network, stored with its weights.
public struct PaperArchitecture: Codable, Hashable, Sendable {
  /// What looks at the structure.
  public enum Encoder: Codable, Hashable, Sendable {
    /// Graph attention layers of so many features, the last as wide as the head begins.
    case graph([Int])
    /// A perceptron over coordinates and distances with layers of so many features, the last as
    /// wide as the head begins.
    case perceptron([Int])
  }

  /// Name of the preset.
  public var name: String
  /// Most atoms a structure can have.
  public var atoms = 200
  /// Dimensions of the latent map.
  public var latent: Int
  /// Every how many points of 0.01 Å the network sees of a PDF.
  public var thinning: Int
  public var encoder: Encoder
  /// Features after each layer of the PDF's branches, but the last.
  public var branches = [384, 192, 24]
  /// Features of the graph, of the posterior's branch, and after each layer of their common head.
  public var head = [256, 128, 64]
  /// Features after each layer of the decoder, but the last.
  public var decoder = [32, 64, 128, 256, 512, 1024]

  /// Points of a PDF that the network sees.
  public var points: Int { (PaperUnits.points + thinning - 1) / thinning }

  /// Whether a network can have these sizes; those of a damaged file may not.
  var isPossible: Bool {
    let widths =
      switch encoder {
      case .graph(let widths), .perceptron(let widths): widths
      }
    let layers = [atoms, latent] + widths + branches + head + decoder
    return !head.isEmpty && (1...PaperUnits.points).contains(thinning) && layers.count <= 50
      && layers.allSatisfy { (1...10_000).contains($0) }
      && zip(layers, layers.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        < LandmarkArchitecture.mostWeights
  }

  /// The published network (Kjær, Anker et al. 2023, doi:10.1039/D2DD00086E), read off its code.
  public static let paper = PaperArchitecture(
    name: "paper", latent: 2, thinning: 1, encoder: .graph([1024, 512, 256, 128, 64]))

  /// The paper's baseline without a graph, a conventional CVAE.
  ///
  /// It sees every fourth point of the PDFs: 0.04 Å is still a third of what a qmax of 25 Å⁻¹
  /// can resolve, and the weights are a fourth.
  public static let mlp = PaperArchitecture(
    name: "mlp", latent: 8, thinning: 4, encoder: .perceptron([512, 256]))

  public init(name: String, latent: Int, thinning: Int, encoder: Encoder) {
    (self.name, self.latent) = (name, latent)
    (self.thinning, self.encoder) = (thinning, encoder)
  }
}
