import Clusters
import Foundation
import Generative
import Scattering

/// Other programs at the same work in the same run, where `scripts/benchmarks/peers` has installed
/// them; all times are of one thread's processor time.
enum Peers {
  /// The numbers of each line that peers.py prints; nil where there are no peers.
  static func run(_ arguments: [String]) throws -> [[Double]]? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let python = folder.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = python
    process.arguments = [folder.appending(path: "peers.py").path] + arguments
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    check(process.terminationStatus == 0, "peers.py \(arguments.first ?? "")")
    return text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
  }

  static func run(_ gold: Element) throws {
    print("PDFs of 3000 points, qmax 25 Å⁻¹, beside DebyeCalculator; CPU time of one thread")
    line("cluster", "atoms", "PDF", "pairs a second", "DebyeCalculator", "times faster")
    let clusters =
      try [[4, 5, 5], [5, 10, 10], [7, 13, 15], [10, 20, 25]].map {
        try Cluster.hcp(gold, size: $0)
      }
      + [3, 6, 10, 15].map { try Cluster.icosahedron(gold, shells: $0) }
    let files = try clusters.enumerated().map { place, cluster in
      let file = FileManager.default.temporaryDirectory.appending(path: "peer-\(place).xyz")
      try XYZ.write([cluster], to: file.path)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let peers = try run(["debye"] + files.map(\.path))
    var conditions = ScatteringConditions()
    conditions.qdamp = 0.04
    for (place, cluster) in clusters.enumerated() {
      let transform = try DebyeTransform(conditions, for: [cluster])
      var g: [Float] = []
      let time = Stopwatch { g = transform.g(cluster) }
      if let peer = peers?[place] {
        let own = stride(from: 200, to: 3000, by: 400).map { Double(g[$0]) }
        let largest = Double(g.map(abs).max() ?? 1)
        // It counts each pair once, so that its G is half of ours and of diffpy's.
        let worst = zip(own, peer.dropFirst()).map { abs($0 - 2 * $1) }.max() ?? 1
        check(worst < 0.001 * largest, "\(cluster.label): DebyeCalculator's G is \(worst) off")
      }
      let pairs = Double(cluster.count * (cluster.count - 1) / 2)
      line(
        cluster.shape.type.rawValue, "\(cluster.count)", ms(time.cpu),
        figures(pairs / time.cpu / 1e6) + " million", peers.map { ms($0[place][0]) } ?? "–",
        peers.map { figures($0[place][0] / time.cpu) } ?? "–")
    }
    print("")
  }

  /// Seconds of an epoch of the paper's network by PyTorch Geometric, of one thread, from some of its
  /// structures.
  static func epoch(of data: Dataset, batch: Int) throws -> Double? {
    struct Graph: Encodable {
      let positions: [Float]
      let edges: [[Int32]]
    }
    var (nodes, all) = (0, 0)
    for index in data.training { all += data.catalogue[index].count }
    let graphs = data.training.prefix(4 * batch).map { index in
      let structure = PaperStructure(data.catalogue[index], for: PaperArchitecture.paper.encoder)
      let rows = structure.neighbours
      nodes += structure.count
      let targets = (0..<rows.nodeCount).flatMap { node in
        [Int32](
          repeating: Int32(node), count: Int(rows.offsets[node + 1] - rows.offsets[node]))
      }
      return Graph(positions: structure.positions, edges: [rows.sources, targets])
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "peer-graphs.json")
    try JSONEncoder().encode(graphs).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(["paper", file.path, "\(batch)"]).map {
      $0[0][0] * Double(all) / Double(nodes)
    }
  }
}
