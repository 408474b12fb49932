import Clusters
import Numerics

/// Pairs of a cluster whose atoms are sites of one lattice, by the vectors between them.
///
/// Rows of sites are the bits of words. How many pairs are a vector (i, j, k) apart is then the number
/// of bits that rows (i, j) apart have in common when one is shifted by k: an instruction counts up to
/// 64 pairs.
package struct LatticePairCounter {
  private let lattice: LatticeSites
  private let rows: [[UInt64]]  // [basis, i, j]
  private let order: [Int]  // axes, that of the bits last

  /// - Returns: nil where no axis has at most 64 sites, where most rows are empty, or where two atoms
  ///   have one site.
  package init?(_ lattice: LatticeSites) {
    let fitting = [0, 1, 2].filter { lattice.extent[$0] <= 64 }
    guard let bits = fitting.max(by: { lattice.extent[$0] < lattice.extent[$1] }) else {
      return nil
    }
    let order = [0, 1, 2].filter { $0 != bits } + [bits]
    let wide = lattice.extent[order[1]]
    let atoms = lattice.sites.reduce(0) { $0 + $1.count }
    guard Double(lattice.extent[order[0]]) * Double(wide) <= Double(atoms) else { return nil }
    rows = lattice.sites.map { sites in
      var rows = [UInt64](
        repeating: 0, count: lattice.extent[order[0]] * lattice.extent[order[1]])
      for site in sites { rows[site[order[0]] * wide + site[order[1]]] |= 1 << site[bits] }
      return rows
    }
    (self.lattice, self.order) = (lattice, order)
    let occupied = rows.joined().reduce(0) { $0 + $1.nonzeroBitCount }
    guard occupied == atoms else { return nil }
  }

  /// Calls `found` with each distance, in Å, and the number of its pairs; distances may repeat.
  package func count(
    while shouldContinue: @Sendable () -> Bool,
    _ found: (_ distance: Double, _ pairs: Int) -> Void
  ) {
    let (high, wide, deep) = (
      lattice.extent[order[0]], lattice.extent[order[1]], lattice.extent[order[2]]
    )
    let vectors = order.map { lattice.vectors[$0] }
    let shifts = 2 * deep - 1
    for (a, from) in rows.enumerated() {
      for (b, to) in rows.enumerated() where b >= a {
        // Of a sublattice with itself, each pair is met from both sides.
        let first = a == b ? 0 : 1 - high
        let steps = Array(first..<high)
        let counts = Workers.map(steps, while: { _ in shouldContinue() }) { i in
          Self.pairs(from, to, i, high: high, wide: wide, deep: deep)
        }
        guard counts.count == steps.count else { return }
        let offset = lattice.basis[b] - lattice.basis[a]
        for (i, counts) in zip(steps, counts) {
          for place in counts.indices where counts[place] > 0 {
            let (j, k) = (place / shifts + 1 - wide, place % shifts + 1 - deep)
            if a == b, i == 0, j < 0 || (j == 0 && k <= 0) { continue }
            let step =
              offset + Double(i) * vectors[0] + Double(j) * vectors[1] + Double(k) * vectors[2]
            found((step * step).sum().squareRoot(), counts[place])
          }
        }
      }
    }
  }

  /// Pairs that are i rows apart, for each j and k.
  private static func pairs(
    _ from: [UInt64], _ to: [UInt64], _ i: Int, high: Int, wide: Int, deep: Int
  ) -> [Int] {
    let shifts = 2 * deep - 1
    var counts = [Int](repeating: 0, count: (2 * wide - 1) * shifts)
    counts.withUnsafeMutableBufferPointer { counts in
      for x in max(0, -i)..<min(high, high - i) {
        for y in 0..<wide {
          let row = from[x * wide + y]
          guard row != 0 else { continue }
          for z in 0..<wide {
            let other = to[(x + i) * wide + z]
            guard other != 0 else { continue }
            let start = (z - y + wide - 1) * shifts
            // Bit n + k of the other row over bit n of this one.
            for k in 0..<deep {
              counts[start + deep - 1 + k] &+= (row & (other &>> UInt64(k))).nonzeroBitCount
              guard k > 0 else { continue }
              counts[start + deep - 1 - k] &+= (row & (other &<< UInt64(k))).nonzeroBitCount
            }
          }
        }
      }
    }
    return counts
  }
}
