/// The sizes of a model, stored with its weights.
public struct LandmarkArchitecture: Codable, Hashable, Sendable {
  /// A residual network: width and number of blocks.
  public struct Size: Codable, Hashable, Sendable {
    public var width: Int
    public var blocks: Int

    public init(width: Int, blocks: Int) {
      self.width = width
      self.blocks = blocks
    }
  }

  /// Name of the preset.
  public var name: String
  /// Longest edge of the structure graph in units of the bond length.
  public var cutoff = 1.15
  /// Features after each graph attention layer of the posterior.
  public var encoder = [64, 64, 64]
  public var bond = Size(width: 256, blocks: 2)
  public var prior = Size(width: 512, blocks: 3)
  /// Sine waves over the map that the decoder starts from.
  public var waves = 128
  public var decoder = Size(width: 256, blocks: 6)

  /// More weights than a network of any use here has, 400 MB: a damaged file may ask for more
  /// memory than there is.
  static let mostWeights = 100_000_000

  /// Whether a network can have these sizes; those of a damaged file may not.
  var isPossible: Bool {
    let networks = [bond, prior, decoder]
    return (1...20).contains(encoder.count) && (0.1...10).contains(cutoff)
      && (encoder + networks.map(\.width) + [waves]).allSatisfy { (1...10_000).contains($0) }
      && networks.allSatisfy { (0...100).contains($0.blocks) }
      && networks.reduce(0) { $0 + 2 * $1.width * $1.width * ($1.blocks + 1) } < Self.mostWeights
  }

  /// The default model for monometallic nanoparticles of seven types.
  public static let mmnp = LandmarkArchitecture(name: "mmnp")
  /// The model for close-packed stacking sequences.
  public static let stacking = {
    var sizes = LandmarkArchitecture(name: "stacking")
    sizes.decoder = Size(width: 128, blocks: 3)
    return sizes
  }()
}
