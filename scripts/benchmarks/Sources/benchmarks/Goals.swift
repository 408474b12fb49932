import Clusters
import Fitting
import Scattering

/// The speeds that are promised, each beside what is promised and the least that its distances and
/// matrix products take.
enum Goals {
  static func run(_ gold: Element, _ limits: Limits) throws {
    print("what is promised; limits and speeds are of CPU time, of all cores together")
    line("work", "time", "CPU", "at most", "limit of the work", "pairs a second", "GFLOP/s")
    var conditions = ScatteringConditions()
    for (size, most) in [([4, 5, 5], 1e-3), ([5, 10, 10], 5e-3), ([10, 20, 25], 0.5)] {
      let cluster = try Cluster.hcp(gold, size: size)
      let transform = try DebyeTransform(conditions, for: [cluster])
      var g: [Float] = []
      let time = Stopwatch { g = transform.g(cluster) }
      check(g.count == 3000 && g.allSatisfy(\.isFinite), "a PDF")
      report(
        "PDF of \(cluster.count)", time, most, pairs([cluster]), transform.operations, limits,
        batch: false)
    }
    conditions.rmin = 2
    let catalogue = try Catalogue.mmnp()
    check(catalogue.count == 3743, "the catalogue has \(catalogue.count) structures")
    let transform = try DebyeTransform(conditions, for: catalogue)
    var all: [Float] = []
    let time = Stopwatch(spending: 2) { all = transform.g(catalogue) }
    check(all.count == 3743 * 2800 && all.allSatisfy(\.isFinite), "the catalogue's PDFs")
    report(
      "3743 PDFs", time, 1.5, cores: 2, pairs(Array(catalogue)), 3743 * transform.operations,
      limits,
      batch: true)
    try fits(gold, limits)
    print("")
  }

  private static func fits(_ gold: Element, _ limits: Limits) throws {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax) = (1.3, 28)
    (conditions.qdamp, conditions.biso, conditions.rmax) = (0.04, 0.6, 20.01)
    let truth = try Cluster.hcp(gold, size: [3, 5, 5], bond: 2.8)
    let pdf = try truth.pdf(conditions)
    let start = try Cluster.hcp(gold, size: [3, 5, 5])
    var fit = try Refinement().fit(start, to: pdf)
    let one = try Stopwatch { fit = try Refinement().fit(start, to: pdf) }
    check(fit.rw < 1e-4, "Rw of the true structure is \(fit.rw)")
    report(
      "fit of \(start.count)", one, 0.01, pairs([start]), fit.operations, limits, batch: true)
    let shapes = try Catalogue.mmnp(elements: [gold]).shapes.map { try Cluster($0, of: gold) }
    var fits: [Fit] = []
    let mined = try Stopwatch(spending: 2) { fits = try Refinement().fit(shapes, to: pdf) }
    check(fits[0].cluster.label == start.label, "the best of the catalogue")
    report(
      "mine, \(shapes.count) fits", mined, 5, cores: 2, pairs(shapes),
      fits.reduce(0) { $0 + $1.operations }, limits, batch: true)
  }

  private static func pairs(_ clusters: [Cluster]) -> Double {
    clusters.reduce(0) { $0 + Double($1.count * ($1.count - 1) / 2) }
  }

  private static func report(
    _ work: String, _ time: Stopwatch, _ most: Double, cores: Int = 1, _ pairs: Double,
    _ operations: Double, _ limits: Limits, batch: Bool
  ) {
    let limit = limits.seconds(pairs: pairs, operations: operations, batch: batch)
    line(
      work, ms(time.wall), ms(time.cpu), ms(most) + (cores == 1 ? "" : ", 2 cores"), ms(limit),
      figures(pairs / time.cpu / 1e6) + " million", figures(operations / time.cpu / 1e9))
  }
}
