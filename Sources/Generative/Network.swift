import Numerics
import Clusters
import Scattering
import Tensors

/// What a model asks of its network: where PDFs belong on the latent map, and what structures stand
/// there.
public protocol Network: AnyObject, Sendable {
  /// Name of the preset.
  var name: String { get }
  var parameters: Parameters { get }
  /// Dimensions of the latent map.
  var dimensions: Int { get }

  /// What PDFs say of their places on the map.
  func priors(of pdfs: [PDF]) -> [LatentDistribution]

  /// What structures themselves say of their places, with their PDFs at the paper's conditions where
  /// the posterior sees these too.
  ///
  /// - Throws: what the simulation throws.
  func posteriors(of clusters: [Cluster]) throws -> [LatentDistribution]

  /// The structures at places on the map.
  func decode(_ places: [[Double]]) -> [DecodedShape]
}

extension Network {
  /// Computes blocks of 128 rows in parallel, each on a tape of its own, and joins the results.
  func blocks<T: Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) -> [T] {
    let size = 128
    return Workers.map((count + size - 1) / size) { [parameters] index in
      let tape = Tape(parameters)
      return withExtendedLifetime(tape) {
        body(index * size..<min((index + 1) * size, count), tape)
      }
    }.flatMap { $0 }
  }
}

/// A structure out of a decoder.
public struct DecodedShape: Sendable {
  public let place: [Double]
  /// In units of the bond length, where the network's priors have one; else in Å.
  public let positions: [SIMD3<Double>]  // [atoms, 3]
}
