import Fitting
import Foundation
import Testing

import Clusters
import Scattering

/// Fits of diffpy.srfit to a measured PDF, in the folders that DEEPSTRUC_REFERENCE and
/// DEEPSTRUC_DATA name.
@Suite(.enabled(if: ReferenceFits.pdf != nil && !ReferenceFits.rows.isEmpty))
struct ReferenceFitTests {
  /// diffpy's own discretisation moves Rw by up to 0.003, distances by 0.003 Å, biso by 0.03 Å².
  @Test(arguments: ReferenceFits.rows)
  func agreesWithDiffpy(_ row: ReferenceFits.Row) throws {
    let pdf = try #require(ReferenceFits.pdf)
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.decahedron(gold, p: row.p, q: row.q, r: row.r)
    #expect(cluster.count == row.atoms)
    var refinement = Refinement()
    refinement.rmin = 2
    refinement.values[.qdamp] = 0.04
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(fit.rw < row.rw + 0.003)
    // The table has the distance of nearest neighbours, not the mean of the first shell.
    let nearest = cluster.nearestDistance * fit.expansion
    #expect(abs(nearest - row.distance) < 0.003, "\(nearest) \(row.distance)")
    #expect(abs(fit.biso - row.biso) < 0.03, "\(fit.biso) \(row.biso)")
  }
}

enum ReferenceFits {
  struct Row: Sendable {
    let p, q, r, atoms: Int
    let rw, scale, distance, biso: Double
  }

  static let pdf: PDF? = ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"].flatMap {
    try? GRFile.read("\($0)/experimental/Au144pMBA.gr")
  }

  static let rows: [Row] = {
    guard let folder = ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"],
      let text = try? String(contentsOfFile: "\(folder)/fits/Au144pMBA.csv", encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst(3).compactMap { line in
      let parts = line.split(separator: "\"").filter { $0.count > 5 || $0.contains(",") }
      guard let call = parts.first(where: { $0.contains("p:") }), let rest = parts.last else {
        return nil
      }
      let shape = call.split { !$0.isNumber }.compactMap { Int($0) }
      let numbers = rest.split(separator: ",").compactMap { Double($0) }
      guard shape.count == 3, numbers.count == 5 else { return nil }
      return Row(
        p: shape[0], q: shape[1], r: shape[2], atoms: Int(numbers[0]), rw: numbers[1],
        scale: numbers[2], distance: numbers[3], biso: numbers[4])
    }
  }()
}
