import Clusters
import Numerics
import Scattering

/// How well many structures could fit a PDF, by their numbers of pairs alone.
///
/// Structures are histograms of distances, and their curves products of these with the curves of a
/// pair at each distance, in the fewest coordinates (`CompressedPDF`). Scale and expansion are found,
/// widths are as a fit starts from.
struct Screen: Sendable {
  private static let bin = 0.02  // Å

  private let bins: Int
  private let histograms: [Float]  // [clusters, bins]
  private let count: Int

  /// - Parameter reach: the longest distance that counts in Å; no structure shrinks to less than 0.8.
  /// - Throws: `Stopped` where `shouldContinue` returns false.
  init(
    _ clusters: [Cluster], reach: Double, while shouldContinue: @Sendable () -> Bool
  ) throws {
    let bins = Int(clamping: ((reach + 2) / 0.8 / Self.bin).rounded(.up))
    (count, self.bins) = (clusters.count, bins)
    histograms = try Processes.map(clusters.count, while: shouldContinue) {
      Self.histogram(of: clusters[$0], bins)
    }.flatMap { $0 }
  }

  /// Each distance is shared by the two nearest bins, so that its mean stays.
  private static func histogram(of cluster: Cluster, _ bins: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: bins)
    let pairs = PairCounts(cluster)
    for (distance, count) in zip(pairs.distances, pairs.counts) {
      let place = distance / bin
      guard place < Double(bins - 1) else { continue }
      let low = Int(place)
      let share = Float(place - Double(low))
      counts[low] += Float(count) * (1 - share)
      counts[low + 1] += Float(count) * share
    }
    return counts
  }

  /// The least part of the PDF's square that each structure leaves over, and the expansion for it.
  ///
  /// Nil where the PDF or the settings do not allow a fit: it is the fit's to say why.
  func misfits(
    _ settings: Refinement, _ pdf: PDF, while shouldContinue: @escaping @Sendable () -> Bool
  ) -> [(misfit: Double, expansion: Double)]? {
    let measured = pdf.cut(settings.rmin...max(settings.rmin, settings.rmax))
    guard let qmax = settings.qmax ?? pdf.qmax, let end = measured.r.last, measured.r.count > 12,
      case let qmin = settings.qmin ?? pdf.qmin ?? 0, (0..<100).contains(qmin), qmin < qmax,
      qmax <= 100, measured.g.contains(where: { $0 != 0 })
    else { return nil }
    let qdamp = settings.values[.qdamp] ?? pdf.qdamp ?? Quantity.qdamp.usual
    let expansions = expansions(settings, to: end)
    let compressed = CompressedPDF(
      measured, qmin: qmin, qmax: qmax, qdamp: qdamp, reach: end + 2)
    let step = 0.01
    let rows = Int(clamping: ((end + 2) / step).rounded(.up)) + 2
    let curves = PairCurves(
      (0..<rows).map { Double($0) * step }, bond: 1, biso: settings.value(.biso),
      delta2: settings.value(.delta2), against: compressed)
    let found = try? Processes.map(expansions.count, while: shouldContinue) { index in
      misfits(expansions[index], curves, rows: rows, perStep: Self.bin / step)
    }
    guard let each = found else { return nil }
    return (0..<count).map { cluster in
      let best = each.indices.min { each[$0][cluster] < each[$1][cluster] } ?? 0
      return (each[best][cluster], expansions[best])
    }
  }

  private func expansions(_ settings: Refinement, to end: Double) -> [Double] {
    guard settings.vary.contains(.expansion), settings.values[.expansion] == nil else {
      return [settings.value(.expansion)]
    }
    let bounds = settings.bounds[.expansion] ?? 1...1
    // Half a step moves a peak at the end by 0.09 Å at most, a part of its width.
    let step = min(0.006, 0.18 / end)
    return Array(stride(from: max(bounds.lowerBound, 0.8), through: bounds.upperBound, by: step))
  }

  /// All misfits at one expansion: the bins stand that much further out, between two curves.
  private func misfits(
    _ expansion: Double, _ curves: PairCurves, rows: Int, perStep: Double
  ) -> [Double] {
    let dimensions = curves.pdf.dimensions
    let used = min(bins, Int(Double(rows - 2) / (expansion * perStep)))
    var lines = [Float](repeating: 0, count: bins * dimensions)
    curves.values.withUnsafeBufferPointer { curves in
      for bin in Range(from: 1, to: used) {
        let place = Double(bin) * perStep * expansion
        let row = Int(place)
        let share = Float(place - Double(row))
        let (low, high, target) = (row * dimensions, (row + 1) * dimensions, bin * dimensions)
        for m in 0..<dimensions {
          lines[target + m] = (1 - share) * curves[low + m] + share * curves[high + m]
        }
      }
    }
    var sums = [Float](repeating: 0, count: count * dimensions)
    multiply(
      histograms, lines, into: &sums, m: count, n: dimensions, k: bins, transposed: false)
    let target = curves.pdf.target
    return (0..<count).map { cluster in
      var (product, square) = (Float(0), Float(0))
      for m in 0..<dimensions {
        let value = sums[cluster * dimensions + m]
        product += value * target[m]
        square += value * value
      }
      guard product > 0, square > 0 else { return 1 }
      return 1 - Double(product * product / square) / curves.pdf.total
    }
  }
}
