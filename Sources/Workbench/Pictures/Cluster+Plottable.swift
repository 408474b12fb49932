import Figures
import Clusters
import Script

extension Cluster: Plottable {
  /// The cluster as shaded balls; several side by side, at most four in a row.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let clusters = try [self] + others.map { try $0.like(Cluster.self, "a cluster") }
    for cluster in clusters {
      guard cluster.count > 0 else {
        throw Complaint("a cluster without atoms cannot be seen", argument: "values")
      }
      guard cluster.positions.allSatisfy({ max(abs($0.x), abs($0.y), abs($0.z)) < 1e6 }) else {
        throw Complaint("\(cluster.label) has atoms without a proper place", argument: "values")
      }
    }
    let figures = clusters.enumerated().map { index, cluster in
      Figure.cluster(
        cluster, palette: options.palette,
        caption: options.name(index, or: "\(cluster.type.rawValue)\n\(cluster.count) atoms"))
    }
    return figures.count == 1
      ? figures[0] : .grid(figures, columns: min(figures.count, 4), letters: false)
  }
}
