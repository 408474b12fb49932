import Clusters
import Scattering
import Tensors

extension PaperNetwork {
  public var family: ModelFamily {
    switch architecture.encoder {
    case .graph: .paper
    case .perceptron: .mlp
    }
  }
  public var header: [String: any Encodable & Sendable] { ["architecture": architecture] }
  public var parts: NetworkParts {
    let posterior =
      switch architecture.encoder {
      case .graph(let widths): "graph attention \(NetworkParts.chain(widths))"
      case .perceptron(let widths): "perceptron \(NetworkParts.chain(widths))"
      }
    let widest = architecture.decoder.max() ?? 0
    return NetworkParts(
      posterior: posterior, prior: NetworkParts.chain(architecture.branches),
      decoder: "\(architecture.decoder.count + 1) layers to \(widest)")
  }
  public var dimensions: Int { architecture.latent }

  /// One Gaussian for each PDF.
  public func priors(of pdfs: [PDF]) -> [LatentDistribution] {
    blocks(of: pdfs.count) { range, tape in
      let inputs = tape.constant(range.count, architecture.points)
      inputs.fill(
        with: pdfs[range].lazy.map {
          PaperUnits.values(of: $0, thinning: self.architecture.thinning)
        })
      return places(prior(of: inputs, on: tape))
    }
  }

  /// One Gaussian for each structure and its PDF at the paper's conditions.
  public func posteriors(of clusters: [Cluster]) throws -> [LatentDistribution]? {
    let data = try PaperData(clusters, architecture)
    return blocks(of: clusters.count) { range, tape in
      let (structures, pdfs) = data.batch(of: range, on: tape)
      return places(posterior(of: structures, pdfs, on: tape))
    }
  }

  private func places(_ gaussians: Gaussian) -> [LatentDistribution] {
    let (means, deviations) = (gaussians.mean.array, gaussians.deviation.array)
    return (0..<gaussians.mean.rows).map { row in
      let columns = row * dimensions..<(row + 1) * dimensions
      return LatentDistribution(
        axes: [
          .init(
            weights: [1], means: [means[columns].map(Double.init)],
            deviations: [deviations[columns].map(Double.init)])
        ], bond: nil)
    }
  }

  public func decode(_ places: [[Double]]) -> [DecodedShape] {
    blocks(of: places.count) { range, tape in
      let z = tape.constant(range.count, dimensions)
      z.fill(with: places[range].lazy.map { $0.map(Float.init) })
      let output = decoder(z, on: tape).array
      let width = 3 * architecture.atoms
      return range.enumerated().map { row, index in
        DecodedShape(
          place: places[index],
          positions: PaperUnits.positions(output[row * width..<(row + 1) * width]),
          unit: .angstrom)
      }
    }
  }
}
