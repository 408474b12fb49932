import Clusters
import Numerics

extension Answer {
  /// The answer in a sentence: `decahedral (97 %), 105 atoms (85 … 176 fit as well),
  /// 2.854 ± 0.003 Å`.
  public var verdict: String {
    guard best.rw < Self.hopeless else {
      return "no particle that is known fits: the best, \(best.cluster.type.rawValue) of "
        + "\(best.cluster.count) atoms, leaves Rw \(best.rw.decimals(2))"
    }
    return [typeWords, sizeWords, bondWords].joined(separator: ", ")
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
    let (range, count) = (atoms, best.cluster.count)
    let plural = count == 1 ? "atom" : "atoms"
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
