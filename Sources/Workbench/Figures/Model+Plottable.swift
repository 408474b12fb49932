import Clusters
import Generative
import Scattering
import Script
import Tensors

extension Model: Plottable {
  /// The latent map: of the shapes that were learned, or of given data sets, catalogues, clusters
  /// and PDFs, each at the prior's mean.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    var map = LatentMap(points: [])
    for (index, value) in others.enumerated() {
      switch value {
      case .object(let data as Dataset):
        for name in DatasetPart.Name.allCases {
          let part = data.part(name)
          map.points += try points(of: part.indices.map { data.catalogue[$0] }, name.mapPart)
        }
      case .object(let part as DatasetPart):
        let clusters = part.indices.map { part.dataset.catalogue[$0] }
        map.points += try points(of: clusters, part.name.mapPart)
      case .object(let guesses as Guesses):
        map.experiments.append(
          guesses.experiment(options.name(index, or: guesses.pdf.name), options))
      case .object(let pdf as PDF):
        map.experiments.append(experiment(pdf, name: options.name(index, or: pdf.name), options))
      default:
        guard let clusters = try? OneOrMany<Cluster>.from(value) else {
          throw Complaint("cannot plot \(value.mention) on a latent map", argument: "values")
        }
        map.points += try points(of: clusters.values, .unseen)
      }
    }
    if map.points.isEmpty { map.points = learned }
    return .map(map, palette: options.palette)
  }

  /// The shapes that were learned, where the posterior puts them.
  var learned: [LatentMap.Point] {
    self.map.map {
      .init(x: $0.mean.x, y: $0.mean.y, type: $0.type, atoms: $0.atoms, part: .training)
    }
  }

  private func points(
    of clusters: [Cluster], _ part: LatentMap.Part
  ) throws -> [LatentMap.Point] {
    let transform = try DebyeTransform(ScatteringConditions(), for: clusters)
    let pdfs = Threads.map(clusters.count) { transform.pdf(clusters[$0]) }
    return zip(clusters, network.places(of: pdfs)).map {
      .init(x: $1.mean.x, y: $1.mean.y, type: $0.type, atoms: $0.count, part: part)
    }
  }

  private func experiment(
    _ pdf: PDF, name: String, _ options: PlotOptions
  ) -> LatentMap.Experiment {
    let place = network.places(of: [pdf])[0]
    return .init(
      name: name, x: place.mean.x, y: place.mean.y, sigmaX: place.deviation.x,
      sigmaY: place.deviation.y, rings: options.rings ?? [3, 5, 7],
      type: nearest(to: place.mean)?.type)
  }
}

extension Guesses: Plottable {
  /// The map of what the model has learned, with the samples and the Gaussian they come from.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let all = try [self] + others.map { try $0.like(Guesses.self, "guesses") }
    var map = LatentMap(points: model.learned)
    for (index, guesses) in all.enumerated() {
      map.samples += guesses.list.map { (x: $0.place.x, y: $0.place.y) }
      map.experiments.append(
        guesses.experiment(options.name(index, or: guesses.pdf.name), options))
    }
    return .map(map, palette: options.palette)
  }

  fileprivate func experiment(_ name: String, _ options: PlotOptions) -> LatentMap.Experiment {
    .init(
      name: name, x: place.mean.x, y: place.mean.y, sigmaX: place.deviation.x,
      sigmaY: place.deviation.y, rings: options.rings ?? [sigma],
      type: model.nearest(to: place.mean)?.type)
  }
}

extension DatasetPart.Name {
  fileprivate var mapPart: LatentMap.Part {
    switch self {
    case .training: .training
    case .validation: .validation
    case .test: .test
    }
  }
}
