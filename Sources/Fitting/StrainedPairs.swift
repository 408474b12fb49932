import Clusters
import Numerics
import Scattering

/// Pairs of a cluster that `strain` moves.
struct StrainedPairs: PairSource {
  let cluster: Cluster
  let model: FitModel
  let grid: PairGrid
  let moving = [Quantity.strain]

  init(_ cluster: Cluster, in model: FitModel) {
    (self.cluster, self.model) = (cluster, model)
    // Strains move the nearest and the farthest atoms.
    grid = model.pairGrid(
      from: 0.9 * (cluster.shortestDistance ?? 1), to: 1.1 * cluster.diameter)
  }

  func spectra(at values: [Quantity: Double]) -> Spectra {
    let (pairs, rates) = counts(at: values[.strain] ?? 0)
    func spectrum(_ pairs: PairCounts) -> Spectrum {
      Spectrum(grid, in: model) { grid.add(pairs, to: $0) }
    }
    guard model.settings.vary.contains(.strain) else { return Spectra(pairs: spectrum(pairs)) }
    return Spectra(pairs: spectrum(pairs), stretched: [.strain: spectrum(rates)])
  }

  /// How many pairs stand at each distance, and the sum of their d ln r by the strain.
  ///
  /// Distances within half a thousandth of an Å count as their mean, as `PairCounts` of clusters do.
  private func counts(at strain: Double) -> (pairs: PairCounts, rates: PairCounts) {
    let positions = cluster.strained(by: strain).positions
    let moves = cluster.strainMoves
    let bin = 5e-4
    let last = Int(clamping: grid.reach / bin)
    var sums = [SIMD4<Double>](repeating: .zero, count: last + 1)  // pairs, rates, distances
    for i in positions.indices {
      for j in 0..<i {
        let (step, move) = (positions[i] - positions[j], moves[i] - moves[j])
        let square = max((step * step).sum(), 1e-6)
        let distance = square.squareRoot()
        sums[min(Int(clamping: distance / bin), last)] += SIMD4(
          1, (step * move).sum() / square, distance, 0)
      }
    }
    let held = sums.filter { $0.x > 0 }
    let distances = held.map { $0.z / $0.x }
    let atoms = Double(cluster.count)
    return (
      PairCounts(distances: distances, counts: held.map(\.x), atoms: atoms),
      PairCounts(distances: distances, counts: held.map(\.y), atoms: atoms)
    )
  }
}
