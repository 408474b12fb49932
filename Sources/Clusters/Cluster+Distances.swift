extension [SIMD3<Double>] {
  /// All distances between two points, ascending.
  var distances: [Double] {  // [points·(points − 1)/2]
    var distances: [Double] = []
    distances.reserveCapacity(count * (count - 1) / 2)
    for i in indices {
      for j in 0..<i { distances.append(length(self[i] - self[j])) }
    }
    distances.sort()
    return distances
  }

  /// The mean squared distance from the origin.
  ///
  /// With N points around it, N² times this is the sum of all squared distances (Lagrange's
  /// identity), so that points with equal distances have equal values.
  var gyration: Double { reduce(0) { $0 + ($1 * $1).sum() } / Double(Swift.max(count, 1)) }
}

extension Shape {
  /// All distances between two sites in units of d, ascending.
  public var distances: [Double] { sites.distances }  // [atoms·(atoms − 1)/2]

  /// The mean squared distance from the centre in units of d².
  public var gyration: Double { sites.gyration }
}

extension Cluster {
  /// All distances between two atoms in Å, ascending.
  public var distances: [Double] { positions.distances }  // [atoms·(atoms − 1)/2]

  /// The shortest distance between two atoms in Å, or nil for a single atom.
  ///
  /// - Complexity: atoms are sorted along x and compared within the shortest distance so far.
  public var shortestDistance: Double? {
    let sorted = positions.sorted { $0.x < $1.x }
    var shortest = Double.infinity
    for i in sorted.indices {
      var j = i + 1
      while j < sorted.count, sorted[j].x - sorted[i].x < shortest {
        shortest = min(shortest, length(sorted[j] - sorted[i]))
        j += 1
      }
    }
    return shortest.isFinite ? shortest : nil
  }

  /// The distance to the nearest neighbour, averaged over the atoms, in Å; 0 for a single atom.
  ///
  /// - Complexity: as that of `shortestDistance`.
  public var nearestDistance: Double {
    guard count > 1 else { return 0 }
    let sorted = positions.sorted { $0.x < $1.x }
    let sum = sorted.indices.reduce(0) { sum, i in
      var nearest = Double.infinity
      func look(at j: Int) -> Bool {
        guard abs(sorted[j].x - sorted[i].x) < nearest else { return false }
        nearest = min(nearest, length(sorted[j] - sorted[i]))
        return true
      }
      for j in sorted.indices[(i + 1)...] where !look(at: j) { break }
      for j in sorted.indices[..<i].reversed() where !look(at: j) { break }
      return sum + nearest
    }
    return sum / Double(count)
  }

  /// Twice the largest distance from the centre, which no distance exceeds, in Å; infinite where
  /// an atom is nowhere.
  public var diameter: Double {
    let squares = positions.map { ($0 * $0).sum() }
    guard squares.allSatisfy({ $0 < .infinity }) else { return .infinity }
    return 2 * (squares.max() ?? 0).squareRoot()
  }
}

/// |v|.
@inline(__always)
func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
