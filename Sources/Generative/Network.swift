import Numerics
import Clusters
import Scattering
import Tensors

/// What a model asks of its network: where PDFs belong on the latent map, and what structures stand
/// there.
public protocol Network: AnyObject, Sendable {
  var family: ModelFamily { get }
  /// What a file keeps besides the weights, by name, so that the family makes the network again.
  var header: [String: any Encodable & Sendable] { get }
  var parts: NetworkParts { get }
  var parameters: Parameters { get }
  /// Dimensions of the latent map.
  var dimensions: Int { get }
  /// Whether decoded shapes say their types themselves.
  var namesTypes: Bool { get }

  /// What PDFs say of their places on the map.
  func priors(of pdfs: [PDF]) -> [LatentDistribution]

  /// What structures themselves say of their places, with their PDFs at the paper's conditions where
  /// the posterior sees these too; nil where the network has no posterior.
  ///
  /// - Throws: what the simulation throws.
  func posteriors(of clusters: [Cluster]) throws -> [LatentDistribution]?

  /// The structures at places on the map.
  func decode(_ places: [[Double]]) -> [DecodedShape]

  /// The same, or the first of them, at least one, where `isWanted` ends the work by false: for
  /// networks whose structures take long.
  func decode(_ places: [[Double]], while isWanted: @Sendable () -> Bool) -> [DecodedShape]
}

extension Network {
  public func decode(_ places: [[Double]], while isWanted: @Sendable () -> Bool) -> [DecodedShape] {
    decode(places)
  }
  public var namesTypes: Bool { false }
  public func posteriors(of clusters: [Cluster]) throws -> [LatentDistribution]? { nil }

  /// Computes blocks of 128 rows in parallel, each on a tape of its own, and joins the results.
  func blocks<T: Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) -> [T] {
    Workers.map(blockCount(count)) { block($0, of: count, body) }.flatMap { $0 }
  }

  /// The same, computed by all ranks.
  func sharedBlocks<T: Codable & Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) -> [T] {
    Processes.map(blockCount(count)) { block($0, of: count, body) }.flatMap { $0 }
  }

  private func blockCount(_ count: Int) -> Int { (count + 127) / 128 }

  private func block<T>(
    _ index: Int, of count: Int, _ body: (Range<Int>, Tape) -> [T]
  ) -> [T] {
    let tape = Tape(parameters)
    return withExtendedLifetime(tape) {
      body(index * 128..<min((index + 1) * 128, count), tape)
    }
  }

  /// The same, computed by all ranks, some blocks after the other.
  ///
  /// - Parameter shouldContinue: is asked before each, and ends the work by false.
  /// - Throws: `Stopped`.
  func sharedBlocks<T: Codable & Sendable>(
    of count: Int, while shouldContinue: () -> Bool, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) throws -> [T] {
    try portions(of: count, blocks: Workers.count * Processes.count, while: shouldContinue) { own in
      sharedBlocks(of: own.count) { range, tape in
        body(own.lowerBound + range.lowerBound..<own.lowerBound + range.upperBound, tape)
      }
    }
  }

  /// The same for some blocks after the other.
  ///
  /// - Parameter shouldContinue: is asked before each, and ends the work by false.
  /// - Throws: `Stopped`.
  public func blocks<T: Sendable>(
    of count: Int, while shouldContinue: () -> Bool, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) throws -> [T] {
    try portions(of: count, blocks: Workers.count, while: shouldContinue) { own in
      blocks(of: own.count) { range, tape in
        body(own.lowerBound + range.lowerBound..<own.lowerBound + range.upperBound, tape)
      }
    }
  }

  /// Portions of so many blocks, until the work is to end.
  private func portions<T>(
    of count: Int, blocks: Int, while shouldContinue: () -> Bool, _ body: (Range<Int>) -> [T]
  ) throws -> [T] {
    // As many on every rank, whatever threads it has.
    let some = Processes.first { 128 * blocks }
    return try stride(from: 0, to: count, by: some).flatMap { start in
      guard Processes.first({ shouldContinue() }) else { throw Stopped() }
      return body(start..<min(start + some, count))
    }
  }
}

/// A structure out of a decoder.
public struct DecodedShape: Sendable {
  /// What positions are given in.
  public enum Unit: Sendable {
    /// Bond lengths, of which the network reads one off every PDF.
    case bondLength
    case angstrom
  }

  public let place: [Double]
  public let positions: [SIMD3<Double>]  // [atoms, 3]
  public let unit: Unit
  /// Where the decoder says it.
  public let type: StructureType?

  /// Atoms that wild weights put nowhere are left out; one atom there is always.
  public init(
    place: [Double], positions: [SIMD3<Double>], unit: Unit, type: StructureType? = nil
  ) {
    (self.place, self.unit, self.type) = (place, unit, type)
    let there = positions.filter { abs($0.x) + abs($0.y) + abs($0.z) < 1e4 }
    self.positions = there.isEmpty ? [.zero] : there
  }
}

/// What the parts of a network are made of, a line each, for its diagram.
public struct NetworkParts: Sendable {
  /// Of what places structures by their atoms, if anything does.
  public var posterior: String?
  /// Of the head that reads the bond length, if there is one.
  public var bond: String?
  public var prior: String
  public var decoder: String

  public init(posterior: String? = nil, bond: String? = nil, prior: String, decoder: String) {
    (self.posterior, self.bond) = (posterior, bond)
    (self.prior, self.decoder) = (prior, decoder)
  }

  /// `64–64–64`
  static func chain(_ widths: [Int]) -> String {
    widths.map(String.init).joined(separator: "–")
  }
}
