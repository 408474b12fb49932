import Numerics
import Clusters
import Foundation
import Scattering
import Tensors

/// The graph conditional variational autoencoder: a posterior that sees structures, a prior that
/// sees PDFs, and a decoder that turns a place on their common latent map into a structure
/// (Kjær, Anker et al. 2023, doi:10.1039/D2DD00086E; Sohn, Lee and Yan 2015 for the CVAE).
///
/// Shape and size are kept apart: a bond-length head reads d from the PDF, everything else works
/// in units of d, and positions are multiplied by d at the end.
public final class LandmarkNetwork: Network {
  public let architecture: LandmarkArchitecture
  public let landmarks: Landmarks
  public let parameters: Parameters
  let bondLength: BondLengthHead
  let prior: LandmarkPrior
  let posterior: LandmarkPosterior
  let decoder: LandmarkDecoder

  /// A model with random weights.
  public init(_ architecture: LandmarkArchitecture, _ landmarks: Landmarks, seed: UInt64) {
    let parameters = Parameters()
    self.architecture = architecture
    self.landmarks = landmarks
    self.parameters = parameters
    bondLength = BondLengthHead(architecture.bond, in: parameters)
    prior = LandmarkPrior(architecture, landmarks, in: parameters)
    posterior = LandmarkPosterior(architecture, landmarks, in: parameters)
    decoder = LandmarkDecoder(architecture, landmarks, in: parameters)
    var random = RandomGenerator(seed: seed)
    parameters.allocate(from: &random)
  }
}

extension LandmarkNetwork {
  public var family: ModelFamily {
    architecture.name == LandmarkArchitecture.stacking.name ? .stacking : .mmnp
  }
  public var header: [String: any Encodable & Sendable] {
    ["architecture": architecture, "landmarks": landmarks]
  }
  public var parts: NetworkParts {
    func blocks(_ size: LandmarkArchitecture.Size) -> String { "\(size.blocks) × \(size.width)" }
    return NetworkParts(
      posterior: "graph attention \(NetworkParts.chain(architecture.encoder))",
      bond: blocks(architecture.bond), prior: blocks(architecture.prior),
      decoder: blocks(architecture.decoder))
  }
  public var dimensions: Int { landmarks.dimensions }

  /// What PDFs say of their places on the map.
  public func priors(of pdfs: [PDF]) -> [LatentDistribution] {
    blocks(of: pdfs.count) { range, tape in
      let pdfs = pdfs[range]
      let overR = tape.constant(pdfs.flatMap(BondPDF.values), pdfs.count, BondPDF.inputs)
      let (bonds, logits) = BondReading.read(bondLength(overR, on: tape).array) { bonds in
        let reduced = zip(pdfs, bonds).flatMap { ReducedPDF.values(of: $0, bond: $1) }
        let output = prior(tape.constant(reduced, pdfs.count, ReducedPDF.inputs), on: tape)
        return (output.logits.map(\.array), output.correction.array)
      }
      return bonds.enumerated().map { row, bond in
        let axes = zip(landmarks.axes, logits).map { axis, logits in
          mixture(axis, logits[row * axis.places.count..<(row + 1) * axis.places.count])
        }
        return LatentDistribution(axes: axes, bond: bond)
      }
    }
  }

  /// What structures themselves say of their places, by the graph network: one Gaussian each.
  public func posteriors(of structures: [Cluster]) throws -> [LatentDistribution]? {
    blocks(of: structures.count) { range, tape in
      let graphs = structures[range].map { StructureGraph($0.shape, cutoff: architecture.cutoff) }
      let q = posterior(graphs, on: tape)
      let (means, deviations) = (q.mean.array.map(Double.init), q.deviation.array.map(Double.init))
      return range.enumerated().map { row, index in
        let columns = row * dimensions..<(row + 1) * dimensions
        return LatentDistribution(
          axes: [
            .init(
              weights: [1], means: [Array(means[columns])],
              deviations: [Array(deviations[columns])])
          ], bond: structures[index].bond)
      }
    }
  }

  private func mixture(_ axis: Landmarks.Axis, _ logits: ArraySlice<Float>)
    -> LatentDistribution.Mixture
  {
    let highest = logits.max() ?? 0
    let powers = logits.map { exp(Double($0 - highest)) }
    let sum = powers.reduce(0, +)
    return .init(
      weights: powers.map { $0 / sum }, means: axis.places,
      deviations: axis.places.map { $0.map { _ in Landmarks.deviation } })
  }

  /// The structures at places on the map.
  public func decode(_ places: [[Double]]) -> [DecodedShape] {
    blocks(of: places.count) { range, tape in
      let z = tape.constant(
        places[range].flatMap { $0.map(Float.init) }, range.count, places[0].count)
      let parts = decoder(z, on: tape).map { $0.points() }  // [axes][rows]
      return range.enumerated().map { row, index in
        DecodedShape(
          place: places[index], positions: sums(parts.map { $0[row] }), unit: .bondLength)
      }
    }
  }
}
