import Foundation
import Testing

import Clusters
import Scattering

/// G(r) of diffpy's DebyePDFCalculator, in the folder that DEEPSTRUC_REFERENCE names.
///
/// diffpy sums F over whole steps of Q. Where F is large at qmin, as for few atoms, this alone
/// moves its G by up to 0.8 % of max G from the integral's, so that no G is both within 1e-4 of the
/// exact integral and within 2e-3 of diffpy; each is met by its quadrature.
@Suite(.enabled(if: ReferencePDFs.folder != nil))
struct ReferenceTests {
  /// diffpy's linear interpolation of its FFT, whose step is up to 0.01 Å, errs by up to 9e-4.
  @Test(arguments: ReferencePDFs.names)
  func agreesWithDiffpy(_ name: String) throws {
    var (cluster, conditions, r, g) = try ReferencePDFs.read(name)
    #expect(r.count > 900)
    conditions.quadrature = .diffpy
    let pdf = try cluster.pdf(conditions)
    let largest = try #require(g.map(abs).max())
    var worst = 0.0
    for i in r.indices {
      let point = Int((r[i] / conditions.rstep).rounded())
      #expect(abs(pdf.r[point] - r[i]) < 1e-6)
      worst = max(worst, abs(pdf.g[point] - g[i]))
    }
    #expect(worst < 2e-3 * largest, "\(worst / largest)")
  }

  /// The exact F, summed and interpolated as diffpy's source does it, gives all digits that the
  /// files have.
  @Test(arguments: ReferencePDFs.names)
  func theWindowIsAllThatDiffers(_ name: String) throws {
    let (cluster, conditions, r, g) = try ReferencePDFs.read(name)
    let sigma = (2 * conditions.biso / (8 * Double.pi * Double.pi)).squareRoot()
    let tail = sigma * (2 * log(1 / 3.33e-6)).squareRoot()
    let end = conditions.rmax + 6 * 2 * Double.pi / conditions.qmax + tail
    let step = Double.pi / ((end / conditions.rstep).rounded(.up) * conditions.rstep)
    let steps =
      Int((conditions.qmin / step).rounded(.up))..<Int((conditions.qmax / step).rounded(.up))
    let f = steps.map { exactF(cluster, conditions, q: Double($0) * step) }
    // The FFT's r: as many points as a power of two that is long enough.
    let length = pow(2, log2(Double.pi / conditions.rstep / step).rounded(.up))
    let spacing = Double.pi / (length * step)
    func summed(_ point: Double) -> Double {
      zip(steps, f).reduce(0) {
        $0 + 2 / Double.pi * step * $1.1 * sin(Double($1.0) * step * point)
      }
    }
    let largest = try #require(g.map(abs).max())
    for i in stride(from: 0, to: r.count, by: 7) {
      let place = r[i] / spacing
      let below = place.rounded(.down)
      let between =
        (below + 1 - place) * summed(below * spacing) + (place - below)
        * summed((below + 1) * spacing)
      let damped = between * exp(-conditions.qdamp * conditions.qdamp * r[i] * r[i] / 2)
      #expect(abs(damped - g[i]) < 1e-5 * largest)
    }
  }

  /// The exact integral differs from diffpy's sum by what half a step of Q beside qmin holds,
  /// (2/π) F(qmin) π/(2 rmax), and by its interpolation.
  @Test(arguments: ReferencePDFs.names)
  func theIntegralDiffersByTheEdgeAlone(_ name: String) throws {
    let (cluster, conditions, r, g) = try ReferencePDFs.read(name)
    let largest = try #require(g.map(abs).max())
    let edge = abs(exactF(cluster, conditions, q: conditions.qmin)) / conditions.rmax
    let pdf = try cluster.pdf(conditions)
    let worst = zip(r, g).map { abs(pdf.g[Int(($0 / conditions.rstep).rounded())] - $1) }.max()
    #expect(try #require(worst) < 2e-3 * largest + edge)
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

  /// The cluster, the conditions in the PDF's first line, and its columns.
  static func read(
    _ name: String
  ) throws -> (Cluster, ScatteringConditions, r: [Double], g: [Double]) {
    let folder = try #require(folder)
    let cluster = try #require(try XYZ.read("\(folder)/clusters/\(name).xyz").first).cluster
    let text = try String(contentsOfFile: "\(folder)/pdfs/\(name).csv", encoding: .utf8)
    let lines = text.split(separator: "\n")
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
    return (cluster, conditions, rows.map { $0[0] }, rows.map { $0[1] })
  }
}
