import Foundation
import Numerics

extension Motif {
  /// Balls cut of the motif, each about a seventh larger than the one before.
  ///
  /// Of a lattice, the centres take turns: an atom, the middle of a bond, and two interstices, so
  /// that sizes between closed shells of one centre come from another. A measured sample of many
  /// shapes is on average more like a ball than like any one of them.
  public func balls(atoms: ClosedRange<Int>) -> [Shape] {
    let reach = 0.62 * cbrt(Double(atoms.upperBound) / density) * 1.1 + 1
    let shells = ballCentres.map { centre in
      sites(within: reach, of: centre).map { $0.position - centre }
    }
    var balls: [Shape] = []
    var target = Double(max(atoms.lowerBound, 5))
    while target <= Double(atoms.upperBound) {
      let sites = shells[balls.count % shells.count]
      let count = Self.closed(sites, near: Int(clamping: target))
      if atoms.contains(count), count != balls.last?.count {
        balls.append(
          Shape(type, sites: Array(sites.prefix(count)), name: "\(name) ball of \(count) atoms"))
      }
      target = max(target * 1.15, target + 1)
    }
    return balls
  }

  var ballCentres: [SIMD3<Double>] {
    switch self {
    case .fcc:
      let half = 0.5.squareRoot()
      return [.zero, [half, 0, 0], [half / 2, half / 2, 0], [half / 2, half / 2, half / 2]]
    case .sc, .bcc: return [.zero, [0.5, 0.5, 0.5], [0.5, 0, 0], [0.5, 0.5, 0]]
    case .hcp, .layers: return [.zero, [0.5, 0, 0], [0.5, 0.289, 0.408], [0, 0.577, 0.408]]
    case .fiveFold: return [.zero, [0, 0, 0.5], [0.4, 0, 0.25]]
    case .twentyFold: return [.zero]
    }
  }

  /// The number of sites, sorted by distance, of the whole shells that come nearest to `count`.
  private static func closed(_ sites: [SIMD3<Double>], near count: Int) -> Int {
    func isClosed(_ number: Int) -> Bool {
      number == sites.count || length(sites[number]) - length(sites[number - 1]) > 1e-6
    }
    let count = min(count, sites.count)
    let above = (count...sites.count).first(where: isClosed) ?? count
    let below = (1...count).last(where: isClosed) ?? count
    return above - count <= count - below ? above : below
  }
}
