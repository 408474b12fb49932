/// The nearest neighbours in a cluster: all pairs of atoms that are closer than 1.2 times what an
/// atom's nearest neighbour is away on average.
///
/// In bcc the limit is 1.08, since its second neighbours stand at 1.155. What tables, files,
/// figures and texts call the bond is the mean over these pairs, so that the surface bonds of an
/// icosahedron count as well as its radial ones. A measured PDF has its first peak there.
public struct FirstShell: Hashable, Sendable {
  /// Number of pairs.
  public let pairs: Int

  /// Mean distance in Å.
  public let mean: Double

  /// Standard deviation of the distances in Å: of the structure at rest, without displacements.
  public let spread: Double

  /// The shortest distance in Å.
  public let shortest: Double

  /// The same shell with every distance multiplied by a factor.
  public func scaled(by factor: Double) -> FirstShell {
    FirstShell(
      pairs: pairs, mean: mean * factor, spread: spread * factor, shortest: shortest * factor)
  }
}

extension Cluster {
  /// The nearest neighbours; nil for a single atom.
  public var firstShell: FirstShell? {
    let limit = nearestDistance * (type == .bcc ? 1.08 : 1.2)
    var (pairs, shortest) = (0, Double.infinity)
    var (sum, squares) = (0.0, 0.0)
    let grid = CellGrid(positions, reach: limit)
    for i in positions.indices {
      grid.forEach(near: positions[i]) { j, square in
        guard j < i else { return }
        let distance = square.squareRoot()
        pairs += 1
        sum += distance
        squares += square
        shortest = min(shortest, distance)
      }
    }
    guard pairs > 0 else { return nil }
    let mean = sum / Double(pairs)
    let spread = max(squares / Double(pairs) - mean * mean, 0).squareRoot()
    return FirstShell(
      // A spread below this is rounding.
      pairs: pairs, mean: mean, spread: spread < 1e-6 * mean ? 0 : spread, shortest: shortest)
  }
}
