import Figures
import Numerics
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
      let pdfs = Workers.map(some.count) { transform.pdf(some[$0]) }
      for (row, prior) in model.network.priors(of: pdfs).enumerated() {
        let place = model.plane.shown(prior.place)
        points.append(
          Point(
            x: place.x, y: place.y, type: some[row].type,
            hexagonality: some[row].type == .stacking ? some[row].sequence?.hexagonality : nil,
            atoms: some[row].count, part: part(start + row)))
      }
    }
    return points
  }

  /// The shapes that a model has learned.
  static func points(of model: Model) -> [Point] {
    model.map.map {
      let (x, y) = model.plane.shown($0.place)
      return Point(x: x, y: y, type: $0.type, atoms: $0.atoms, part: .training)
    }
  }

  /// A place that a model's prior has found for a PDF.
  package static func experiment(
    _ prior: LatentDistribution, on plane: MapPlane = .coordinates, name: String,
    rings: [Double], colour: Colour
  ) -> Experiment {
    let (place, deviation) = (plane.shown(prior.place), plane.shown(deviation: prior.deviation))
    return Experiment(
      name: name, x: place.x, y: place.y, sigmaX: deviation.x, sigmaY: deviation.y,
      others: prior.places.dropFirst().map {
        (plane.shown($0.place).x, plane.shown($0.place).y, $0.weight)
      },
      rings: rings, sign: rings.isEmpty ? .cross : .diamond, colour: colour)
  }
}
