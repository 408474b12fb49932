import Clusters
import Numerics
import Scattering

extension Answer {
  /// The answer in a sentence: `decahedral (97 %), 105 atoms (85 … 176 fit as well),
  /// 2.854 ± 0.003 Å`.
  public var verdict: String {
    guard best.rw < Self.hopeless else {
      let least = candidates[0]
      let type = least.fit.cluster.type.rawValue
      let form =
        least.fit.spheres.map { "spheres of \(type), \($0.diameter.decimals(0)) Å" }
        ?? "\(type) of \(least.atoms) atoms"
      return
        "no particle that is known fits: the best, \(form), leaves Rw \(least.fit.rw.decimals(2))"
    }
    return [typeWords, sizeWords, bondWords].joined(separator: ", ")
  }

  /// How a shape that was found site by site, spheres and ideal shapes tell a part of the PDF that
  /// they were not fitted to, and what that makes of the answer; nil where none was asked.
  public var kind: String? {
    let lattice = best.cluster.type.lattice
    guard let family = families.first(where: { $0.motif.type.lattice == lattice }),
      let kind = family.kind
    else { return nil }
    let part = "fitted up to \(kind.end.decimals(0)) Å alone,"
    func left(_ kind: ModelScore.Kind) -> String? {
      family.models.first { $0.kind == kind }?.predicted.decimals(2)
    }
    switch (kind.kind, leading.origin) {
    case (.facets, .ideal), (.atoms, .ideal), (.facets, .spheres), (.atoms, .spheres),
      (.ideal, .spheres):
      return nil
    case (.spheres, .reshaped), (.spread, .reshaped), (.ideal, .reshaped):
      return
        "\(part) simpler models tell the rest as well, but the shape that was found site by site "
        + "fits the whole better than its freedom explains"
    case (.spheres, _), (.spread, _):
      let sizes = kind.kind == .spread ? "spheres of many sizes" : "spheres of one size"
      let facets =
        leading.origin == .spheres
        ? "the data hold no facets" : "its facets are told by distances up to there"
      return "\(part) \(sizes) tell the rest as well as any one particle: \(facets)"
    case (.ideal, .ideal):
      return "\(part) an ideal shape tells the rest as well as one that was found site by site"
    case (.facets, .reshaped), (.atoms, .reshaped):
      let found = [left(.facets), left(.atoms)].compactMap { $0 }.joined(separator: " and ")
      return
        "\(part) the shape found facet by facet and atom by atom leaves Rw \(found) of the rest"
        + (left(.ideal).map { ", ideal ones \($0)" } ?? "")
    }
  }

  /// Rw above which nothing is said of a structure.
  static let hopeless = 0.6

  /// The types that have to be named so that the truth is among them with 95 %, at most three.
  private var typeWords: String {
    var (named, sum): ([String], Double) = ([], 0)
    for (type, share, _) in odds.types.prefix(3) where sum < 0.95 {
      named.append("\(type.rawValue) (\(Self.percent(share)))")
      sum += share
    }
    return named.joined(separator: " or ")
  }

  private var sizeWords: String {
    let (range, count) = (atoms, leading.atoms)
    let plural = count == 1 ? "atom" : "atoms"
    if let (diameter, spread) = leading.fit.spheres {
      let end = best.measured.r.last ?? 0
      guard diameter < 3 * end else { return "a crystal of more than \((3 * end).decimals(0)) Å" }
      let errors = leading.fit.sphereErrors
      let wide = errors.map { " ± \(max($0.diameter, 0.1).decimals(1))" } ?? ""
      let apart = errors.map { " ± \(max(100 * $0.spread, 1).decimals(0))" } ?? ""
      return "spheres of \(diameter.decimals(1))\(wide) Å with a spread of "
        + "\((100 * spread).decimals(0))\(apart) %, \(count) atoms in one of them"
    }
    return range.lowerBound == range.upperBound
      ? "\(count) \(plural)"
      : "\(count) \(plural) (\(range.lowerBound) … \(range.upperBound) fit as well)"
  }

  private var bondWords: String {
    "\(bond.mean.decimals(3)) ± \(max(bond.error, 0.001).decimals(3)) Å"
  }

  /// `97 %`; never 100 %, since no odds are.
  public static func percent(_ share: Double) -> String {
    share > 0.99 ? "> 99 %" : share < 0.01 ? "< 1 %" : "\((100 * share).decimals(0)) %"
  }
}
