import Foundation
import Scattering

/// Where a fit starts from.
extension FitProblem {
  /// Searches for what has no start: the expansion, and then the diameter.
  func begin() {
    if searches { values[.expansion] = bestExpansion() }
    guard model.settings.vary.contains(.diameter), model.settings.values[.diameter] == nil else {
      return
    }
    let bounds = model.settings.bounds[.diameter] ?? Quantity.diameter.bounds
    let row = stride(from: log(bounds.lowerBound), through: log(bounds.upperBound), by: 0.12)
    var best = -Double.infinity
    var at = values
    for diameter in row.map(exp) {
      at[.diameter] = diameter
      if source.moving.contains(.diameter) { move(at) }
      let grid = grid(value(at), lines: 1)
      let likeness = grid.withUnsafeBufferPointer { grid in
        grid.baseAddress.map { model.likeness($0) }
      }
      guard let likeness, likeness.likeness > best else { continue }
      (best, values[.diameter], values[.scale]) = (likeness.likeness, diameter, likeness.scale)
    }
  }

  /// The expansion, of a row within the bounds, whose curve is most like the data.
  ///
  /// Steps move a peak at 15 Å by at most 0.09 Å, and one at the end by 0.12 Å, a part of its width.
  private func bestExpansion() -> Double {
    let bounds = model.settings.bounds[.expansion] ?? 1...1
    let step = min(0.006, 0.12 / max(model.measured.r.last ?? 20, 1))
    let row = Array(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
    let likenesses = likenesses(at: row)
    let best = row.indices.max { likenesses[$0].likeness < likenesses[$1].likeness }
    return best.map { row[$0] } ?? 1
  }

  /// Scale and likeness for a row of expansions, all peaks equally wide.
  func likenesses(at expansions: [Double]) -> [(scale: Double, likeness: Double)] {
    let biso = values[.biso] ?? 0
    let widths = zip(model.quadrature, model.widths).map { $0 * exp(-biso * $1) }
    let f = expansions.flatMap { expansion in
      let perAtom = 2 / (max(atoms, 1) * expansion)
      return model.q.indices.map {
        Float(widths[$0] * perAtom * spectra.pairs.read(at: model.q[$0] * expansion))
      }
    }
    let grid = grid(f, lines: expansions.count)
    return grid.withUnsafeBufferPointer { grid in
      expansions.indices.compactMap { line in
        grid.baseAddress.map { model.likeness($0 + line * model.output.points) }
      }
    }
  }
}
