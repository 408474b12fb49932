import Clusters
import Numerics
import Scattering

extension PDF {
  /// What speaks against a PDF being that of a particle of this metal, told before any fit.
  public func doubts(as metal: Element) -> [String] {
    [offset, farPeak(metal), nearPeak(metal)].compactMap { $0 }
  }

  /// G(r) fluctuates around 0 where no two atoms stand, as g(r), T(r) and a slope do not.
  private var offset: String? {
    let end = g.suffix(g.count / 3)
    guard end.count > 10 else { return nil }
    let mean = end.reduce(0, +) / Double(end.count)
    let size = NoiseEstimate.rootMeanSquare(g[...])
    guard abs(mean) > 0.15 * size else { return nil }
    return "G does not fluctuate around 0 at large r, but around \(mean.decimals(2)): it may be no "
      + "G(r), or have a slope"
  }

  /// Whether the highest of the near peaks stands where neighbours of the metal do.
  private func farPeak(_ metal: Element) -> String? {
    guard let bond = metal.bulkNearest ?? metal.bond else { return nil }
    let near = cut((0.6 * bond)...(1.5 * bond))
    guard let peak = near.g.indices.max(by: { near.g[$0] < near.g[$1] }), near.g[peak] > 0 else {
      return "G has no peak where \(metal.symbol) atoms have neighbours, \(bond.decimals(2)) Å"
    }
    let place = near.r[peak]
    guard !((0.8 * bond)...(1.13 * bond)).contains(place) else { return nil }
    return "the first strong peak stands at \(place.decimals(2)) Å, neighbours of the metal "
      + "\(metal.symbol) at \(bond.decimals(2)) Å"
  }

  /// Whether there are neighbours nearer than two atoms of the metal can be, as of oxygen.
  private func nearPeak(_ metal: Element) -> String? {
    guard let bond = metal.bulkNearest ?? metal.bond else { return nil }
    let low = cut(1.2...max(0.78 * bond, 1.3))
    let near = cut((0.8 * bond)...(1.13 * bond))
    guard let peak = low.g.indices.max(by: { low.g[$0] < low.g[$1] }),
      low.g[peak] > 0.5 * (near.g.max() ?? 0)
    else { return nil }
    return "a peak stands at \(low.r[peak].decimals(2)) Å, nearer than two \(metal.symbol) atoms "
      + "can be: there are other elements in it"
  }
}
