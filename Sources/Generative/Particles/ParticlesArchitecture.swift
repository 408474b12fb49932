import Clusters

/// The sizes of a model of particles, stored with its weights.
public struct ParticlesArchitecture: Codable, Hashable, Sendable {
  public typealias Size = LandmarkArchitecture.Size

  /// Dimensions of the latent map.
  public var latent = 12
  /// Gaussians of the prior's mixture.
  public var components = 24
  /// Features after each graph attention layer of the posterior.
  public var encoder = [48, 48]
  public var head = Size(width: 192, blocks: 2)
  public var bond = Size(width: 256, blocks: 2)
  public var prior = Size(width: 512, blocks: 3)
  public var decoder = Size(width: 256, blocks: 3)

  public init() {}

  /// Whether a network can have these sizes; those of a damaged file may not.
  var isPossible: Bool {
    let networks = [head, bond, prior, decoder]
    return encoder.count == 2 && (2...64).contains(latent) && (1...200).contains(components)
      && (encoder + networks.map(\.width)).allSatisfy { (1...10_000).contains($0) }
      && networks.allSatisfy { (0...100).contains($0.blocks) }
      && networks.reduce(0) { $0 + 2 * $1.width * $1.width * ($1.blocks + 1) }
        < LandmarkArchitecture.mostWeights
  }
}
