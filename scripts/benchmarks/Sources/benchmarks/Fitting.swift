import Clusters
import Foundation
import Scattering

/// Fits of one structure and of every shape of the catalogue.
enum Fitting {
  static func run(_ gold: Element) throws {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax) = (1.3, 28)
    (conditions.qdamp, conditions.biso, conditions.rmax) = (0.04, 0.6, 20.01)
    let truth = try Cluster.icosahedron(gold, shells: 4, bond: 2.8)
    let pdf = try truth.pdf(conditions)

    print("fits of scale, expansion and biso, r 1.5–20 Å at 0.01 Å")
    var growth = Growth()
    line("atoms", "fit", "growth", "PDFs computed", "each of them")
    for shells in 2...6 {
      let cluster = try Cluster.icosahedron(gold, shells: shells)
      var fit = try Refinement().fit(cluster, to: pdf)
      let time = try Stopwatch { fit = try Refinement().fit(cluster, to: pdf) }
      check(shells != 4 || fit.rw < 1e-4, "Rw of the true structure is \(fit.rw)")
      line(
        "\(cluster.count)", ms(time.cpu), growth(cluster.count, time.cpu),
        "\(fit.evaluations) and a search",
        ms(time.cpu / Double(fit.evaluations)))
    }
    let shapes = try Catalogue.mmnp(elements: [gold]).shapes
    var fits: [Fit] = []
    let time = try Stopwatch(spending: 2) { fits = try Refinement().fit(shapes, to: pdf) }
    check(fits[0].cluster.label == "icosahedron \"Au\", shells: 4", "the best of the catalogue")
    print(
      "\nevery shape of the catalogue, \(shapes.count) fits: \(ms(time.wall)), "
        + "\(ms(time.cpu)) of CPU, \(ms(time.cpu / Double(shapes.count))) each\n")
  }
}
