extension Cluster {
  /// Mean |x − x̂| over the coordinates in Å, both structures centred, atom i against atom i: the
  /// paper's MAE of positions.
  ///
  /// Of structures with different numbers of atoms those that both have are compared.
  public func displacement(from other: Cluster) -> Double {
    let pairs = zip(positions, other.positions)
    return pairs.reduce(0) { $0 + absoluteSum($1.0 - $1.1) }
      / Double(3 * max(min(count, other.count), 1))
  }

  /// The same whatever the order of the atoms and however the structures are turned: the mean over
  /// every atom of either and its nearest of the other, after the best rotation.
  ///
  /// Rotations are found by turning and pairing in turn (Besl and McKay 1992,
  /// doi:10.1109/34.121791), from the given orientation and, unless that already fits to a
  /// twentieth of the bond length, from the best of those that lay two outer atoms of this structure
  /// on two like them of the other.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; what is then returned is
  ///   no distance.
  public func freeDisplacement(
    from other: Cluster, while shouldContinue: () -> Bool = { true }
  ) -> Double {
    guard count > 0, other.count > 0 else { return 0 }
    let given = matched(other.positions, shouldContinue)
    guard given > 0.05 * bond else { return given }
    let starts = orientations(of: other).map {
      (distance: nearestSum($0, shouldContinue), positions: $0)
    }
    let likely = starts.sorted { $0.distance < $1.distance }.prefix(4)
    return likely.reduce(given) { min($0, matched($1.positions, shouldContinue)) }
  }

  /// The other structure turned so that two of its atoms lie in the directions of two of these.
  private func orientations(of other: Cluster) -> [[SIMD3<Double>]] {
    func length(_ x: SIMD3<Double>) -> Double { (x * x).sum().squareRoot() }
    guard let first = positions.max(by: { length($0) < length($1) }), length(first) > 0,
      let second = positions.max(by: { length(cross(first, $0)) < length(cross(first, $1)) }),
      length(cross(first, second)) > 1e-3
    else { return [] }
    let near = 0.3 * bond
    func alike(_ x: SIMD3<Double>) -> [SIMD3<Double>] {
      other.positions.filter { abs(length($0) - length(x)) < near }
    }
    let (firsts, seconds) = (alike(first), alike(second))
    let apart = length(first - second)
    let pairs = firsts.lazy.flatMap { a in
      seconds.filter { abs(length(a - $0) - apart) < near }.map { (a, $0) }
    }
    return pairs.prefix(200).map { a, b in
      Rotation([a, b, cross(a, b)], onto: [first, second, cross(first, second)])
        .applied(to: other.positions)
    }
  }

  /// The displacement after a few rounds of pairing nearest atoms and turning.
  private func matched(_ start: [SIMD3<Double>], _ shouldContinue: () -> Bool) -> Double {
    var others = start
    var best = Double.infinity
    for _ in 0..<8 {
      let sum = nearestSum(others, shouldContinue)
      guard sum < best - 1e-9, shouldContinue() else { break }
      best = sum
      let partners = positions.map { others[nearest(to: $0, in: others)] }
      others = Rotation(partners, onto: positions).applied(to: others)
    }
    return best
  }

  /// Mean over every atom of either structure of the coordinates' distances from its nearest.
  private func nearestSum(_ others: [SIMD3<Double>], _ shouldContinue: () -> Bool) -> Double {
    func mean(_ points: [SIMD3<Double>], _ targets: [SIMD3<Double>]) -> Double {
      points.reduce(0) {
        guard shouldContinue() else { return $0 }
        return $0 + absoluteSum($1 - targets[nearest(to: $1, in: targets)])
      }
        / Double(3 * points.count)
    }
    return (mean(positions, others) + mean(others, positions)) / 2
  }
}

private func absoluteSum(_ x: SIMD3<Double>) -> Double { abs(x.x) + abs(x.y) + abs(x.z) }

private func nearest(to x: SIMD3<Double>, in points: [SIMD3<Double>]) -> Int {
  var (best, place) = (Double.infinity, 0)
  for (index, point) in points.enumerated() {
    let step = point - x
    let square = (step * step).sum()
    if square < best { (best, place) = (square, index) }
  }
  return place
}
