import Clusters
import Foundation
import Scattering

/// How the cost of a PDF grows with its cluster.
enum Simulation {
  static func run(_ gold: Element, _ limits: Limits) throws {
    print("PDFs of 3000 points, qmax 25 Å⁻¹; CPU time of all cores together")
    line(
      "atoms", "PDF", "growth", "limit of the work", "pairs a second", "GFLOP/s",
      "plain Debye sum", "times faster")
    var growth = Growth()
    for layers in [1, 2, 3, 4, 6, 9, 13] {
      let cluster = try Cluster.fcc(gold, layers: [layers, 2 * layers, 2 * layers])
      let transform = try DebyeTransform(ScatteringConditions(), for: [cluster])
      var g: [Float] = []
      let time = Stopwatch { g = transform.g(cluster) }
      let pairs = Double(cluster.count * (cluster.count - 1) / 2)
      let plain = cluster.count < 1500 ? plain(cluster, against: g, transform.r) : nil
      let limit = limits.seconds(pairs: pairs, operations: transform.operations, batch: false)
      line(
        "\(cluster.count)", ms(time.cpu), growth(cluster.count, time.cpu), ms(limit),
        figures(pairs / time.cpu / 1e6) + " million",
        figures(transform.operations / time.cpu / 1e9), plain.map(ms) ?? "–",
        plain.map { figures($0 / time.cpu) } ?? "–")
    }
    let making = try Stopwatch { _ = try Catalogue.mmnp() }
    print("\ncatalogue of 3743 structures: made in \(ms(making.cpu)) of CPU\n")
  }

  /// Seconds of a plain Debye sum over pairs and Q, from the time of some of its Q.
  private static func plain(_ cluster: Cluster, against g: [Float], _ r: [Double]) -> Double {
    let distances = cluster.distances
    let steps = 486  // a step of 0.05 Å⁻¹, as is usual
    let some = max(1, min(steps, 2_000_000 / distances.count))
    var sum = 0.0
    let time = Stopwatch(spending: 0.1) {
      for k in 0..<some {
        let q = 0.7 + 0.05 * Double(k)
        for d in distances { sum += sin(q * d) / d }
      }
    }
    check(sum.isFinite, "the plain sum")
    return time.cpu * Double(steps) / Double(some)
  }
}
