import Clusters
import Fitting
import Foundation
import Scattering

/// How the cost of a fit grows with its structure.
enum FittingCosts {
  static func run(_ gold: Element, _ limits: Limits) throws {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax) = (1.3, 28)
    (conditions.qdamp, conditions.biso, conditions.rmax) = (0.04, 0.6, 20.01)
    let pdf = try Cluster.icosahedron(gold, shells: 4, bond: 2.8).pdf(conditions)

    print("fits of scale, expansion and biso, r 1.5–20 Å at 0.01 Å")
    line("atoms", "fit", "growth", "limit of the work", "GFLOP/s", "PDFs computed", "each of them")
    var growth = Growth()
    for shells in 2...6 {
      let cluster = try Cluster.icosahedron(gold, shells: shells)
      var fit = try Refinement().fit(cluster, to: pdf)
      let time = try Stopwatch { fit = try Refinement().fit(cluster, to: pdf) }
      check(shells != 4 || fit.rw < 1e-4, "Rw of the true structure is \(fit.rw)")
      let pairs = Double(cluster.count * (cluster.count - 1) / 2)
      let limit = limits.seconds(pairs: pairs, operations: fit.operations, batch: true)
      line(
        "\(cluster.count)", ms(time.cpu), growth(cluster.count, time.cpu), ms(limit),
        figures(fit.operations / time.cpu / 1e9), "\(fit.evaluations) and a search",
        ms(time.cpu / Double(fit.evaluations)))
    }
    print("")
  }
}
