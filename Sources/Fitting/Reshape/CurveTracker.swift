import Clusters
import Foundation

/// The compressed G(r) of a particle, and how each atom that comes or goes would change it.
///
/// The field of a site is the sum of the curves of its pairs with all atoms. With the fields at
/// hand a trial move costs a few sums over the coordinates, whatever the size of the particle:
///
///     G' = G + Σ_i s_i f_i + Σ_{i<j} s_i s_j v_ij,   s = 1 for an atom that comes, −1 for one that goes
///
/// Accepted moves are logged, and a field catches up with the log only when its site is tried.
package struct CurveTracker: ~Copyable {
  private typealias Vector = SIMD16<Float>

  private let table: SiteTable
  private let curves: PairCurves
  private let blocks: Int  // vectors in a line

  private let values: UnsafeMutablePointer<Vector>  // [kinds, blocks]
  private let fields: UnsafeMutablePointer<Vector>  // [sites, blocks]
  private let curve: UnsafeMutablePointer<Vector>  // [blocks]
  private let residual: UnsafeMutablePointer<Vector>  // [blocks]
  private let change: UnsafeMutablePointer<Vector>  // [blocks]
  private let counts: UnsafeMutablePointer<Float>  // [kinds]

  private var log: [Int32] = []  // sites, as −1 − site where the atom went
  private var seen: [Int]  // [sites], how much of the log a field knows
  private var scale: Float = 0

  /// The part of Rw² that the coordinates hold.
  package private(set) var misfit = 1.0

  package init(_ particle: borrowing Particle, _ curves: PairCurves) {
    table = particle.table
    self.curves = curves
    let (blocks, kinds) = (curves.pdf.dimensions / 16, table.distances.count)
    self.blocks = blocks
    values = .allocate(capacity: kinds * blocks)
    fields = .allocate(capacity: table.count * blocks)
    curve = .allocate(capacity: blocks)
    residual = .allocate(capacity: blocks)
    change = .allocate(capacity: blocks)
    counts = .allocate(capacity: kinds)
    counts.initialize(repeating: 0, count: kinds)
    seen = Array(repeating: -1, count: table.count)
    log.reserveCapacity(1 << 16)
    curves.values.withUnsafeBytes { source in
      UnsafeMutableRawPointer(values).copyMemory(
        from: source.baseAddress.unsafelyUnwrapped, byteCount: source.count)
    }
    let all = particle.atoms.items
    all.withUnsafeBufferPointer { all in
      for i in all.indices {
        table.count(
          pairsOf: Int(all[i]), with: UnsafeBufferPointer(rebasing: all[0..<i]), into: counts)
      }
    }
    curve.initialize(repeating: .zero, count: blocks)
    collectCounts(into: curve)
    settle()
  }

  deinit {
    values.deallocate()
    fields.deallocate()
    curve.deallocate()
    residual.deallocate()
    change.deallocate()
    counts.deallocate()
  }

  /// Adds the curves of all counted pairs, and counts anew.
  private func collectCounts(into target: UnsafeMutablePointer<Vector>) {
    for kind in 0..<table.distances.count where counts[kind] != 0 {
      add(counts[kind], values + kind * blocks, to: target)
      counts[kind] = 0
    }
  }

  @inline(__always)
  private func add(
    _ factor: Float, _ line: UnsafePointer<Vector>, to target: UnsafeMutablePointer<Vector>
  ) {
    for b in 0..<blocks { target[b] = target[b] + line[b] * factor }
  }

  /// Sets scale, residual and misfit from the curve.
  private mutating func settle() {
    let (norm, product) = curves.pdf.target.withUnsafeBytes { target in
      let target = target.baseAddress.unsafelyUnwrapped
      var (norm, product) = (Vector.zero, Vector.zero)
      for b in 0..<blocks {
        let y = target.loadUnaligned(fromByteOffset: 64 * b, as: Vector.self)
        norm += curve[b] * curve[b]
        product += curve[b] * y
      }
      return (norm.sum(), product.sum())
    }
    scale = norm > 0 ? max(product / norm, 0) : 0
    var rest = Vector.zero
    curves.pdf.target.withUnsafeBytes { target in
      let target = target.baseAddress.unsafelyUnwrapped
      for b in 0..<blocks {
        let y = target.loadUnaligned(fromByteOffset: 64 * b, as: Vector.self)
        residual[b] = y - curve[b] * scale
        rest += residual[b] * residual[b]
      }
    }
    misfit = Double(rest.sum()) / curves.pdf.total
  }

  /// What the misfit would be with some sites flipped.
  package mutating func misfit(flipping sites: [Int32], of particle: borrowing Particle) -> Double {
    for b in 0..<blocks { change[b] = .zero }
    // Fields are counted with the same counts as pairs below.
    for site in sites { refresh(Int(site), of: particle) }
    for (place, item) in sites.enumerated() {
      let site = Int(item)
      let sign: Float = particle.isOccupied(site) ? -1 : 1
      add(sign, fields + site * blocks, to: change)
      for earlier in sites[0..<place] {
        let other: Float = particle.isOccupied(Int(earlier)) ? -1 : 1
        counts[table.kind(site, Int(earlier))] += sign * other
      }
    }
    if sites.count > 1 { collectCounts(into: change) }
    let (rest, _) = rescaled()
    return rest
  }

  /// The misfit with `change`, and by how much the scale has to move.
  private func rescaled() -> (misfit: Double, shift: Float) {
    var (squares, product, norm) = (Vector.zero, Vector.zero, Vector.zero)
    for b in 0..<blocks {
      let new = curve[b] + change[b]
      let rest = residual[b] - change[b] * scale
      squares += rest * rest
      product += rest * new
      norm += new * new
    }
    let (p, n) = (product.sum(), norm.sum())
    let shift = n > 0 ? p / n : 0
    guard scale + shift > 0 else { return (1, -scale) }
    return (Double(squares.sum() - p * shift) / curves.pdf.total, shift)
  }

  /// Takes over the change that was last tried; the particle is flipped after this.
  package mutating func accept(_ sites: [Int32], of particle: borrowing Particle) {
    let (rest, shift) = rescaled()
    for b in 0..<blocks {
      let new = curve[b] + change[b]
      residual[b] = residual[b] - change[b] * scale - new * shift
      curve[b] = new
    }
    scale += shift
    misfit = rest
    for site in sites { log.append(particle.isOccupied(Int(site)) ? -1 - site : site) }
    if log.count % 512 == 0 { settle() }
  }

  /// Brings a site's field up to date.
  private mutating func refresh(_ site: Int, of particle: borrowing Particle) {
    let line = fields + site * blocks
    let pending = log.count - seen[site]
    if seen[site] < 0 || pending > min(particle.count, table.distances.count) {
      for b in 0..<blocks { line[b] = .zero }
      particle.atoms.items.withUnsafeBufferPointer {
        table.count(pairsOf: site, with: $0, into: counts)
      }
      counts[0] = 0
      collectCounts(into: line)
    } else {
      for item in log[seen[site]...] {
        let (other, sign): (Int, Float) = item < 0 ? (Int(-1 - item), -1) : (Int(item), 1)
        add(sign, values + table.kind(site, other) * blocks, to: line)
      }
    }
    seen[site] = log.count
  }
}
