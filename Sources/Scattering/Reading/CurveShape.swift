import Foundation

/// What a curve over r is by its values, since G(r), g(r) and others go by the same names.
///
/// The functions and their limits are those of Keen, J. Appl. Cryst. 2001, 34, 172
/// (doi:10.1107/S0021889800019993): G(r) of the PDF programs is his D(r), which starts from 0 and
/// falls along −4πρr before the first peak; g(r) starts from 0 and ends at 1; his own G(r) starts
/// from a negative constant and ends at 0.
enum CurveShape: Sendable {
  /// Starts and ends at 0, with peaks between: G(r) as far as can be told.
  case reduced
  /// Ends at 1: g(r).
  case endsAtOne
  /// Starts from this negative constant and ends at 0: Keen's G(r), or g(r) − 1.
  case startsFlat(Double)
  /// Grows without end, as T(r) and R(r) do.
  case grows

  init(_ r: [Double], _ g: [Double]) {
    self = .reduced
    guard r.count >= 20, let last = r.last else { return }
    let end = mean(g.suffix(r.count / 3))
    let start = zip(r, g).filter { $0.0 < 1.2 }.map(\.1)
    let size = deviation(g[...])
    if last > 8, abs(end - 1) < 0.1, deviation(g.suffix(r.count / 3)) < 0.5, size > 0 {
      self = .endsAtOne
    } else if start.count >= 10, r[0] < 0.35, mean(start[...]) < 0, abs(end) < 0.2 * size,
      start.allSatisfy({ abs($0 / mean(start[...]) - 1) < 0.3 })
    {
      self = .startsFlat(mean(start[...]))
    } else if last > 8, let middle = g.dropFirst(r.count / 3).prefix(r.count / 3).min(), middle > 0,
      end > 1.5 * mean(g.dropFirst(r.count / 3).prefix(r.count / 3)), mean(start[...]) >= 0
    {
      self = .grows
    }
  }
}

extension CurveShape {
  /// Why a curve can be no measured PDF whatever its name, or nil.
  ///
  /// A PDF holds nothing faster than sin(Qmax·r), so that points much closer than π/Qmax are
  /// nearly alike; and it has peaks.
  static func fault(r: [Double], g: [Double], qmax: Double?) -> String? {
    guard r.count >= 50, let first = r.first, let last = r.last else { return nil }
    let step = (last - first) / Double(r.count - 1)
    let average = mean(g[...])
    let square = g.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    guard square > 0 else { return "G is the same everywhere" }
    let neighbours = zip(g, g.dropFirst()).reduce(0) {
      $0 + ($1.0 - average) * ($1.1 - average)
    }
    if step < Double.pi / (qmax ?? 30) / 3, neighbours / square < 0.3 {
      return "neighbouring points of G have nothing in common, as in noise"
    }
    // The part that no straight line explains.
    let middle = (first + last) / 2
    let (rr, rg) = zip(r, g).reduce((0, 0)) { sums, point in
      let x = point.0 - middle
      return (sums.0 + x * x, sums.1 + x * (point.1 - average))
    }
    let rest = square - rg * rg / rr
    return rest < 1e-3 * square ? "G runs along a straight line without peaks" : nil
  }
}

private func mean(_ values: some Collection<Double>) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

private func deviation(_ values: ArraySlice<Double>) -> Double {
  let middle = mean(values)
  return (values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(max(values.count, 1)))
    .squareRoot()
}
