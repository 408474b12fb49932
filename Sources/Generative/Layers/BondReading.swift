import Foundation
import Numerics
import Scattering

/// How networks find the bond length of a PDF that they look at over r/d: it is read off the PDF over
/// r, and corrected three times by what is seen over r/d.
///
/// Both are told as 100 ln of a ratio, to `referenceBond` and to the last bond.
enum BondReading {
  /// The bond lengths in Å that a network can mean.
  private static let possible = 1.0...10.0

  /// - Parameters:
  ///   - first: what is read off each PDF.
  ///   - look: what is seen at the bonds so far, and the correction of each.
  /// - Returns: the bonds in Å, and what was seen last.
  static func read<Seen>(
    _ first: [Float], look: ([Double]) -> (seen: Seen, correction: [Float])
  ) -> (bonds: [Double], seen: Seen) {
    func bond(_ last: Double, _ change: Float) -> Double {
      (last * exp(Double(change) / 100)).clamped(to: possible)
    }
    var bonds = first.map { bond(referenceBond, $0) }
    var (seen, correction) = look(bonds)
    bonds = zip(bonds, correction).map(bond)
    for _ in 1..<3 {
      (seen, correction) = look(bonds)
      bonds = zip(bonds, correction).map(bond)
    }
    return (bonds, seen)
  }
}
