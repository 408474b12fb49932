import Numerics
import Clusters
import Scattering
import Tensors

/// The structures of one part of a data set as the paper's network sees them, with their PDFs at
/// the paper's conditions, simulated once.
struct PaperData: Sendable {
  let structures: [PaperStructure]
  private let pdfs: Buffer  // [structures, points]
  private let points: Int

  /// - Throws: what the simulation throws.
  init(_ clusters: [Cluster], _ architecture: PaperArchitecture) throws {
    let conditions = PaperUnits.conditions(thinning: architecture.thinning)
    let transform = try DebyeTransform(conditions, for: clusters)
    let (points, pdfs) = (
      architecture.points, Buffer(count: clusters.count * architecture.points)
    )
    structures = Workers.map(clusters.count) { index in
      let row = UnsafeMutableBufferPointer(start: pdfs.pointer + index * points, count: points)
      _ = row.update(fromContentsOf: transform.g(clusters[index]))
      PaperUnits.normalise(row)
      return PaperStructure(clusters[index], for: architecture.encoder)
    }
    (self.points, self.pdfs) = (points, pdfs)
  }

  /// The PDFs of some structures [batch, points].
  func pdfs(of indices: some Collection<Int>, on tape: Tape) -> Node {
    let node = tape.constant(indices.count, points)
    node.withValues { values in
      for (row, index) in indices.enumerated() {
        (values.baseAddress! + row * points).update(
          from: pdfs.pointer + index * points, count: points)
      }
    }
    return node
  }
}
