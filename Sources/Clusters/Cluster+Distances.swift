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

  /// The same for clusters of any size: distances of about one length are sorted by themselves.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false.
  /// - Returns: nil where the work was ended.
  public func distances(while shouldContinue: () -> Bool) -> [Double]? {
    let bins = 4096
    let step = diameter / Double(bins)
    guard step > 0, step < .infinity else { return distances }
    var alike = [[Double]](repeating: [], count: bins + 1)
    for i in positions.indices {
      guard shouldContinue() else { return nil }
      for j in 0..<i {
        let distance = length(positions[i] - positions[j])
        alike[min(Int(distance / step), bins)].append(distance)
      }
    }
    var all: [Double] = []
    all.reserveCapacity(count * (count - 1) / 2)
    for part in alike {
      guard shouldContinue() else { return nil }
      all += part.sorted()
    }
    return all
  }

  /// The shortest distance between two atoms in Å, or nil for a single atom.
  ///
  /// - Complexity: atoms are sorted along a line and compared within the shortest distance so far,
  ///   which for atoms that fill a volume are those of a layer.
  public var shortestDistance: Double? {
    let sorted = alongALine
    var shortest = Double.infinity
    for i in sorted.indices {
      var j = i + 1
      while j < sorted.count, sorted[j].place - sorted[i].place < shortest {
        shortest = min(shortest, length(sorted[j].position - sorted[i].position))
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
    let sorted = alongALine
    var distances = [Double](repeating: .infinity, count: count)
    for i in sorted.indices {
      var nearest = Double.infinity
      func look(at j: Int) -> Bool {
        guard abs(sorted[j].place - sorted[i].place) < nearest else { return false }
        nearest = min(nearest, length(sorted[j].position - sorted[i].position))
        return true
      }
      for j in sorted.indices[(i + 1)...] where !look(at: j) { break }
      for j in sorted.indices[..<i].reversed() where !look(at: j) { break }
      distances[sorted[i].atom] = nearest
    }
    return distances.reduce(0, +) / Double(count)
  }

  /// The atoms in the order of their places along a line; two places are never farther apart than
  /// the atoms.
  ///
  /// The line's direction is left to chance, and nothing that is found depends on it: no file can
  /// hold a plane of atoms that all have one place.
  private var alongALine: [(place: Double, position: SIMD3<Double>, atom: Int)] {
    let line = SIMD3<Double>.random(in: 0.2...1)
    // A little short of 1, since places are rounded.
    let direction = line * (0.999 / length(line))
    return positions.enumerated().map { (($1 * direction).sum(), $1, $0) }
      .sorted { $0.place < $1.place }
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
