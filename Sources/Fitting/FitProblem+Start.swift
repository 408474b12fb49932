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
    let (lower, upper) = (log(bounds.lowerBound), log(bounds.upperBound))
    var (best, middle) = (-Double.infinity, lower)
    func look(at place: Double) {
      var at = values
      at[.diameter] = exp(place)
      if source.moving.contains(.diameter) { move(at) }
      let grid = grid(value(at), lines: 1)
      let found = grid.withUnsafeBufferPointer { grid in
        grid.baseAddress.map { model.likeness($0) }
      }
      guard let found, found.likeness > best else { return }
      (best, middle, values[.scale]) = (found.likeness, place, found.scale)
    }
    for place in stride(from: lower, through: upper, by: 0.3) { look(at: place) }
    for step in [0.15, 0.075] {
      for place in [middle - step, middle + step] where place > lower && place < upper {
        look(at: place)
      }
    }
    values[.diameter] = exp(middle)
  }

  /// The expansion, of a row within the bounds, whose curve is most like the data.
  ///
  /// Steps move a peak at 15 Å by at most 0.09 Å, and one at the end by 0.12 Å, a part of its width. Of
  /// data beyond 25 Å the first 20 Å are looked at first, and then all around the best of those.
  private func bestExpansion() -> Double {
    let bounds = model.settings.bounds[.expansion] ?? 1...1
    let step = min(0.006, 0.12 / max(model.measured.r.last ?? 20, 1))
    func best(of row: [Double], in part: Likeness, count: Int) -> [Double] {
      let likenesses = likenesses(at: row, in: part).map(\.likeness)
      let peaks = row.indices.filter { place in
        (place == 0 || likenesses[place] >= likenesses[place - 1])
          && (place == row.count - 1 || likenesses[place] > likenesses[place + 1])
      }
      return peaks.sorted { likenesses[$0] > likenesses[$1] }.prefix(count).map { row[$0] }
    }
    func row(from start: Double, to end: Double, by step: Double) -> [Double] {
      Array(stride(from: start, through: end, by: step))
    }
    guard let near = model.nearLikeness else {
      return best(
        of: row(from: bounds.lowerBound, to: bounds.upperBound, by: step), in: model.likeness,
        count: 1
      ).first ?? 1
    }
    let peaks = best(
      of: row(from: bounds.lowerBound, to: bounds.upperBound, by: 0.006), in: near, count: 4)
    let around = peaks.flatMap {
      row(
        from: max($0 - 0.006, bounds.lowerBound), to: min($0 + 0.006, bounds.upperBound), by: step)
    }.sorted()
    return best(of: around, in: model.likeness, count: 1).first ?? 1
  }

  /// Scale and likeness for a row of expansions, all peaks equally wide.
  func likenesses(
    at expansions: [Double], in part: Likeness? = nil
  ) -> [(scale: Double, likeness: Double)] {
    let part = part ?? model.likeness
    let biso = values[.biso] ?? 0
    let widths = zip(model.quadrature, model.widths).map { $0 * exp(-biso * $1) }
    let f = expansions.flatMap { expansion in
      let perAtom = 2 / (max(atoms, 1) * expansion)
      return model.q.indices.map {
        Float(widths[$0] * perAtom * spectra.pairs.read(at: model.q[$0] * expansion))
      }
    }
    let grid = grid(f, lines: expansions.count, points: part.points)
    return grid.withUnsafeBufferPointer { grid in
      expansions.indices.compactMap { line in
        grid.baseAddress.map { part($0 + line * part.points) }
      }
    }
  }
}
