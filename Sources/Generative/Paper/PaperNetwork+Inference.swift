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
      return prior(of: inputs, on: tape).rows.map { LatentDistribution($0) }
    }
  }

  /// One Gaussian for each structure and its PDF at the paper's conditions.
  public func posteriors(of clusters: [Cluster]) throws -> [LatentDistribution]? {
    try posteriors(of: PaperData(clusters, architecture)).map { LatentDistribution($0) }
  }

  /// - Throws: `Stopped`.
  func posteriors(
    of data: PaperData, while shouldContinue: () -> Bool = { true }
  ) throws -> [Gaussian.Values] {
    try blocks(of: data.structures.count, while: shouldContinue) { range, tape in
      let (structures, pdfs) = data.batch(of: range, on: tape)
      return posterior(of: structures, pdfs, on: tape).rows
    }
  }

  /// The mean weighted squared error of what the decoder makes of places [batch, latent].
  ///
  /// - Parameters:
  ///   - shouldContinue: is asked often, and ends the work by false.
  ///   - places: of a range of the structures and their PDFs.
  /// - Throws: `Stopped`.
  func error(
    of data: PaperData, while shouldContinue: () -> Bool,
    from places: @Sendable (Range<Int>, _ pdfs: Node, Tape) -> Node
  ) throws -> Double {
    let sums = try sharedBlocks(
      of: data.structures.count, while: shouldContinue
    ) { range, tape -> [Double] in
      let (structures, pdfs) = data.batch(of: range, on: tape)
      let positions = decoder(places(range, pdfs, tape), on: tape)
      return [Double(range.count) * Double(error(of: positions, structures, on: tape).array[0])]
    }
    return sums.reduce(0, +) / Double(max(data.structures.count, 1))
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

extension LatentDistribution {
  fileprivate init(_ gaussian: Gaussian.Values) {
    self.init(
      axes: [
        .init(
          weights: [1], means: [gaussian.mean.map(Double.init)],
          deviations: [gaussian.deviation.map(Double.init)])
      ], bond: nil)
  }
}
