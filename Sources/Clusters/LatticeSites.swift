import Foundation
import Numerics

/// The atoms of a cluster as sites of one lattice, by whole numbers of its vectors.
///
/// Distances of such a cluster repeat: it has as many as lattice vectors reach across it, far fewer
/// than pairs.
package struct LatticeSites {
  /// Vectors of the lattice in Å.
  package let vectors: [SIMD3<Double>]  // [3]

  /// Where the sites of a cell lie in Å: one in sc, bcc and fcc, two in hcp.
  package let basis: [SIMD3<Double>]

  /// For each of `basis`, the whole numbers of its atoms, none below zero.
  package let sites: [[SIMD3<Int>]]

  /// One more than the largest whole numbers.
  package let extent: SIMD3<Int>

  /// nil where the positions are those of no such lattice, to 1e-6 of the distance of neighbours.
  package init?(_ cluster: Cluster) {
    let positions = cluster.positions
    guard let vectors = Self.vectors(positions) else { return nil }
    let inverse = Self.inverse(vectors)
    let tolerance = 1e-6 * cluster.bond
    var basis: [SIMD3<Double>] = []
    var sites: [[SIMD3<Int>]] = []
    var (low, high) = (SIMD3(repeating: Int.max), SIMD3(repeating: Int.min))
    for position in positions {
      var isPlaced = false
      for (place, origin) in basis.enumerated() {
        let step = position - origin
        let whole = SIMD3(
          (inverse[0] * step).sum().rounded(), (inverse[1] * step).sum().rounded(),
          (inverse[2] * step).sum().rounded())
        let rest = step - whole.x * vectors[0] - whole.y * vectors[1] - whole.z * vectors[2]
        guard length(rest) < tolerance else { continue }
        let site = SIMD3(
          Int(clamping: whole.x), Int(clamping: whole.y), Int(clamping: whole.z))
        (low, high) = (pointwiseMin(low, site), pointwiseMax(high, site))
        sites[place].append(site)
        isPlaced = true
        break
      }
      guard !isPlaced else { continue }
      guard basis.count < 2 else { return nil }
      basis.append(position)
      sites.append([.zero])
      (low, high) = (pointwiseMin(low, .zero), pointwiseMax(high, .zero))
    }
    self.vectors = vectors
    self.basis = basis
    self.sites = sites.map { $0.map { $0 &- low } }
    extent = high &- low &+ 1
  }

  /// Three vectors of the smallest cell: those that take an atom in the middle and its neighbours to
  /// other atoms.
  private static func vectors(_ positions: [SIMD3<Double>]) -> [SIMD3<Double>]? {
    let middle = positions.min { ($0 * $0).sum() < ($1 * $1).sum() } ?? .zero
    let squares = positions.map { (($0 - middle) * ($0 - middle)).sum() }
    let nearest = (squares.filter { $0 > 1e-6 }.min() ?? 0).squareRoot()
    guard nearest > 0.1 else { return nil }
    let reach = 3.2 * nearest * 3.2 * nearest
    let steps = zip(positions, squares).compactMap { $1 < reach ? $0 - middle : nil }
    func isSite(_ step: SIMD3<Double>) -> Bool {
      steps.contains { length($0 - step) < 1e-5 * nearest }
    }
    let near = steps.filter { length($0) < 1.2 * nearest }
    // The shortest first, so that cells are compact.
    let candidates = steps.filter { step in
      let size = length(step)
      return size > 0.5 * nearest && size < 1.9 * nearest
        && near.allSatisfy { isSite($0 + step) && isSite($0 - step) }
    }.sorted { length($0) < length($1) }
    var best: (volume: Double, vectors: [SIMD3<Double>])?
    for (i, a) in candidates.enumerated() {
      for (j, b) in candidates[..<i].enumerated() {
        for c in candidates[..<j] {
          let volume = abs((a * cross(b, c)).sum())
          guard volume > 0.05 * nearest * nearest * nearest else { continue }
          if volume < (best?.volume ?? .infinity) * (1 - 1e-6) { best = (volume, [a, b, c]) }
        }
      }
    }
    return best?.vectors
  }

  /// Rows that give the numbers of a vector.
  private static func inverse(_ v: [SIMD3<Double>]) -> [SIMD3<Double>] {
    let volume = (v[0] * cross(v[1], v[2])).sum()
    return [cross(v[1], v[2]) / volume, cross(v[2], v[0]) / volume, cross(v[0], v[1]) / volume]
  }
}
