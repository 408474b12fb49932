import Clusters
import Generative
import Scattering
import Tensors

extension LatentMap {
  /// Where a model's prior places the simulated PDFs of structures.
  ///
  /// - Parameter part: which part of the data a structure belongs to, by its number.
  /// - Throws: `ScatteringError`.
  static func points(
    of model: Model, _ structures: [Cluster], part: (Int) -> Part
  ) throws -> [Point] {
    var points: [Point] = []
    // A thousand at a time, so that the PDFs of a large set need no more memory than of a small one.
    for start in stride(from: 0, to: structures.count, by: 1000) {
      let some = Array(structures[start..<min(start + 1000, structures.count)])
      let transform = try DebyeTransform(ScatteringConditions(), for: some)
      let pdfs = Threads.map(some.count) { transform.pdf(some[$0]) }
      for (row, place) in model.network.places(of: pdfs).enumerated() {
        points.append(
          Point(
            x: place.mean.x, y: place.mean.y, type: some[row].type, atoms: some[row].count,
            part: part(start + row)))
      }
    }
    return points
  }

  /// The shapes that a model has learned, where its posterior places them.
  static func points(of model: Model) -> [Point] {
    model.map.map {
      Point(x: $0.mean.x, y: $0.mean.y, type: $0.type, atoms: $0.atoms, part: .training)
    }
  }

  /// Where a model's prior places a PDF, in the colour of the nearest type.
  static func experiment(
    _ model: Model, _ pdf: PDF, name: String, rings: [Double]
  ) -> Experiment {
    experiment(model, model.network.places(of: [pdf])[0], name: name, rings: rings)
  }

  static func experiment(
    _ model: Model, _ place: LatentPlace, name: String, rings: [Double]
  ) -> Experiment {
    Experiment(
      name: name, x: place.mean.x, y: place.mean.y, sigmaX: place.deviation.x,
      sigmaY: place.deviation.y, rings: rings, sign: rings.isEmpty ? .cross : .diamond,
      type: model.nearest(to: place.mean)?.type)
  }
}
