/// How often sites are occupied, and particles have so many atoms, while moves go on.
struct OccupancyCount {
  private var moves = 0
  private var since: [Int]  // [sites], the move an atom came in, −1 where there is none
  private var times: [Int]  // [sites]
  private var sizes: [Int: Int] = [:]
  private var sizeSince = 0

  init(_ particle: borrowing Particle) {
    since = (0..<particle.table.count).map { particle.isOccupied($0) ? 0 : -1 }
    times = Array(repeating: 0, count: particle.table.count)
  }

  mutating func moved() { moves += 1 }

  /// Before the sites are flipped.
  mutating func flipped(_ sites: [Int32], of particle: borrowing Particle) {
    for item in sites {
      let site = Int(item)
      if since[site] < 0 {
        since[site] = moves
      } else {
        times[site] += moves - since[site]
        since[site] = -1
      }
    }
    sizes[particle.count, default: 0] += moves - sizeSince
    sizeSince = moves
  }

  /// The share of moves during which each site was occupied.
  func probabilities() -> [Double] {
    zip(times, since).map { time, since in
      Double(time + (since < 0 ? 0 : moves - since)) / Double(max(moves, 1))
    }
  }

  /// Numbers of atoms that all but a twentieth at each end of the moves had.
  func range(of particle: borrowing Particle) -> ClosedRange<Int> {
    var sizes = sizes
    sizes[particle.count, default: 0] += moves - sizeSince
    let sorted = sizes.sorted { $0.key < $1.key }
    func quantile(_ share: Double) -> Int {
      var sum = 0.0
      for (size, time) in sorted {
        sum += Double(time)
        if sum >= share * Double(moves) { return size }
      }
      return sorted.last?.key ?? particle.count
    }
    return quantile(0.05)...quantile(0.95)
  }
}
