import Clusters
import Scattering

/// Pairs of particles of many sizes, which `diameter` and `spread` weigh.
struct EnsemblePairs: PairSource {
  let moving = Quantity.envelope
  private let sizes: LogNormalSizes
  private let members: [Spectrum]

  init(_ ensemble: Ensemble, in model: FitModel) {
    sizes = LogNormalSizes(ensemble)
    let grid = model.pairGrid(
      from: ensemble.members.compactMap(\.shortestDistance).min() ?? 1,
      to: ensemble.members.last?.diameter ?? 1)
    members = ensemble.members.map { member in
      Spectrum(grid, in: model) { grid.add(member, to: $0) }
    }
  }

  /// Per atom of the sample.
  func spectra(at values: [Quantity: Double]) -> Spectra {
    let weights = sizes.weights(
      diameter: values[.diameter] ?? 0, spread: values[.spread] ?? 0)
    return Spectra(
      pairs: .sum(members, weights.map(\.value)),
      weighed: [
        .diameter: .sum(members, weights.map(\.byDiameter)),
        .spread: .sum(members, weights.map(\.bySpread)),
      ])
  }
}
