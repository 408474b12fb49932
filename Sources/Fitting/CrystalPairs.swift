import Clusters
import Foundation
import Scattering

/// Pairs of an atom of an endless crystal, which `strain` moves and `faults` weigh.
struct CrystalPairs: PairSource {
  let crystal: Crystal
  let model: FitModel
  let grid: PairGrid
  let moving: [Quantity]

  /// The longest distance in Å.
  let end: Double

  /// Over so many Å before the end, pairs fade out, less those of an even density: what is left
  /// fluctuates around zero, as G(r) does, and has nothing at small angles. 0 where all pairs are
  /// wanted.
  let fade: Double

  init(_ crystal: Crystal, upTo end: Double, fade: Double = 0, in model: FitModel) {
    (self.crystal, self.model, self.end, self.fade) = (crystal, model, end, fade)
    let settings = model.settings
    moving = [.strain, .faults].filter {
      settings.vary.contains($0) || settings.value($0) != 0
    }
    grid = model.pairGrid(from: crystal.nearest / 2, to: end)
  }

  func spectra(at values: [Quantity: Double]) -> Spectra {
    let strain = values[.strain] ?? 0
    let shells = crystal.shells(upTo: end, strain: strain, faults: values[.faults] ?? 0)
    let kept = shells.map { fading(at: $0.distance) }
    let density = crystal.density / (1 + strain)
    func spectrum(_ counts: [Double], even density: Double) -> Spectrum {
      var pairs = PairCounts(
        distances: shells.map(\.distance), counts: counts.map { $0 / 2 }, atoms: 1)
      if density != 0 { subtract(density, from: &pairs) }
      return Spectrum(grid, in: model) { grid.add(pairs, to: $0) }
    }
    var spectra = Spectra(
      pairs: spectrum(zip(shells, kept).map { $0.number * $1.share }, even: density))
    if model.settings.vary.contains(.faults) {
      spectra.weighed[.faults] = spectrum(
        zip(shells, kept).map { $0.byFaults * $1.share }, even: 0)
    }
    if model.settings.vary.contains(.strain) {
      spectra.stretched[.strain] = spectrum(
        zip(shells, kept).map { $0.number * $0.byStrain * $1.share }, even: 0)
      // What fades moves too, and the density falls.
      spectra.weighed[.strain] = spectrum(
        zip(shells, kept).map { $0.number * $0.byStrain * $0.distance * $1.slope },
        even: -density / (1 + strain))
    }
    return spectra
  }

  /// The share of the pairs at a distance that is kept, and its derivative.
  private func fading(at r: Double) -> (share: Double, slope: Double) {
    guard fade > 0, r > end - fade else { return (1, 0) }
    let x = Double.pi * min((r - end) / fade + 1, 1)
    return ((1 + cos(x)) / 2, -sin(x) / 2 * Double.pi / fade)
  }

  private func subtract(_ density: Double, from pairs: inout PairCounts) {
    guard fade > 0 else { return }
    let step = model.step / 2
    for r in stride(from: step / 2, to: end, by: step) {
      pairs.distances.append(r)
      pairs.counts.append(-2 * Double.pi * density * r * r * step * fading(at: r).share)
    }
  }
}
