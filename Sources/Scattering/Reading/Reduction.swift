import Clusters
import Numerics

/// G(r) made of the curve over r that a file holds.
///
///     G(r) = 4πρr (g(r) − 1)
///
/// with the number density ρ in Å⁻³. Keen's G(r) is the same with a constant factor, which its
/// value at small r, where g is 0, gives.
struct Reduction {
  let g: [Double]  // [points]
  let errors: [Double]?  // [points]
  private(set) var notes: [String] = []

  /// - Throws: `FileError` where the curve is none that G(r) can be made of, or the density that
  ///   it takes is not told.
  init(_ points: CurvePoints, density: Double?, path: String) throws(FileError) {
    let (shift, unit, name): (Double, Double, String)
    switch CurveShape(points.x, points.y) {
    case .reduced:
      (g, errors) = (points.y, points.errors)
      return
    case .grows:
      throw FileError(path, "this curve grows with r, as T(r) and R(r) do: it is no G(r)")
    case .endsAtOne: (shift, unit, name) = (1, 1, "g(r), which ends at 1")
    case .startsFlat(let start):
      (shift, unit, name) = (0, -start, "g(r) − 1, which starts from a constant")
    }
    guard let density else {
      throw FileError(
        path, "this is \(name), not G(r); with density: in atoms per Å³ it is converted")
    }
    let factors = points.x.map { 4 * Double.pi * density * $0 / unit }
    g = zip(factors, points.y).map { $0 * ($1 - shift) }
    errors = points.errors.map { zip(factors, $0).map { $0 * $1 } }
    notes.append("G(r) is made of \(name), and a density of \(density.plain) Å⁻³")
  }
}
