import Clusters
import Foundation
import Scattering

/// G(r) of single clusters and of the whole catalogue.
enum Simulation {
  static func run(_ gold: Element) throws {
    print("PDFs of 3000 points, qmax 25 Å⁻¹; CPU time of all cores together")
    line(
      "atoms", "PDF", "growth", "pairs a second", "of bare distances", "plain Debye sum",
      "times faster")
    let bare = bareDistances()
    var growth = Growth()
    for layers in [1, 2, 3, 4, 6, 9, 13] {
      let cluster = try Cluster.fcc(gold, layers: [layers, 2 * layers, 2 * layers])
      let transform = try DebyeTransform(ScatteringConditions(), for: [cluster])
      var g: [Float] = []
      let time = Stopwatch { g = transform.g(cluster) }
      let pairs = Double(cluster.count * (cluster.count - 1) / 2)
      let plain = cluster.count < 1500 ? plain(cluster, against: g, transform.r) : nil
      line(
        "\(cluster.count)", ms(time.cpu), growth(cluster.count, time.cpu),
        figures(pairs / time.cpu / 1e6) + " million",
        figures(pairs / time.cpu / bare * 100) + " %", plain.map(ms) ?? "–",
        plain.map { figures($0 / time.cpu) } ?? "–")
    }
    var catalogue = try Catalogue.mmnp()
    let making = try Stopwatch { catalogue = try Catalogue.mmnp() }
    check(catalogue.count == 3743, "the catalogue has \(catalogue.count) structures")
    var conditions = ScatteringConditions()
    conditions.rmin = 2
    let transform = try DebyeTransform(conditions, for: catalogue)
    var all: [Float] = []
    let time = Stopwatch(spending: 2) { all = transform.g(catalogue) }
    check(all.count == 3743 * 2800 && all.allSatisfy(\.isFinite), "the catalogue's PDFs")
    let pairs = catalogue.reduce(0.0) { $0 + Double($1.count * ($1.count - 1) / 2) }
    print("\ncatalogue of 3743 structures: made in \(ms(making.wall))")
    print(
      "their PDFs of 2800 points: \(ms(time.wall)), \(ms(time.cpu)) of CPU, "
        + "\(figures(pairs / time.cpu / 1e6)) million pairs a second\n")
  }

  /// Pairs a second of nothing but distances and their square roots: the work's own limit.
  private static func bareDistances() -> Double {
    let atoms = 4000
    let x = (0..<atoms / 8).map { i in
      SIMD8<Float>((0..<8).map { Float((i * 8 + $0) * 7919 % 1000) })
    }
    var sum = SIMD8<Float>.zero
    let time = Stopwatch {
      for i in 0..<atoms {
        let xi = SIMD8<Float>(repeating: x[i / 8][i % 8])
        for block in 0..<(i / 8) {
          let d = x[block] - xi
          sum += (d * d + d * d + d * d).squareRoot()
        }
      }
    }
    check(sum.sum() > 0, "distances")
    return Double(atoms * (atoms - 1) / 2) / time.cpu
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
