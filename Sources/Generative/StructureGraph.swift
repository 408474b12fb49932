import Clusters
import Foundation
import Tensors

/// A shape as a graph: an edge between any two atoms closer than a cutoff, and for each atom its
/// position, its squares and the distance from the centre in units of the bond length, its share of
/// twelve neighbours and the logarithm of the number of atoms.
public struct StructureGraph: Sendable {
  /// Features of an atom.
  static let width = 9

  public let features: [Float]  // [atoms, width]
  public let neighbours: Neighbours

  public var count: Int { neighbours.nodeCount }

  /// - Parameter cutoff: longest edge in units of the bond length. An icosahedron needs 1.15 for
  ///   its surface bonds, which are 5 % longer than the radial ones.
  public init(_ shape: Shape, cutoff: Double) {
    let positions = shape.sites
    let lists = CellGrid(positions, reach: cutoff).neighbours
    neighbours = Neighbours(lists)
    let size = log(Double(positions.count)) - 4
    features = zip(positions, lists).flatMap { x, list -> [Float] in
      let squares = x * x / 4
      let distance = (x * x).sum().squareRoot() - 2
      let neighbours = Double(list.count) / 12 - 0.7
      return [x.x, x.y, x.z, squares.x, squares.y, squares.z, distance, neighbours, size]
        .map(Float.init)
    }
  }
}
