import Foundation
import Numerics
import Tensors

/// A particle as the posterior sees it, at a cost that grows no faster than its number of atoms:
/// some of them from the innermost to the outermost, each with its neighbours, and how all atoms lie
/// around their mean.
///
/// Nothing of it depends on how the particle is turned or on the order of its atoms: positions are
/// distances from the mean and squares of coordinates along the principal axes, and how far out atoms
/// lie is asked along directions that bonds of the innermost atom span. Close-packed layers are read
/// whole, from the end at which their word comes first.
package struct ParticleGraph: Codable, Sendable {
  /// Features of a node.
  package static let width = 16
  /// Features of the whole.
  package static let features =
    18 + 8 + BondDirections.extents + 4 * BondDirections.angles + LayersSeen.features
  /// Atoms that are looked at.
  private static let most = 24
  private static let reach = 1.2

  package let nodes: [Float]  // [nodes, width]: the chosen atoms, then the neighbours of each
  /// Each chosen atom listens to its neighbours.
  package let bonds: Neighbours
  /// The chosen atoms, each of which listens to all.
  package let atoms: Neighbours
  package let whole: [Float]  // [features]

  /// - Parameter positions: in units of the bond length.
  package init(_ positions: [SIMD3<Double>]) {
    let mean = positions.reduce(.zero, +) / Double(max(positions.count, 1))
    let places = positions.map { $0 - mean }
    let frame = PrincipalFrame(places)
    let points = places.map { Point($0, in: frame) }
      .sorted { ($0.key, $0.squares.x, $0.squares.y) < ($1.key, $1.squares.x, $1.squares.y) }
    let count = min(Self.most, points.count)
    let chosen = (0..<count).map { points[$0 * (points.count - 1) / max(count - 1, 1)] }
    let radius = points.last?.distance ?? 1
    let size = log(Double(points.count)) - 5

    var nodes: [Float] = []
    var around: [Float] = []
    var bonds: [[Int]] = []
    // Of the inner half of the chosen atoms, which lie inside.
    var inside = [Float](repeating: 0, count: 8)
    var directions: BondDirections?
    for (place, point) in chosen.enumerated() {
      let near = points.filter { other in
        let step = other.place - point.place
        let square = (step * step).sum()
        return square < Self.reach * Self.reach && square > 1e-6
      }
      if place == 0 { directions = BondDirections(near.map { $0.place - point.place }) }
      let first = count + around.count / Self.width
      bonds.append(Array(first..<first + near.count))
      let surroundings = Self.surroundings(of: point, near)
      if 2 * place < count {
        for i in 0..<8 { inside[i] += surroundings[i < 1 ? 1 : i + 2] * 2 / Float(count) }
      }
      nodes += point.features(radius, size) + surroundings
      for other in near {
        let step = other.place - point.place
        let length = (step * step).sum().squareRoot()
        let along = (step * point.place).sum() / (length * max(point.distance, 0.1))
        around += other.features(radius, size) + [Float(length - 1) * 10, Float(along)]
        around += [Float](repeating: 0, count: Self.width - 8)
      }
    }
    self.nodes = nodes + around
    self.bonds = Neighbours(
      bonds + [[Int]](repeating: [], count: around.count / Self.width))
    atoms = Neighbours((0..<count).map { i in (0..<count).filter { $0 != i } })
    var shares = [Double](repeating: 0, count: 12)
    for point in points {
      shares[min(Int(clamping: 12 * point.distance / max(radius, 1e-6)), 11)] += 1
    }
    let forms =
      [size, radius / 4 - 1, (points.first?.distance ?? 0) * 2]
      + frame.moments.map { $0.squareRoot() / 1.5 - 1 }
      + shares.map { 12 * $0 / Double(max(points.count, 1)) - 1 }
    // Only the outer ones can be the outermost along a direction.
    let outer = points.lazy.map(\.place).filter { ($0 * $0).sum() > 0.2 * radius * radius }
    let extents = directions?.extents(of: Array(outer), over: radius) ?? []
    // Where the particle is long and where it is flat, and where its middle is, against the bonds.
    let angles = (frame.certainAxes + [chosen.first?.place ?? .zero]).flatMap {
      directions?.angles(with: $0) ?? []
    }
    let lattice = extents + angles
    let lacking = [Double](
      repeating: 0, count: BondDirections.extents + 4 * BondDirections.angles - lattice.count)
    let layers = directions.flatMap { LayersSeen(of: places, along: $0.stackings) }
    whole =
      forms.map(Float.init) + inside + (lattice + lacking).map(Float.init)
      + (layers?.letters ?? LayersSeen.none)
  }

  /// Ten numbers of an atom's surroundings: neighbours, how unevenly they stand, and the angles
  /// between them, which tell lattices apart.
  private static func surroundings(of point: Point, _ near: [Point]) -> [Float] {
    let steps = near.map { other -> SIMD3<Double> in
      let step = other.place - point.place
      return step / (step * step).sum().squareRoot()
    }
    let sum = steps.reduce(.zero, +)
    var angles = [Double](repeating: 0, count: 7)
    for i in steps.indices {
      for j in 0..<i {
        let cosine = (steps[i] * steps[j]).sum()
        let place = [-0.9, -0.7, -0.4, -0.1, 0.2, 0.65].count { cosine > $0 }
        angles[place] += 1
      }
    }
    let lopsided = (sum * sum).sum().squareRoot() / Double(max(near.count, 1))
    return ([1, Double(near.count) / 12 - 0.7, lopsided] + angles.map { $0 / 12 - 0.5 })
      .map(Float.init)
  }

  private struct Point {
    let place: SIMD3<Double>
    let distance: Double
    /// Along the principal axes.
    let squares: SIMD3<Double>
    /// Rounded, so that equal distances are equal.
    let key: Int

    init(_ place: SIMD3<Double>, in frame: PrincipalFrame) {
      self.place = place
      distance = (place * place).sum().squareRoot()
      squares = (frame.squares(of: place) * 1e4).rounded(.toNearestOrEven) / 1e4
      key = Int(clamping: (distance * 1e4).rounded())
    }

    /// Six numbers of where an atom stands.
    func features(_ radius: Double, _ size: Double) -> [Float] {
      [
        distance / 3 - 1, 2 * distance / max(radius, 1e-6) - 1, size,
        squares.x / 8, squares.y / 8, squares.z / 8,
      ].map(Float.init)
    }
  }
}
