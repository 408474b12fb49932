import Clusters
import Numerics
import Scattering

extension Refinement {
  /// Fits of those of many structures that may matter, best first.
  ///
  /// All are fitted to every few points of the PDF, as many as qmax asks for. What comes within
  /// `reach` times the lowest Rw, and the best two of each lattice, is then fitted to all points.
  ///
  /// - Parameter shouldContinue: is told how many fits are done of how many, and ends the work by
  ///   false; the structures so far then count.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func survey(
    _ clusters: [Cluster], against pdf: PDF, reach: Double = 1.5,
    while shouldContinue: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
  ) throws(ScatteringError) -> [Fit] {
    let glances = try fit(clusters, to: thinned(pdf)) { shouldContinue($0, clusters.count) }
    guard let lowest = glances.first?.rw else { return [] }
    var seen: [StructureType: Int] = [:]
    let kept = glances.filter { glance in
      seen[glance.cluster.type.lattice, default: 0] += 1
      return glance.rw <= reach * lowest || seen[glance.cluster.type.lattice, default: 0] <= 2
    }
    return try fit(kept.map(\.cluster), to: pdf) {
      shouldContinue(clusters.count + $0, clusters.count + kept.count)
    }
  }

  /// Every few points of a PDF, at most 1.2/qmax apart, two and a half for each independent one.
  private func thinned(_ pdf: PDF) -> PDF {
    guard let first = pdf.r.first, let last = pdf.r.last, last > first else { return pdf }
    let step = (last - first) / Double(max(pdf.r.count - 1, 1))
    let stride = max(Int(clamping: 1.2 / ((qmax ?? pdf.qmax ?? 30) * step)), 1)
    let kept = Swift.stride(from: 0, to: pdf.r.count, by: stride)
    var thinned = pdf
    thinned.r = kept.map { pdf.r[$0] }
    thinned.g = kept.map { pdf.g[$0] }
    thinned.errors = pdf.errors.map { errors in kept.map { errors[$0] } }
    return thinned
  }
}
