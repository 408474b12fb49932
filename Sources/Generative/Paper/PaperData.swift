import Numerics
import Clusters
import Scattering
import Tensors

/// The structures of one part of a data set as the paper's network sees them, with their PDFs at
/// the paper's conditions.
package struct PaperData: Sendable {
  /// Some structures with their PDFs [batch, points].
  package typealias Batch = (structures: [PaperStructure], pdfs: Node)

  package let structures: [PaperStructure]
  private let clusters: [Cluster]
  /// The shortest and the longest bond length in Å.
  private let bonds: ClosedRange<Double>
  private let transform: DebyeTransform
  private let pdfs: Buffer  // [structures, points]
  private let points: Int

  /// - Parameter shouldContinue: is asked for every structure, and ends the work by false.
  /// - Throws: `Stopped`, or what the simulation throws.
  package init(
    _ clusters: [Cluster], _ architecture: PaperArchitecture,
    while shouldContinue: @Sendable () -> Bool = { true }
  ) throws {
    let conditions = PaperUnits.conditions(thinning: architecture.thinning)
    let all = clusters.map(\.bond)
    let bonds = (all.min() ?? 1)...(all.max() ?? 1)
    let extent = clusters.map { $0.diameter / $0.bond }.max() ?? 0
    let transform = try DebyeTransform(conditions, reach: extent * bonds.upperBound)
    let (points, pdfs) = (
      architecture.points, Buffer(count: clusters.count * architecture.points)
    )
    structures = try Workers.map(clusters.count, while: shouldContinue) { index in
      Self.fill(pdfs.pointer + index * points, points, transform.g(clusters[index]))
      return PaperStructure(clusters[index], for: architecture.encoder)
    }
    (self.clusters, self.bonds, self.transform) = (clusters, bonds, transform)
    (self.points, self.pdfs) = (points, pdfs)
  }

  /// Structures as they are.
  package func batch(of indices: some Collection<Int>, on tape: Tape) -> Batch {
    let node = tape.constant(indices.count, points)
    node.withValues { values in
      for (row, index) in indices.enumerated() {
        (values.baseAddress! + row * points).update(
          from: pdfs.pointer + index * points, count: points)
      }
    }
    return (indices.map { structures[$0] }, node)
  }

  /// The same shapes, each with a bond length drawn between the shortest and the longest of all.
  ///
  /// With their own lengths, some eleven of a shape, the network learns its training part by heart.
  /// Where all have one bond length, they are as they are.
  ///
  /// - Parameter noise: highest deviation of normal noise on every PDF, in units of its largest G;
  ///   the deviation is drawn evenly from 0 on.
  package func batch(
    of indices: some Collection<Int>, bondsFrom random: inout RandomGenerator, noise: Double = 0,
    on tape: Tape
  ) -> Batch {
    let indices = Array(indices)
    let batch = expanded(indices, from: &random, on: tape)
    guard noise > 0 else { return batch }
    let own = random.branch(0)
    Workers.perform(indices.count) { row in
      var random = own.branch(row)
      let deviation = random.uniform(in: 0...noise)
      batch.pdfs.withValues { values in
        for i in row * points..<(row + 1) * points {
          values[i] += Float(deviation * random.normal())
        }
      }
    }
    return batch
  }

  private func expanded(
    _ indices: [Int], from random: inout RandomGenerator, on tape: Tape
  ) -> Batch {
    guard bonds.lowerBound < bonds.upperBound else { return batch(of: indices, on: tape) }
    let factors = indices.map { random.uniform(in: bonds) / clusters[$0].bond }
    let node = tape.constant(indices.count, points)
    let drawn = Workers.map(indices.count) { row in
      let g = transform.g(clusters[indices[row]].expanded(by: factors[row]))
      node.withValues { Self.fill($0.baseAddress! + row * points, points, g) }
      return structures[indices[row]].expanded(by: Float(factors[row]))
    }
    return (drawn, node)
  }

  private static func fill(_ row: UnsafeMutablePointer<Float>, _ points: Int, _ g: [Float]) {
    let row = UnsafeMutableBufferPointer(start: row, count: points)
    _ = row.update(fromContentsOf: g)
    PaperUnits.normalise(row)
  }
}
