import CBLASRate
import Clusters
import Foundation
import Generative
import Numerics
import Scattering
import Tensors

/// Epochs of the paper's network beside what their matrix products alone would take.
///
/// CPU time of all cores over two is what two idle cores would need if they waited for nothing.
enum Training {
  static func run() throws {
    let rate = productRate()
    print("matrix products of OpenBLAS, 2048 × 2048, two threads: \(figures(rate / 1e9)) GFLOP/s")
    let data = Dataset(try Catalogue.mmnp(), seed: 37)
    print(
      "\nan epoch of paper over \(data.training.count) structures, from a part of one; "
        + "times are CPU seconds over 2")
    line(
      "batch", "products (TFLOP)", "at OpenBLAS's rate", "epoch", "times", "steps measured",
      "PyTorch Geometric", "times faster")
    for batch in [20, 100] { try paper(data, batch: batch, rate: rate) }
    print("peak memory of these trainings: \(figures(peak() / 1e6)) MB")
    try mmnp(data)
    try inference()
  }

  private static func paper(_ data: Dataset, batch: Int, rate: Double) throws {
    var plan = TrainingPlan.paper
    plan.batch = batch
    let network = PaperNetwork(.paper, seed: 37)
    let objective = try PaperObjective(network, on: data, plan: plan)
    let trainer = Trainer(objective)
    let steps = plan.stepsPerEpoch(over: data.training.count)
    let part = (steps + 3) / 4
    for _ in 0..<2 { _ = trainer.advance() }
    var (first, last) = (Double.nan, Double.nan)
    let time = Stopwatch(spending: 0) {
      for step in 0..<part {
        last = trainer.advance()[PaperLoss.error] ?? .nan
        if step == 0 { first = last }
      }
    }
    check(last.isFinite && last < first, "the error goes from \(first) to \(last)")
    let nodes = data.training.reduce(0) { $0 + data.catalogue[$1].count }
    let operations = operations(network, nodes: nodes, structures: data.training.count)
    let epoch = time.cpu / 2 * Double(steps) / Double(part)
    let peer = try Peers.epoch(of: data, batch: batch).map { $0 / 2 }
    line(
      "\(batch)", figures(operations / 1e12), figures(operations / rate) + " s",
      figures(epoch) + " s", figures(epoch * rate / operations), "\(part) of \(steps)",
      peer.map { figures($0) + " s" } ?? "–", peer.map { figures($0 / epoch) } ?? "–"
    )
  }

  private static func mmnp(_ data: Dataset) throws {
    let shapes = data.trainingShapes.map { data.catalogue.shapes[$0] }
    var plan = TrainingPlan()
    plan.batch = 128
    let network = LandmarkNetwork(.mmnp, Landmarks(plane: shapes), seed: 37)
    let trainer = Trainer(LandmarkObjective(network, on: shapes, plan: plan))
    for _ in 0..<2 { _ = trainer.advance() }
    let steps = Double(data.training.count) / Double(plan.batch)
    var last = Double.nan
    let time = Stopwatch(spending: 2) { last = trainer.advance()[LandmarkLoss.structure] ?? .nan }
    check(last.isFinite, "the error is \(last)")
    print(
      "\nan epoch of mmnp at batch \(plan.batch), from single steps: \(figures(time.cpu / 2 * steps)) s"
    )
  }

  private static func inference() throws {
    guard let file = Checkpoint.shipped("mmnp") else { return }
    let model = try Checkpoint(contentsOf: file).model
    let gold = Element.gold
    let pdf = try Cluster.icosahedron(gold, shells: 3).pdf()
    var count = 0
    let time = Stopwatch {
      var random = RandomGenerator(seed: 37)
      let guesses = model.infer(pdf, element: gold, samples: 1000, sigma: 3, from: &random)
      count = guesses.list[0].structure.count
    }
    check(count == 55, "55 atoms are taken for \(count)")
    print("1000 samples of mmnp: \(ms(time.cpu / 2))")
  }

  /// Floating-point operations of an epoch's matrix products: each weight takes one product
  /// forward, one for its own gradients and one for those of its inputs, unless these are data.
  private static func operations(
    _ network: PaperNetwork, nodes: Int, structures: Int
  ) -> Double {
    network.parameters.list.filter { $0.name.hasSuffix(".weight") }.reduce(0) { sum, weight in
      let isOfNodes = weight.name.hasPrefix("encoder.") && !weight.name.contains("pool.feature")
      let seesData = ["prior.0.weight", "branch.0.weight"].contains(weight.name)
      return sum + 2 * Double(weight.count) * Double(isOfNodes ? nodes : structures)
        * (seesData ? 2 : 3)
    }
  }

  /// Operations a second of OpenBLAS's own products on two threads.
  private static func productRate() -> Double {
    let n = 2048
    let (a, b) = ([Float](repeating: 0.5, count: n * n), [Float](repeating: 0.25, count: n * n))
    var c = [Float](repeating: 0, count: n * n)
    openblas_set_num_threads(2)
    defer { openblas_set_num_threads(1) }
    let time = Stopwatch(spending: 2) {
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(n), Int32(n), 1, a, Int32(n), b,
        Int32(n), 0, &c, Int32(n))
    }
    check(c[0] == Float(n) / 8, "a product gives \(c[0])")
    return 2 * Double(n * n * n) / (time.cpu / 2)
  }

  /// Most memory that this run has held, in bytes.
  private static func peak() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024
  }
}
