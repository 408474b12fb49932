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

  /// Whether the first strong peak stands where neighbours of the metal do.
  ///
  /// The paper's radii are up to 11 % off those of the bulk, and its bcc has neighbours at 0.87 d.
  private func farPeak(_ metal: Element) -> String? {
    guard let bond = metal.bond else { return nil }
    guard let place = firstPeak(within: (0.75 * bond)...(1.5 * bond)) else {
      return "G has no peak where \(metal.symbol) atoms have neighbours, \(bond.decimals(2)) Å"
    }
    guard !((0.75 * bond)...(1.13 * bond)).contains(place) else { return nil }
    return "the first strong peak stands at \(place.decimals(2)) Å, neighbours of the metal "
      + "\(metal.symbol) at \(bond.decimals(2)) Å"
  }

  /// Whether there are neighbours nearer than two atoms of the metal can be, as of oxygen.
  private func nearPeak(_ metal: Element) -> String? {
    guard let bond = metal.bond else { return nil }
    let low = cut(1.2...max(0.75 * bond, 1.3))
    let near = cut((0.75 * bond)...(1.13 * bond))
    guard let peak = low.g.indices.max(by: { low.g[$0] < low.g[$1] }),
      peak > 0, peak < low.g.count - 1, low.g[peak] > 0.5 * (near.g.max() ?? 0)
    else { return nil }
    return "a peak stands at \(low.r[peak].decimals(2)) Å, nearer than two \(metal.symbol) atoms "
      + "can be: there are other elements in it"
  }

  /// Where the first peak stands that is half as high as the highest; nil where G is nowhere
  /// positive.
  private func firstPeak(within range: ClosedRange<Double>) -> Double? {
    let part = cut(range)
    guard let highest = part.g.max(), highest > 0,
      let start = part.g.firstIndex(where: { $0 >= 0.5 * highest })
    else { return nil }
    let climb = part.cut(part.r[start]...(part.r[start] + 0.4))
    return climb.g.indices.max { climb.g[$0] < climb.g[$1] }.map { climb.r[$0] }
  }
}
