import Clusters
import Foundation
import Numerics
import Scattering
import Tensors

extension ParticlesNetwork {
  public var family: ModelFamily { .particles }
  public var header: [String: any Encodable & Sendable] { ["architecture": architecture] }
  public var dimensions: Int { architecture.latent }
  public var namesTypes: Bool { true }
  public var parts: NetworkParts {
    func blocks(_ size: ParticlesArchitecture.Size) -> String { "\(size.blocks) × \(size.width)" }
    return NetworkParts(
      posterior: "graph attention \(NetworkParts.chain(architecture.encoder))",
      bond: blocks(architecture.bond),
      prior: "\(blocks(architecture.prior)), \(architecture.components) Gaussians",
      decoder: blocks(architecture.decoder))
  }

  /// What PDFs say of their places.
  public func priors(of pdfs: [PDF]) -> [LatentDistribution] {
    blocks(of: pdfs.count) { range, tape in
      let pdfs = pdfs[range]
      let overR = tape.constant(pdfs.flatMap(BondPDF.values), pdfs.count, BondPDF.inputs)
      let (bonds, all) = BondReading.read(bondLength(overR, on: tape).array) { bonds in
        let values = zip(pdfs, bonds).flatMap { ParticlePDF.values(of: $0, bond: $1) }
        let output = prior(of: tape.constant(values, pdfs.count, ParticlePDF.inputs), on: tape)
        return (output.mixture.array, output.correction.array)
      }
      let width = all.count / max(pdfs.count, 1)
      return bonds.enumerated().map { row, bond in
        LatentDistribution(
          axes: [mixture(all[row * width..<(row + 1) * width].map(Double.init))], bond: bond)
      }
    }
  }

  private func mixture(_ output: [Double]) -> LatentDistribution.Mixture {
    let (components, latent) = (architecture.components, architecture.latent)
    let highest = output.prefix(components).max() ?? 0
    let powers = output.prefix(components).map { exp($0 - highest) }
    let sum = powers.reduce(0, +)
    func rows(_ part: Int, _ value: (Double) -> Double) -> [[Double]] {
      (0..<components).map { k in
        let first = components * (1 + part * latent) + k * latent
        return output[first..<first + latent].map(value)
      }
    }
    return .init(
      weights: powers.map { $0 / sum }, means: rows(0) { $0 * Double(Self.spread) },
      deviations: rows(1) { Double(ParticlesPosterior.least) + exp(min($0, 10)) })
  }

  /// What structures themselves say of their places, by the graph network: one Gaussian each.
  public func posteriors(of structures: [Cluster]) -> [LatentDistribution]? {
    blocks(of: structures.count) { range, tape in
      let graphs = structures[range].map { ParticleGraph($0.shape.sites) }
      return posterior(graphs, on: tape).gaussian.rows.enumerated().map { row, gaussian in
        LatentDistribution(
          axes: [
            .init(
              weights: [1], means: [gaussian.mean.map(Double.init)],
              deviations: [gaussian.deviation.map(Double.init)])
          ], bond: structures[range.lowerBound + row].bond)
      }
    }
  }

  /// The structures at places on the map: of the likeliest motif, the sites that the facets enclose.
  public func decode(_ places: [[Double]]) -> [DecodedShape] { decode(places) { true } }

  public func decode(_ places: [[Double]], while isWanted: @Sendable () -> Bool) -> [DecodedShape] {
    let outputs = blocks(of: places.count) { range, tape in
      let z = tape.constant(
        places[range].flatMap { $0.map(Float.init) }, range.count, dimensions)
      let values = decode(z, on: tape).array
      return (0..<range.count).map { row in
        Array(values[row * MotifFrame.columns..<(row + 1) * MotifFrame.columns])
      }
    }
    return Workers.map(Array(places.indices), while: { _ in isWanted() }) { index in
      let particle = DecodedParticle(outputs[index])
      return DecodedShape(
        place: places[index], positions: particle.positions, unit: .bondLength,
        type: particle.motif.type)
    }
  }
}
