import Figures
import Clusters
import Generative
import Scattering
import Script

extension Model: Plottable {
  /// Alone, the model as a diagram; with data sets, catalogues or PDFs, its latent map.
  ///
  /// A data set's training and validation are pale and its test solid, a catalogue is diamonds;
  /// clusters and guesses are drawn beside their places. PDFs are diamonds with the rings of
  /// `options`, or numbered crosses if there are no rings.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard !others.isEmpty else { return try diagram(palette: options.palette) }
    var map = LatentMap(points: [])
    map.showsGrowth = options.showsGrowth
    for value in try others.flatMap({ value in try value.single ?? value.items() ?? [value] }) {
      try add(value, to: &map, options: options)
    }
    if map.points.isEmpty { map.points = LatentMap.points(of: self) }
    return .map(map, palette: options.palette, width: options.width ?? Figure.twoColumns)
  }

  private func add(_ value: Value, to map: inout LatentMap, options: PlotOptions) throws {
    guard case .object(let object) = value else {
      throw Complaint("cannot plot \(value.mention) on a latent map", argument: "values")
    }
    // Names and colours are for what is pointed out, in the order in which it is given.
    let count = map.experiments.count + map.portraits.count
    let name = count < options.names.count ? options.names[count] : nil
    func experiment(_ prior: LatentDistribution, of pdf: PDF, rings: [Double])
      -> LatentMap.Experiment
    {
      let own = rings.isEmpty ? "\(count + 1)" : pdf.name.withoutEnding
      let nearest = type(at: prior.place).map { options.palette.colour(of: $0) }
      return LatentMap.experiment(
        prior, on: plane, name: name ?? own, rings: rings,
        colour: count < options.colours.count ? options.colours[count] : nearest ?? .ink)
    }
    switch object {
    case let data as Dataset:
      let training = Set(data.training)
      let test = Set(data.test)
      map.points += try LatentMap.points(of: self, Array(data.catalogue)) { index in
        test.contains(index) ? .test : training.contains(index) ? .training : .validation
      }
    case let part as DatasetPart:
      let kind: LatentMap.Part =
        switch part.name {
        case .training: .training
        case .validation: .validation
        case .test: .test
        }
      let structures = part.indices.map { part.dataset.catalogue[$0] }
      map.points += try LatentMap.points(of: self, structures) { _ in kind }
    case let catalogue as Catalogue:
      map.points += try LatentMap.points(of: self, Array(catalogue)) { _ in .unseen }
    case let cluster as Cluster:
      for point in try LatentMap.points(of: self, [cluster], part: { _ in .test }) {
        map.points.append(point)
        map.portraits.append(.init(cluster, name: name, x: point.x, y: point.y))
      }
    case let guess as Guess:
      map.portraits.append(
        .init(guess.structure, name: name, x: guess.shown.x, y: guess.shown.y))
    case let pdf as PDF:
      map.experiments.append(
        experiment(network.priors(of: [pdf])[0], of: pdf, rings: options.rings ?? [3, 5, 7]))
    case let guesses as Guesses:
      map.experiments.append(
        experiment(guesses.prior, of: guesses.pdf, rings: options.rings ?? [guesses.sigma]))
      map.samples += guesses.list.map { ($0.shown.x, $0.shown.y) }
    default:
      throw Complaint("cannot plot \(value.mention) on a latent map", argument: "values")
    }
  }

  private func diagram(palette: Palette) throws -> Figure {
    let example = try Cluster.icosahedron(.gold, shells: 3)
    let pdf = try example.pdf()
    return .diagram(
      Figure.ModelParts(network), cluster: example,
      pdf: Curve(name: "", x: pdf.r, y: pdf.g, colour: palette.colour(of: example.type)),
      palette: palette)
  }
}

extension Figure.ModelParts {
  fileprivate init(_ network: any Network) {
    let parts = network.parts
    self.init(
      posterior: parts.posterior, bond: parts.bond, prior: parts.prior,
      latent: "\(network.dimensions) dimensions", decoder: parts.decoder)
  }
}

extension Guesses: Plottable {
  /// The model's map with the Gaussian of the guesses and their places.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    var options = options
    options.showsGrowth = false
    return try model.figure(with: [.object(self)] + others, options: options)
  }
}

extension Value {
  /// The value by itself where it is one thing for the map, though it has items.
  fileprivate var single: [Value]? {
    guard case .object(let object) = self else { return nil }
    return object is Catalogue || object is Guesses || object is DatasetPart ? [self] : nil
  }
}

extension String {
  /// The name of a file without its ending.
  fileprivate var withoutEnding: String {
    hasSuffix(".gr") ? String(dropLast(3)) : self
  }
}
