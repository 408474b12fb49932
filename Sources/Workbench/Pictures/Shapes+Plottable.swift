import Clusters
import Figures
import Fitting
import Scattering
import Script

extension Shapes: Plottable {
  /// The fit of the best shape beside the sites of all shapes that fit as well; a true structure
  /// that is given too stands first.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let family = families[0]
    let best = family.best
    let places = family.places.filter { $0.probability >= 0.05 }
    let height = 58.0
    func picture(_ figure: Figure) -> Figure {
      var figure = figure
      figure.height = height
      return figure
    }
    let truths = try others.map { try $0.like(Cluster.self, "shapes") }
    let pictures =
      truths.map {
        picture(
          .cluster(
            $0, palette: options.palette, width: 40, caption: "true\n\($0.count) atoms"))
      } + [
        picture(
          .occupancy(
            places.map { (position: $0.position, probability: $0.probability) },
            bond: best.structure.bond, type: best.cluster.type, palette: options.palette, width: 40,
            caption:
              "\(family.motif.name)\n\(family.atoms.lowerBound) to \(family.atoms.upperBound) atoms"
          ))
      ]
    var curves = Figure.fit(
      FitCurves(
        name: options.name(0, or: best.measured.name), type: best.cluster.type,
        atoms: best.cluster.count, rw: best.rw, r: best.measured.r, measured: best.measured.g,
        calculated: best.g), palette: options.palette)
    curves.width = Figure.twoColumns - 40 * Double(pictures.count)
    curves.height = height
    return .rows([[curves] + pictures], letters: false)
  }
}
