import Foundation
import Scattering
import Numerics

/// How noisy a PDF is, told from the PDF alone.
public struct NoiseEstimate: Codable, Hashable, Sendable {
  /// Standard deviation of what differs from point to point, in Å⁻²; nil where points lie too far
  /// apart to tell.
  ///
  /// The transform ends at qmax, so that a structure's G(r) is smooth over steps well below
  /// 1/qmax, and its sixth differences vanish. Those of independent numbers of deviation σ have
  /// the deviation σ√924.
  public let white: Double?

  /// Root mean square of G in its quietest stretch of 4 Å beyond the first neighbours, in Å⁻²: the
  /// noise that comes through the transform and its ripples are at most this.
  public let quietest: Double

  public init(_ pdf: PDF) {
    white = Self.white(pdf)
    quietest = Self.quietest(pdf)
  }

  /// The Rw that is to be expected of the right structure in a range of the PDF.
  public func rw(of part: PDF) -> Double {
    let signal = Self.rootMeanSquare(part.g[...])
    return signal > 0 ? max(white ?? 0, quietest) / signal : 1
  }

  private static func white(_ pdf: PDF) -> Double? {
    guard pdf.r.count > 60, let first = pdf.r.first, let last = pdf.r.last else { return nil }
    let step = (last - first) / Double(pdf.r.count - 1)
    guard step * (pdf.qmax ?? 30) < 1.2 else { return nil }
    let weights = [1.0, -6, 15, -20, 15, -6, 1]
    var sum = 0.0
    for start in 0...(pdf.g.count - 7) {
      let difference = weights.indices.reduce(0) { $0 + weights[$1] * pdf.g[start + $1] }
      sum += difference * difference
    }
    return (sum / Double(pdf.g.count - 6) / 924).squareRoot()
  }

  private static func quietest(_ pdf: PDF) -> Double {
    let near = pdf.r.firstIndex { $0 > 4 } ?? 0
    let rest = pdf.g[near...]
    guard let start = pdf.r[near...].first, let end = pdf.r.last, end - start > 4 else {
      return rootMeanSquare(rest)
    }
    let count = max(Int(clamping: Double(rest.count) * 4 / (end - start)), 2)
    return stride(from: near, through: pdf.g.count - count, by: max(count / 8, 1)).map {
      rootMeanSquare(pdf.g[$0..<($0 + count)])
    }.min() ?? rootMeanSquare(rest)
  }

  static func rootMeanSquare(_ values: ArraySlice<Double>) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(max(values.count, 1))).squareRoot()
  }
}
