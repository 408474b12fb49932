import Foundation
import Testing

import Clusters
import Scattering

/// G(r) of diffpy's DebyePDFCalculator, in the folder that DEEPSTRUC_REFERENCE names.
@Suite(.enabled(if: ReferencePDFs.folder != nil))
struct ReferenceTests {
  /// diffpy sums F over whole steps of Q, so that its window begins up to half a step of
  /// π/rmax from qmin; where F is large there, that alone moves G by (2/π) F(qmin) π/(2 rmax).
  /// Its FFT and linear interpolation err by up to 1e-3 of max G besides.
  @Test(arguments: ReferencePDFs.names)
  func agreesWithDiffpy(_ name: String) throws {
    let folder = try #require(ReferencePDFs.folder)
    let cluster = try #require(try XYZ.read("\(folder)/clusters/\(name).xyz").first).cluster
    let (conditions, r, g) = try ReferencePDFs.read("\(folder)/pdfs/\(name).csv")
    let pdf = try cluster.pdf(conditions)
    #expect(r.count > 900)
    let largest = try #require(g.map(abs).max())
    var worst = 0.0
    for i in r.indices {
      let point = Int((r[i] / conditions.rstep).rounded())
      #expect(abs(pdf.r[point] - r[i]) < 1e-6)
      worst = max(worst, abs(pdf.g[point] - g[i]))
    }
    let edge = exactF(cluster, conditions, q: conditions.qmin) / conditions.rmax
    #expect(worst < 2e-3 * largest + abs(edge), "\(worst / largest)")
  }

  @Test func thereAreThirteen() { #expect(ReferencePDFs.names.count == 13) }
}

enum ReferencePDFs {
  static let folder = ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"]

  static let names: [String] = {
    let files = folder.flatMap {
      try? FileManager.default.contentsOfDirectory(atPath: $0 + "/pdfs")
    }
    return (files ?? []).map { $0.replacingOccurrences(of: ".csv", with: "") }.sorted()
  }()

  /// The conditions in the first line, and the columns.
  static func read(_ path: String) throws -> (ScatteringConditions, r: [Double], g: [Double]) {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var values: [Substring: Double] = [:]
    for pair in lines[0].split(separator: " ") where pair.contains("=") {
      let parts = pair.split(separator: "=")
      values[parts[0]] = Double(parts[1])
    }
    var conditions = ScatteringConditions()
    conditions.qmin = try #require(values["qmin"])
    conditions.qmax = try #require(values["qmax"])
    conditions.qdamp = try #require(values["qdamp"])
    conditions.delta2 = try #require(values["delta2"])
    conditions.biso = try #require(values["biso"])
    conditions.rmax = try #require(values["rmax"])
    conditions.rstep = try #require(values["rstep"])
    let rows = lines.dropFirst(2).map { $0.split(separator: ",").compactMap { Double($0) } }
    return (conditions, rows.map { $0[0] }, rows.map { $0[1] })
  }
}
